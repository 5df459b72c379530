"""What services and gateway have in common where a person looks: which addresses are pages', the layout of pages, and the words and
titles of a problem that is shown in one."""

from __future__ import annotations

import json
from pathlib import Path

from .cpp_rules import string_literal
from .loader import ContractError

LANGUAGES = ("en", "pt-BR")
WORDS = ("later", "nothing_here", "not_possible", "reload", "to_start")

ADDRESSES_HEADER = """\
// Made by tools/contractgen from page.json; not edited by hand.
#pragma once

#include <array>
#include <string_view>

namespace mrbill::contract::pages {{

// What people open with a browser, though it lies among the addresses of programs.
{constants}
extern const std::array<std::string_view, {count}> addresses;

}}  // namespace mrbill::contract::pages
"""

ADDRESSES = """\
// Made by tools/contractgen from page.json; not edited by hand.
#include <contract/pages.hpp>

namespace mrbill::contract::pages {{

const std::array<std::string_view, {count}> addresses{{{names}}};

}}  // namespace mrbill::contract::pages
"""

WORDS_SOURCE = """\
// Made by tools/contractgen from page.json and page.html; not edited by hand.
#include <algorithm>
#include <array>

#include <http/page_words.hpp>

namespace mrbill::http {{

namespace {{

{words}

constexpr std::array<unsigned, {soon_count}> soon{{{soon}}};
constexpr std::array<unsigned, {nowhere_count}> nowhere{{{nowhere}}};

}}  // namespace

const std::string_view page_layout = {layout};

const PageWords& page_words(std::string_view language) {{
  return language == "en" ? en : pt_br;
}}

bool passes_soon(unsigned status) {{
  return status >= {and_from} || std::ranges::find(soon, status) != soon.end();
}}

std::string_view page_title_of(unsigned status, const PageWords& words) {{
  if (passes_soon(status)) return words.later;
  return std::ranges::find(nowhere, status) != nowhere.end() ? words.nothing_here : words.not_possible;
}}

}}  // namespace mrbill::http
"""


def emit_addresses(file: Path) -> tuple[str, str]:
    paths = read(file)["addresses"]
    constants = "\n".join(f"inline constexpr std::string_view {name} = {string_literal(path)};" for name, path in paths.items())
    return (ADDRESSES_HEADER.format(constants=constants, count=len(paths)), ADDRESSES.format(count=len(paths), names=", ".join(paths)))


def emit_words(file: Path) -> str:
    page = read(file)
    soon, nowhere = page["passes_soon"], page["nothing_here"]
    return WORDS_SOURCE.format(
        words="\n".join(_table(language, page["words"][language]) for language in LANGUAGES),
        layout=string_literal(file.with_suffix(".html").read_text(encoding="utf-8")), soon=_numbers(soon["statuses"]),
        soon_count=len(soon["statuses"]), and_from=soon["and_from"], nowhere=_numbers(nowhere), nowhere_count=len(nowhere))


def read(file: Path) -> dict:
    """The file as it is, once every word was seen to be there in both languages."""
    page = json.loads(file.read_text(encoding="utf-8"))
    if set(page["words"]) != set(LANGUAGES):
        raise ContractError(f"{file.name}: words are there in {' and in '.join(LANGUAGES)}, and in nothing else")
    for language, words in page["words"].items():
        if set(words) != set(WORDS):
            raise ContractError(f"{file.name}: {language} has {', '.join(WORDS)}, and nothing else")
    return page


def _table(language: str, words: dict[str, str]) -> str:
    fields = ", ".join(f".{name} = {string_literal(words[name])}" for name in WORDS)
    return f"constexpr PageWords {language.lower().replace('-', '_')}{{{fields}}};"


def _numbers(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))
