// The rules of a POC: what a person sent becomes PocContent, or every error at once.
//
//   auto content = check({.name = " Ray tracer ", .tags = {"C++", "Graphics"}});
//   content->name == "Ray tracer";  content->tags == {"c++", "graphics"}
//   check({.name = "", .tags = {"a,b"}}).error() == {{"/name", "too_short", ...}, {"/tags/0", "pattern",
//   ...}}
//
// Lengths are in code points. Text is NFC and trimmed; an empty optional text is no text. Tags are lower
// case; a tag or framework said twice counts once. A language known to
// contracts/programming_languages.json gets its canonical name.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <base/field_error.hpp>
#include <base/result.hpp>

#include "domain/poc.hpp"

namespace mrbill::catalog {

inline constexpr std::size_t max_name = 100;
inline constexpr std::size_t max_description = 10'000;
inline constexpr std::size_t max_repository_url = 255;
inline constexpr std::size_t max_language = 50;
inline constexpr std::size_t max_tag = 50;
inline constexpr std::size_t max_tags = 30;
inline constexpr std::size_t max_framework = 50;
inline constexpr std::size_t max_frameworks = 30;

// Unchecked, as it came in.
struct PocDraft {
  std::string name = {};
  std::optional<std::string> description = {};
  std::optional<std::string> repository_url = {};
  std::optional<std::string> language = {};
  std::vector<std::string> tags = {};
  std::vector<std::string> frameworks = {};
  bool is_public = false;
};

// codes: too_short too_long too_many pattern format
[[nodiscard]] Result<PocContent, FieldErrors> check(PocDraft draft);

// The form a tag is kept and looked for in; not whether it is allowed.
[[nodiscard]] std::string normal_tag(std::string_view tag);
// The canonical name where it is a known language or an alias of one, else the trimmed text.
[[nodiscard]] std::string canonical_language(std::string_view language);

}  // namespace mrbill::catalog
