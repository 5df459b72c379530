"""The benchmarks of bench/: each is a program `bench/NAME/run` whose docstring begins with `./mrbill bench NAME [OPTIONS]: what it
measures`. What stands in that heading is what it takes: `[ROWS]` one word, `[--pocs N]` an option with a value."""

from __future__ import annotations

import ast
import os
import re
import subprocess
from pathlib import Path

from . import build


def known(checkout: Path) -> dict[str, Path]:
    return {run.parent.name: run for run in sorted((checkout / "bench").glob("*/run"))}


def about(run: Path) -> str:
    return ast.get_docstring(ast.parse(run.read_text(encoding="utf-8"))) or ""


def not_understood(heading: str, words: list[str]) -> str | None:
    """The first word that a benchmark with this heading does not take."""
    valued = dict(re.findall(r"(--[a-z-]+)( [A-Z]+)?", heading))
    room = len(re.findall(r"\[[A-Z]+\]", heading))
    rest = iter(words)
    for word in rest:
        if word.startswith("-"):
            name, _, value = word.partition("=")
            if name not in valued or (valued[name] and not value and next(rest, None) is None):
                return word
        elif room:
            room -= 1
        else:
            return word
    return None


def run(checkout: Path, name: str, options: list[str]) -> int:
    """With what it needs in the environment."""
    program = known(checkout)[name]
    built = build.build(checkout, "release", ("all", "bench_programs"))
    environment = dict(os.environ) | {"MRBILL_CHECKOUT": str(checkout), "MRBILL_BENCH_BIN": str(built / "bin")}
    return subprocess.run([program, *options], env=environment).returncode
