"""Where the names of services are spelled out, although deploy/local/services.toml has them.

    spelled(root, names, programs)        # in what starts and tends the platform, and in the fixtures of tests: each name
    listed(root, names)                   # anywhere else: a list of all services
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Iterator

DESCRIPTION = "deploy/local/services.toml"
TENDING = ("deploy/local", "conftest.py", "tests/platform_fixtures.py", "tests/known_problems.py", "bench/harness.py")
LISTING = ("deploy", "tests", "bench", "tools", "cmake", "contracts")
NO_CODE = {".md", ".yaml", ".json", ".jsonl", ".toml", ".gz", ".png", ".cpp", ".hpp"}  # prose, contracts, data, what links against them
SCRIPTS = {".js", ".mjs", ".ts", ".html", ".qml"}


def spelled(root: Path, names: tuple[str, ...], programs: tuple[str, ...]) -> list[str]:
    return [f"{file}:{line}: {text}" for file in _files(root, TENDING) for line, text in _words(root / file)
            if _names_one(text, names, programs, exactly=file.endswith(".py"))]


def listed(root: Path, names: tuple[str, ...]) -> list[str]:
    found = []
    for file in _files(root, LISTING):
        collections = _collections(root / file) if file.endswith(".py") else _lines(root / file, quoted=Path(file).suffix in SCRIPTS)
        found += [f"{file}:{line}: {' '.join(words)}" for line, words in collections
                  if set(names) <= {re.split(r"[-_.]", word)[0] for word in words}]
    return found


def _files(root: Path, places: tuple[str, ...]) -> Iterator[str]:
    for place in places:
        for file in sorted([root / place] if (root / place).is_file() else (root / place).rglob("*")):
            name = file.relative_to(root).as_posix()
            if file.is_file() and file.suffix not in NO_CODE and "__pycache__" not in name and name != DESCRIPTION:
                yield name


def _names_one(text: str, names: tuple[str, ...], programs: tuple[str, ...], *, exactly: bool) -> bool:
    """An address, /api/v1/auth/login, is none: the contract has it. `exactly`: the text is one literal, not a line with more."""
    for name in names:
        if re.search(rf"\b(?:mrbill-|services/){name}\b|\bMRBILL_{name.upper()}_|\b{name}_(?:app|owner|worker|internal|port)\b", text):
            return True
        if not exactly and re.search(rf"""http://{name}\b|\bupstream {name}\b|(['"]){name}(?:\.json)?\1""", text):
            return True
    return exactly and text in (*names, *programs)


def _words(file: Path) -> Iterator[tuple[int, str]]:
    """The literals of Python, the lines of whatever else."""
    if file.suffix != ".py":
        yield from enumerate(_text(file).splitlines(), 1)
        return
    tree = ast.parse(_text(file))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # what a docstring shows as an example
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def _collections(file: Path) -> Iterator[tuple[int, list[str]]]:
    for node in ast.walk(ast.parse(_text(file))):
        if isinstance(node, (ast.Dict, ast.Tuple, ast.List, ast.Set)):
            parts = [*node.keys, *node.values] if isinstance(node, ast.Dict) else node.elts
            yield node.lineno, [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]


def _lines(file: Path, *, quoted: bool) -> Iterator[tuple[int, list[str]]]:
    """The words of each line; in a script those in quotes, for without them they are its own variables."""
    word = r"""(?<=['"])[a-z][\w.-]*(?=['"])""" if quoted else r"(?<!\w)[a-z][\w.-]*"
    for number, line in enumerate(_text(file).splitlines(), 1):
        yield number, re.findall(word, line)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")
