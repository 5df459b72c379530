# mrbill_precompile(TARGET code|tests): the headers that nearly every file reads are compiled once. They are half of the time
# of a clean build. Files still include what they use: the clang preset builds without this and would tell.
option(MRBILL_PRECOMPILED_HEADERS "Compile the common headers once" ON)

set(_common_headers
  <algorithm> <array> <chrono> <cstdint> <expected> <functional> <map> <memory> <optional> <string> <string_view>
  <unordered_map> <utility> <variant> <vector> <fmt/format.h> <boost/asio/awaitable.hpp>)

function(_mrbill_precompiled name)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp CONTENT "// Only its headers matter.\n")
  add_library(precompiled_${name} OBJECT EXCLUDE_FROM_ALL ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp)
  target_link_libraries(precompiled_${name} PRIVATE mrbill_compiler Boost::headers fmt::fmt Threads::Threads)
  target_precompile_headers(precompiled_${name} PRIVATE ${ARGN})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    target_compile_options(precompiled_${name} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
  endif()
endfunction()

if(MRBILL_PRECOMPILED_HEADERS)
  _mrbill_precompiled(code ${_common_headers})
  if(MRBILL_TESTS)
    _mrbill_precompiled(tests ${_common_headers} <gmock/gmock.h> <gtest/gtest.h>)
    target_link_libraries(precompiled_tests PRIVATE GTest::gmock GTest::gtest)
  endif()
endif()

function(mrbill_precompile target kind)
  if(MRBILL_PRECOMPILED_HEADERS)
    target_precompile_headers(${target} REUSE_FROM precompiled_${kind})
    target_link_libraries(${target} PRIVATE fmt::fmt)  # its definitions are those that the headers were compiled with
  endif()
endfunction()
