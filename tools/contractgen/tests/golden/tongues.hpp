// Made by tools/contractgen from programming_languages.json; not edited by hand.
//
//   if (const auto* language = find_language("golang")) language->name == "Go"
#pragma once

#include <span>
#include <string_view>

namespace mrbill::contract {

struct Language {
  std::string_view id;         // "cpp"
  std::string_view name;       // "C++"
  std::string_view colour;     // "#f34b7d"
  std::string_view editor_id;  // Monaco's; "plaintext" where it has none
  std::string_view runner_id;  // the runner's; empty where it cannot run it
};

// By name.
[[nodiscard]] std::span<const Language> languages();
// By id, name or alias in any letter case (ASCII); null when it is none of ours.
[[nodiscard]] const Language* find_language(std::string_view name_or_alias);

}  // namespace mrbill::contract
