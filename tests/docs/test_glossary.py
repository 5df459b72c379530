"""docs/glossary.md fits one screen, and what it says the code calls a thing is still there to be found."""

import re

from docs.documents import ROOT, files

PAGE = (ROOT / "docs/glossary.md").read_text()
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("| ")]


def test_it_fits_one_screen():
    assert len(PAGE.splitlines()) <= 50


def test_every_word_has_its_meaning_and_stands_once():
    words = [row[0] for row in ROWS if row[0] != "word"]
    assert len(words) == len(set(words)) > 20
    assert all(len(row) == 3 and len(row[1].split()) > 3 for row in ROWS if row[0] != "word")


def test_what_the_code_calls_it_is_in_the_code():
    code = "\n".join(file.read_text() for file in files() if file.suffix in (".hpp", ".cpp"))
    called = {word for row in ROWS for word in re.findall(r"`(\w+)`", row[2])}
    gone = sorted(word for word in called if not re.search(rf"\b{word}" if word.endswith("_") else rf"\b{word}\b", code))
    assert called and not gone, f"renamed: take them out of docs/glossary.md: {gone}"
