# mrbill_unite(TARGET): the sources of one folder are compiled as one file, for then its headers are read once: half of a
# clean build. Who works on one file builds without it, as the presets with tests do. Use cases and the adapters of PostgreSQL
# stay single: each has its own refusal(), or its own `insert`.
option(MRBILL_UNITED_FOLDERS "Compile each folder as one file" OFF)

function(mrbill_unite target)
  if(NOT MRBILL_UNITED_FOLDERS)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)  # it takes a file that is united with others for a header
  endif()
  get_target_property(sources ${target} SOURCES)
  foreach(source ${sources})
    cmake_path(GET source PARENT_PATH folder)
    string(MAKE_C_IDENTIFIER "${folder}" group)
    if(NOT folder MATCHES "/(usecases|adapters/postgres)$")
      set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
    endif()
  endforeach()
endfunction()
