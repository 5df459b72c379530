// What must hold for every input: a broken property ends the fuzz target as a crash does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <base/check.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace mrbill::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace mrbill::fuzz
