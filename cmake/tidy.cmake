# The checks of .clang-tidy on each file as it is compiled (preset clang, so ./mrbill test --all). What was compiled before is asked
# anew when the checks change.
option(MRBILL_TIDY "Run clang-tidy on every file" OFF)
if(MRBILL_TIDY)
  find_program(MRBILL_TIDY_PROGRAM clang-tidy-19 REQUIRED)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/.clang-tidy)
  file(SHA256 ${CMAKE_SOURCE_DIR}/.clang-tidy _checks)
  set(CMAKE_CXX_CLANG_TIDY ${MRBILL_TIDY_PROGRAM} --quiet --config-file=${CMAKE_SOURCE_DIR}/.clang-tidy
    --extra-arg=-DMRBILL_TIDY_${_checks})
endif()
