"""The one list of error codes and their sentences (contracts/problems.yaml): as a C++ phrasebook, and as what patterns demand."""

from __future__ import annotations

from pathlib import Path

import yaml

from .cpp_rules import string_literal
from .loader import ContractError

FILE = "problems.yaml"
LANGUAGE = "pt-BR"
KINDS = ("problems", "fields", "failures")

HEADER = """\
// Made by tools/contractgen from problems.yaml; not edited by hand.
//
//   http::ServerOptions{.phrasebook = &contract::phrasebook()}
#pragma once

#include <http/phrasebook.hpp>

namespace mrbill::contract {

// Every sentence of an error, in the language that is spoken besides English.
[[nodiscard]] const http::Phrasebook& phrasebook();

}  // namespace mrbill::contract
"""

SOURCE = """\
// Made by tools/contractgen from problems.yaml; not edited by hand.
#include <contract/problems.hpp>

namespace mrbill::contract {{

namespace {{

constexpr http::Phrase problems[] = {{
{problems}
}};

constexpr http::Phrase fields[] = {{
{fields}
}};

constexpr http::Phrase failures[] = {{
{failures}
}};

constexpr http::Phrasebook book{{{language}, problems, fields, failures}};

}}  // namespace

const http::Phrasebook& phrasebook() {{ return book; }}

}}  // namespace mrbill::contract
"""


def read(file: Path) -> dict:
    """The file as it is, once each sentence was seen to be there in both languages, with the same blanks."""
    document = yaml.safe_load(file.read_text(encoding="utf-8"))
    for code, sentence in _sentences(document):
        if set(sentence) - {"gateway"} != {"en", LANGUAGE}:
            raise ContractError(f"{file.name}: {code}: each sentence is there in en and in {LANGUAGE}, and in nothing else")
        if sentence["en"].count("{}") != sentence[LANGUAGE].count("{}"):
            raise ContractError(f"{file.name}: {code}: '{sentence['en']}' has other blanks in {LANGUAGE}")
    return document


def _sentences(document: dict):
    for kind in KINDS:
        for code, entry in document[kind].items():
            for sentence in entry["says"]:
                yield code, sentence
    yield from document["patterns"].items()


def _beside(contract: Path) -> dict | None:
    """The list that belongs to a contract."""
    found = next((folder / FILE for folder in (contract.parent, contract.parent.parent) if (folder / FILE).exists()), None)
    return read(found) if found else None


def demands_beside(contract: Path) -> dict[str, str] | None:
    """What each pattern demands, in English; None where the contract has no list."""
    document = _beside(contract)
    return document and {pattern: sentence["en"] for pattern, sentence in document["patterns"].items()}


def problems_beside(contract: Path) -> dict[str, dict]:
    return (_beside(contract) or {}).get("problems", {})


def codes_beside(contract: Path, kind: str) -> list[str]:
    """Of problems or fields: what a schema marked `x-listed` lists."""
    return sorted((_beside(contract) or {})[kind])


def emit(file: Path) -> tuple[str, str]:
    """Header and source."""
    document = read(file)
    said = {kind: [(code, sentence) for code, entry in document[kind].items() for sentence in entry["says"]] for kind in KINDS}
    said["problems"] += [(code, sentence) for code, entry in document["problems"].items() if entry.get("tells_failure")
                         for _, sentence in said["failures"]]
    said["fields"] += [("pattern", sentence) for sentence in document["patterns"].values()]
    return HEADER, SOURCE.format(language=string_literal(LANGUAGE), **{kind: _rows(said[kind]) for kind in said})


def _rows(said: list[tuple[str, dict]]) -> str:
    """By code; where several sentences fit, the one with fewer blanks is meant."""
    once = {(code, sentence["en"]): sentence[LANGUAGE] for code, sentence in said}
    order = sorted(once, key=lambda row: (row[0].encode(), row[1].count("{}"), row[1]))
    return "\n".join("    {" + ", ".join(map(string_literal, (*row, once[row]))) + "}," for row in order)
