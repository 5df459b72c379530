"""The one list of languages as a C++ table."""

from __future__ import annotations

import json
from pathlib import Path

from .cpp_rules import string_literal

HEADER = """\
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
"""

SOURCE = """\
// Made by tools/contractgen from programming_languages.json; not edited by hand.
#include <contract/languages.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace mrbill::contract {{

namespace {{

constexpr std::array<Language, {count}> table{{{{
{rows}
}}}};

// In lower case, sorted; the number is the place in the table.
constexpr std::array<std::pair<std::string_view, std::size_t>, {word_count}> words{{{{
{words}
}}}};

std::string in_lower_case(std::string_view text) {{
  std::string out(text);
  for (char& character : out) {{
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
  }}
  return out;
}}

}}  // namespace

std::span<const Language> languages() {{ return table; }}

const Language* find_language(std::string_view name_or_alias) {{
  const auto word = in_lower_case(name_or_alias);
  const auto found = std::ranges::lower_bound(words, std::string_view(word), {{}}, &std::pair<std::string_view, std::size_t>::first);
  return found == words.end() || found->first != word ? nullptr : &table[found->second];
}}

}}  // namespace mrbill::contract
"""


def words_of(languages: list[dict]) -> dict[str, int]:
    """Each word that names a language, in lower case, with the language's place; no word may name two."""
    words: dict[str, int] = {}
    for place, language in enumerate(languages):
        for word in {word.lower() for word in (language["id"], language["name"], *language["aliases"])}:
            if words.setdefault(word, place) != place:
                raise ValueError(f"programming_languages.json: '{word}' names both {languages[words[word]]['name']} and {language['name']}")
    return dict(sorted(words.items(), key=lambda entry: entry[0].encode()))


def emit(file: Path) -> tuple[str, str]:
    """Header and source."""
    languages = sorted(json.loads(file.read_text(encoding="utf-8"))["languages"], key=lambda language: language["name"].lower())
    rows = [", ".join(string_literal(language[key] or "") for key in ("id", "name", "colour", "editorId", "runnerId"))
            for language in languages]
    words = words_of(languages)
    return HEADER, SOURCE.format(
        count=len(rows), rows="\n".join(f"    Language{{{row}}}," for row in rows), word_count=len(words),
        words="\n".join(f"    {{{string_literal(word)}, {place}}}," for word, place in words.items()))
