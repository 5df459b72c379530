"""The emitted code, to the character. After a wanted change: UPDATE_GOLDEN=1 python3 -m pytest tools/contractgen"""

import os
from pathlib import Path

import pytest

from contractgen.__main__ import generate, main

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
SOURCES = [("openapi", "sample", HERE / "sample.yaml"), ("client", "sample", HERE / "sample.yaml"),
           ("events", "bells", HERE / "events"),
           ("languages", "tongues", HERE / "tongues.json"), ("problems", "words", HERE / "problems.yaml"),
           ("codes", "codes", HERE / "problems.yaml")]
FILES = [(file, text) for kind, name, source in SOURCES for file, text in generate(kind, name, source).items()]


@pytest.mark.parametrize(("file", "text"), FILES, ids=[file for file, _ in FILES])
def test_emits_what_was_agreed(file, text):
    golden = GOLDEN / file
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_leaves_files_alone_that_would_not_change(tmp_path):
    arguments = ["openapi", "sample", str(HERE / "sample.yaml"), str(tmp_path)]
    assert main(arguments) == 0
    header = tmp_path / "contract" / "sample.hpp"
    os.utime(header, (1, 1))
    assert main(arguments) == 0
    assert header.stat().st_mtime == 1


def test_says_in_one_line_what_it_cannot_do(tmp_path, capsys):
    source = tmp_path / "bad.yaml"
    source.write_text((HERE / "sample.yaml").read_text().replace("format: email", "format: hostname")
                      .replace("sample_shared.yaml", str(HERE / "sample_shared.yaml")))
    assert main(["openapi", "bad", str(source), str(tmp_path)]) == 1
    assert capsys.readouterr().err == ("contractgen: bad.yaml#/components/schemas/NewThing/properties/address: "
                                       "format hostname is not supported\n")
