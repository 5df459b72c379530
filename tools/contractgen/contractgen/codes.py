"""The list of error codes (problems.yaml) as an enum, and what each says, for the compiler to look up."""

from __future__ import annotations

from pathlib import Path

from . import problems
from .cpp_rules import string_literal
from .loader import ContractError

HEADER = """\
// Made by tools/contractgen from problems.yaml; not edited by hand.
#pragma once

#include <cstdint>
#include <string_view>

namespace mrbill::contract {{

// Every code of an error: the enumerator is the word on the wire.
enum class ErrorCode : std::uint8_t {{
{enumerators}
}};
[[nodiscard]] std::string_view to_string(ErrorCode code);
[[nodiscard]] unsigned status_of(ErrorCode code);

}}  // namespace mrbill::contract
"""

SENTENCES = """\
// Made by tools/contractgen from problems.yaml; not edited by hand.
#pragma once

#include <string_view>

#include <contract/codes.hpp>

namespace mrbill::contract {{

struct ListedSentence {{
  ErrorCode code;
  std::string_view sentence;
}};
inline constexpr ListedSentence listed_sentences[] = {{
{sentences}
}};
// Codes whose detail is the sentence of a failure.
[[nodiscard]] constexpr bool tells_failure({tells}) {{ return {failures}; }}

}}  // namespace mrbill::contract
"""

SOURCE = """\
// Made by tools/contractgen from problems.yaml; not edited by hand.
#include <contract/codes.hpp>

namespace mrbill::contract {{
namespace {{

struct Word {{
  std::string_view text;
  unsigned status;
}};
constexpr Word words[] = {{
{words}
}};

}}  // namespace

std::string_view to_string(ErrorCode code) {{ return words[static_cast<std::uint8_t>(code)].text; }}
unsigned status_of(ErrorCode code) {{ return words[static_cast<std::uint8_t>(code)].status; }}

}}  // namespace mrbill::contract
"""


def emit(file: Path) -> tuple[str, str, str]:
    """The enum, the sentences and the source."""
    listed = dict(sorted(problems.read(file)["problems"].items()))
    for code, entry in listed.items():
        if len(entry["status"]) != 1:
            raise ContractError(f"{file.name}: {code}: a code comes with one status")
    failing = [f"code == ErrorCode::{code}" for code, entry in listed.items() if entry.get("tells_failure")]
    return (HEADER.format(enumerators="\n".join(f"  {code}," for code in listed)),
            SENTENCES.format(sentences="\n".join(f"    {{ErrorCode::{code}, {string_literal(one['en'])}}},"
                                                 for code, entry in listed.items() for one in entry["says"]),
                             tells="ErrorCode code" if failing else "ErrorCode", failures=" || ".join(failing) or "false"),
            SOURCE.format(words="\n".join(f"    {{{string_literal(code)}, {entry['status'][0]}}}," for code, entry in listed.items())))
