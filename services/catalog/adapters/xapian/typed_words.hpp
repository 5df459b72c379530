// What a person typed, as words that are looked up one by one.
//
//   typed_words("node js for RayTracers")
//   -> node(nodejs) js(nodejs) for, a filler; raytracers(of ray, tracers)
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ports/poc_search.hpp"

namespace mrbill::catalog {

struct TypedWord {
  std::string word = {};
  std::vector<std::string> parts = {};   // of camelCase: what it is written of
  std::vector<std::string> joined = {};  // with its neighbours: what they may be written as
  bool closed = false;                   // stands for no longer word and for no other: c++, .net
  bool filler = false;                   // says little beside the others: with, para
  std::optional<WordReading> read = {};  // on an earlier page of the same search
};

// Each word once, 32 at most.
[[nodiscard]] std::vector<TypedWord> typed_words(std::string_view text);

}  // namespace mrbill::catalog
