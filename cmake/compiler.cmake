# The language level, the warnings and the sanitizers, in one place.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_FLAGS_DEBUG "-Og -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

add_library(mrbill_compiler INTERFACE)
target_link_options(mrbill_compiler INTERFACE -Wl,--as-needed)  # a program loads the libraries it calls, no others
target_compile_options(mrbill_compiler INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports these inside coroutine frames and std::optional where nothing is wrong (GCC 105562, 105593).
  target_compile_options(mrbill_compiler INTERFACE -Wno-maybe-uninitialized -Wno-mismatched-new-delete
    -Wno-dangling-pointer -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
endif()
target_compile_definitions(mrbill_compiler INTERFACE BOOST_ASIO_NO_DEPRECATED BOOST_ASIO_SEPARATE_COMPILATION
  BOOST_BEAST_SEPARATE_COMPILATION SPDLOG_FMT_EXTERNAL SPDLOG_COMPILED_LIB _FILE_OFFSET_BITS=64)

if(MRBILL_SANITIZE)
  target_compile_options(mrbill_compiler INTERFACE -fsanitize=${MRBILL_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(mrbill_compiler INTERFACE -fsanitize=${MRBILL_SANITIZE})
  if(MRBILL_SANITIZE MATCHES "thread")
    # ThreadSanitizer does not know fences (Boost.Asio uses two): without them Asio is correct too, only slower.
    target_compile_options(mrbill_compiler INTERFACE -Wno-tsan)
    target_compile_definitions(mrbill_compiler INTERFACE BOOST_ASIO_DISABLE_FENCED_BLOCK)
  endif()
endif()
