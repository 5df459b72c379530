"""The judged queries: what somebody types, and how well each POC answers it, told by facts and by no search.

    for query in judged.queries(rows): query.kind, query.typed, query.grades   # {number of a row: 1 to 3}

Some are derived from the names in the collection (as it is, joined, apart, with a slip, unfinished, in the other number): right is
what bears that name. The others stand in wants.json as facts that a POC should have; its tags, frameworks, language and the words
of its name are its facts. All of them: 3. One of three or more missing: 2. One of two, or two of four: 1.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

EACH_KIND = 24


@dataclass(frozen=True)
class Query:
    kind: str
    typed: str
    grades: dict[int, int]


def queries(rows: list[dict]) -> list[Query]:
    return _of_names(rows) + _of_facts(rows)


def squeezed(text: str) -> str:
    return re.sub(r"[^a-z0-9+#]", "", text.lower())


def _of_facts(rows: list[dict]) -> list[Query]:
    facts, found = [_facts(row) for row in rows], []
    for kind, asked in json.loads((Path(__file__).parent / "wants.json").read_text()).items():
        for one in asked:
            grades = {number: grade for number, has in enumerate(facts) if (grade := _grade(one["facts"], has))}
            if max(grades.values(), default=0) >= 2:
                found.append(Query(kind, one["typed"], grades))
    return found


def _facts(row: dict) -> set[str]:
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", row["name"])
    words = re.split(r"[^a-z0-9+#]+", apart.lower())
    return {squeezed(fact) for fact in [*row["tags"], *row["frameworks"], row["language"] or "", *words]} - {""}


def _grade(wanted: list[list[str]], has: set[str]) -> int:
    missing = sum(not has.intersection(squeezed(name) for name in names) for names in wanted)
    if missing == 0:
        return 3
    if missing == 1 and len(wanted) > 1:
        return 2 if len(wanted) > 2 else 1
    return 1 if missing == 2 and len(wanted) > 3 else 0


def _of_names(rows: list[dict]) -> list[Query]:
    bearers: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        bearers.setdefault(squeezed(row["name"]), []).append(number)
    names = sorted({row["name"] for row in rows}, key=lambda name: hashlib.sha256(name.encode()).digest())
    found = []
    for kind, type_it in KINDS.items():
        typed = ((name, type_it(re.split(r"[-_ ]+", name))) for name in names if squeezed(name))
        some = [(name, text) for name, text in typed if text][:EACH_KIND]
        found += [Query(kind, text, dict.fromkeys(bearers[squeezed(name)], 3)) for name, text in some]
    return found


def _joined(words: list[str]) -> str | None:
    return "".join(words) if 2 <= len(words) <= 3 and all(words) else None


def _apart(words: list[str]) -> str | None:
    return " ".join(words) if len(words) >= 2 else None


def _with_a_slip(words: list[str]) -> str | None:
    longest = max(words, key=len)
    if len(longest) < 5 or not longest.isalpha():
        return None
    middle = len(longest) // 2
    slip = longest[:middle] + longest[middle + 1] + longest[middle] + longest[middle + 2:]
    return " ".join(slip if word == longest else word for word in words) if slip != longest else None


def _unfinished(words: list[str]) -> str | None:
    return " ".join([*words[:-1], words[-1][:-2]]) if len(words) >= 2 and len(words[-1]) >= 5 else None


def _in_other_number(words: list[str]) -> str | None:
    last = words[-1]
    if len(words) < 2 or len(last) < 4 or not last.isalpha() or last.endswith(("ss", "us")):
        return None
    return " ".join([*words[:-1], last[:-1] if last.endswith("s") else last + "s"])


KINDS = {"whole name": "-".join, "joined": _joined, "apart": _apart, "slip": _with_a_slip, "unfinished": _unfinished,
         "other number": _in_other_number}
