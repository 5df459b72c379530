"""docs/tradeoffs.md keeps the customer's form, and its figures are honest."""

import json
import math
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.documents import ROOT

PAGE = ROOT / "docs/tradeoffs.md"
BEFORE = "measured when the libraries were chosen"
BENCH = re.compile(r"`?\./mrbill bench ([a-z]+)`?")
# A figure with its unit, as prose writes it.
FIGURE = re.compile(r"(\d[\d,]*(?:\.\d+)?) ?(us|ms|s|%|MB|GB|times|hashes|requests|rows)\b|(\d[\d,]*(?:\.\d+)?) ?(%)")
NEAR = 0.2  # results are measured anew now and then; the page is to be corrected when it has moved further


def statements(text: str) -> Iterator[str]:
    """Each bullet and each paragraph on one line."""
    for block in re.split(r"\n\s*\n|\n(?=- )", text):
        if not block.startswith("#"):
            yield " ".join(block.split())


def figures(statement: str) -> list[float]:
    return [float((match[1] or match[3]).replace(",", "")) for match in FIGURE.finditer(statement)]


def leaves(value: object) -> Iterator[float]:
    if isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield float(value)


def dishonest(statement: str, root: Path = ROOT) -> str | None:
    """Why a statement that quotes a measurement may not stand; None when it may."""
    quoted, benches = figures(statement), BENCH.findall(statement)
    missing = [name for name in benches if name != "NAME" and not (root / "bench" / name / "run").exists()]
    if missing:
        return f"there is no ./mrbill bench {missing[0]}"
    if BEFORE in statement.lower() or not quoted or not (benches or "measured" in statement.lower()):
        return None
    if not benches:
        return "a measured figure without the command that shows it"
    results = [root / "bench/results" / f"{name}.json" for name in benches]
    if not all(file.exists() for file in results):
        return f"there is no {results[0].name} in bench/results: run the bench"
    known = [leaf for file in results for leaf in leaves(json.loads(file.read_text())["figures"])]
    strange = [figure for figure in quoted if not any(
        math.isclose(figure, leaf * scale, rel_tol=NEAR) for leaf in known for scale in (1, 100, 1000, 0.001))]
    return f"{strange} is not in {results[0].name}" if strange else None


def test_every_figure_has_its_source():
    found = [f"{statement}\n  -> {reason}" for statement in statements(PAGE.read_text()) if (reason := dishonest(statement))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("statement", "reason"), [
    ("It takes 3.2 ms (`./mrbill bench list`).", None),
    ("It reaches 92 % (`./mrbill bench list`).", None),
    ("It takes 9 ms (`./mrbill bench list`).", "is not in list.json"),
    ("It takes 3 ms (`./mrbill bench idle`).", "there is no idle.json"),
    ("It takes 3 ms (`./mrbill bench nothing`).", "there is no ./mrbill bench nothing"),
    ("Measured: 3 ms.", "without the command"),
    ("Measured when the libraries were chosen: 3 ms.", None),
    ("After 10 s it gives up.", None),
])
def test_a_figure_without_source_is_seen(tmp_path, statement, reason):
    for name in ("list", "idle"):
        (tmp_path / "bench" / name).mkdir(parents=True)
        (tmp_path / "bench" / name / "run").touch()
    (tmp_path / "bench/results").mkdir()
    (tmp_path / "bench/results/list.json").write_text(json.dumps({"figures": {"ratio": 0.92, "ours": {"p99_ms": 3.2}}}))
    found = dishonest(statement, tmp_path)
    assert found is None if reason is None else reason in found


def test_every_trade_off_says_both():
    sections = re.split(r"^## (?=\d+\. )", PAGE.read_text(), flags=re.MULTILINE)[1:]
    assert len(sections) >= 19
    for number, section in enumerate(sections, 1):
        title, _, body = section.partition("\n")
        assert re.match(rf"{number}\. .* (vs|with) ", title), title
        pros, _, cons = body.partition("CONS (-)")
        assert pros.strip().startswith("PROS (+)"), title
        for part in (pros, cons):
            assert len(re.findall(r"^- \*\*[^*]+\*\*", part, re.MULTILINE)) >= 2, f"{title}: two points at least on each side"
