"""Where the public corpora are, and the program that reads a text as the services do.

    corpora.probe("json", [b"[1]", b"[1,]"])     # what came of each
    corpora.json_documents()                     # {"y_array_empty.json": b"[]", ...}
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[3]
HERE = Path(__file__).parent
UNICODE = Path("/usr/share/unicode")


@functools.cache
def package(name: str) -> Path:
    """A package of tools/node, which is installed when it is not."""
    state = {"MRBILL_STATE": os.environ.get("MRBILL_STATE", str(ROOT / ".local"))}
    node = subprocess.run([ROOT / "tools/node/install"], check=True, capture_output=True, text=True, timeout=600,
                          env={**os.environ, **state})
    return Path(node.stdout.strip()) / "node_modules" / name


def probe(subject: str, texts: list[bytes]) -> list:
    program = Path(os.environ["MRBILL_TEST_BIN"]).parent / "tests/hostile/corpora/corpora_probe"
    lines = "".join(text.hex() + "\n" for text in texts)
    done = subprocess.run([program, subject], input=lines, capture_output=True, check=True, text=True, encoding="utf-8", timeout=60)
    return [json.loads(line) for line in done.stdout.split("\n")[:-1]]


def json_documents() -> dict[str, bytes]:
    """JSONTestSuite: y_ is JSON, n_ is none, i_ is as the reader decides. The package keeps them as text, so those that are no text
    are ours, under the same names."""
    module = (package("json-test-suite") / "data/parsing.js").read_text(encoding="utf-8")
    written = {one["name"]: one["input"] for one in json.loads(module[module.index("["):])}
    ours = json.loads((HERE / "json_bytes.json").read_text())
    assert set(ours) == {name for name, text in written.items() if "\ufffd" in text}
    return {name: bytes.fromhex(ours[name]) if name in ours else text.encode() for name, text in written.items()}


def naughty_strings() -> list[str]:
    return json.loads((package("blns") / "resources/blns.json").read_text(encoding="utf-8"))


def csv_spectrum() -> dict[str, tuple[bytes, list | dict]]:
    """By name: a file, and its rows as objects."""
    folder = package("csv-spectrum")
    rows = {file.stem: json.loads(file.read_text(encoding="utf-8", errors="replace")) for file in (folder / "json").glob("*.json")}
    return {file.stem: (file.read_bytes(), rows[file.stem]) for file in sorted((folder / "csvs").glob("*.csv"))}
