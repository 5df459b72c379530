// Made by tools/contractgen from programming_languages.json; not edited by hand.
#include <contract/languages.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace mrbill::contract {

namespace {

constexpr std::array<Language, 2> table{{
    Language{"ada", "Ada", "#02f88c", "plaintext", ""},
    Language{"cpp", "C++", "#f34b7d", "cpp", "cpp"},
}};

// In lower case, sorted; the number is the place in the table.
constexpr std::array<std::pair<std::string_view, std::size_t>, 4> words{{
    {"ada", 0},
    {"c++", 1},
    {"cpp", 1},
    {"cxx", 1},
}};

std::string in_lower_case(std::string_view text) {
  std::string out(text);
  for (char& character : out) {
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
  }
  return out;
}

}  // namespace

std::span<const Language> languages() { return table; }

const Language* find_language(std::string_view name_or_alias) {
  const auto word = in_lower_case(name_or_alias);
  const auto found = std::ranges::lower_bound(words, std::string_view(word), {}, &std::pair<std::string_view, std::size_t>::first);
  return found == words.end() || found->first != word ? nullptr : &table[found->second];
}

}  // namespace mrbill::contract
