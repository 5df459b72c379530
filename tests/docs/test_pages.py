"""Which pages there are, and what each kind of page holds."""

import re

import pytest

from docs.documents import ROOT, Document, files

DECISIONS = sorted((ROOT / "docs/adr").glob("[0-9]*.md"))
PARTS = ["Context", "Decision", "Consequences"]


def modules() -> list[str]:
    found = {file.relative_to(ROOT).parts[:2] for file in files()
             if len(file.relative_to(ROOT).parts) > 2 and file.relative_to(ROOT).parts[0] in ("platform", "services")}
    return sorted("/".join(parts) for parts in found)


@pytest.mark.parametrize("module", modules())
def test_a_module_says_what_it_is(module: str):
    page = ROOT / module / "README.md"
    assert page.exists(), f"{module} has no README.md: what it owns, its parts, its invariants"
    lines = page.read_text().splitlines()
    assert lines[0] == f"# {module.rpartition('/')[2]}"
    assert sum(bool(line.strip()) for line in lines) >= 3


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_has_its_form(page):
    text = page.read_text()
    number = int(page.name[:4])
    assert re.match(rf"# {number}\. \S", text), f"the heading begins with `# {number}. `"
    assert re.search(r"^\*\*Status:\*\* (accepted|proposed|replaced by \[\d+)", text, re.MULTILINE)
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == PARTS
    assert len(text.splitlines()) <= 60, "one page"


def test_decisions_are_numbered_without_gap_or_twin_and_listed():
    numbers = [int(page.name[:4]) for page in DECISIONS]
    assert numbers == list(range(1, len(DECISIONS) + 1))
    listed = [link.text for link in Document(ROOT / "docs/adr/README.md").links]
    assert [page.name for page in DECISIONS] == [name for name in listed if name[0].isdigit()]
