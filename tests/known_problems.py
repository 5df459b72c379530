"""What contracts/problems.yaml says of an error that a test was answered."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import yaml

FILE = Path(__file__).parent.parent / "contracts" / "problems.yaml"
FIELDS = {"type", "title", "status", "code", "detail", "requestId"}


@functools.cache
def _list() -> dict:
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def check(answer) -> None:
    problem = answer.json
    assert FIELDS <= set(problem), problem
    entry = _list()["problems"].get(problem["code"])
    assert entry, f"{problem['code']} is not in contracts/problems.yaml: {problem}"
    assert answer.status == problem["status"] and answer.status in entry["status"], problem
    assert problem["type"].endswith(f"/problems/{problem['code']}")
    language = answer.headers.get("content-language")
    assert language in ("en", "pt-BR"), problem
    says = list(entry["says"])
    if entry.get("tells_failure"):
        says += [one for failure in _list()["failures"].values() for one in failure["says"]]
    is_foreign = entry.get("tells_failure") and language == "en"  # a stand-in that draws fails for reasons of its own
    assert is_foreign or is_said(says, problem["detail"], language), f"nobody translated: {problem}"
    for error in problem.get("errors", ()):
        check_field(error, language)


def check_field(error: dict, language: str) -> None:
    says = list(_list()["fields"].get(error["code"], {"says": []})["says"])
    if error["code"] == "pattern":
        says += _list()["patterns"].values()
    assert is_said(says, error["detail"], language), f"nobody translated: {error}"


def is_said(says: list[dict], sentence: str, language: str) -> bool:
    return any(re.fullmatch(".+".join(map(re.escape, one[language].split("{}"))), sentence, re.DOTALL) for one in says)
