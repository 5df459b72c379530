#!/usr/bin/python3
"""Checks the rules of rules.yaml on a tree: `check_architecture.py [ROOT]`. Every finding names its cure; none: exit 0."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Iterator

import yaml

from cpp_functions import functions

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)

TEST_AIDS = ("_test.cpp", "_contract.hpp", "_fixture.hpp")  # compiled into tests only


@dataclass(frozen=True)
class Finding:
    path: str
    line: int
    what: str
    cure: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}. {self.cure}."


class Tree:
    """The files of the repository: what git tracks, else all."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.rules = yaml.safe_load((Path(__file__).parent / "rules.yaml").read_text())
        self.files = sorted(self._tracked() if (root / ".git").exists() else self._all())

    def _tracked(self) -> list[str]:
        command = ["git", "-c", f"safe.directory={self.root}", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=self.root, check=True, capture_output=True, text=True).stdout
        return [name for name in listed.split("\0") if name and (self.root / name).is_file()]

    def _all(self) -> list[str]:
        return [str(file.relative_to(self.root)) for file in self.root.rglob("*") if file.is_file()]

    def text(self, name: str) -> str:
        try:
            return (self.root / name).read_text()
        except UnicodeDecodeError:
            return ""

    def cpp(self, *tops: str) -> Iterator[tuple[str, str]]:
        for name in self.files:
            if name.endswith((".cpp", ".hpp")) and name.startswith(tops):
                yield name, self.text(name)


def includes(text: str) -> Iterator[tuple[int, str, str]]:
    """Line, kind of quote, what is included."""
    for match in INCLUDE.finditer(text):
        yield text.count("\n", 0, match.start(2)) + 1, match[1], match[2]


# -- arrows


def service_arrows(tree: Tree) -> Iterator[Finding]:
    layers = tree.rules["layers"]
    for name, text in tree.cpp("services/"):
        parts = name.split("/")
        own = parts[2] if len(parts) > 3 else "main"
        for line, quote, target in includes(text):
            if ".." in Path(target).parts or target.startswith("services/"):
                yield Finding(name, line, f"includes {target} by a path out of its folder",
                              "Include a service's own header from its root; what two services share is a contract")
            elif quote == '"' and own != "main":
                yield from _layer_arrow(name, line, own, target, layers)
            elif quote == "<" and own in tree.rules["pure"] and not name.endswith(TEST_AIDS):
                yield from _pure_arrow(tree, name, line, own, target)


def _layer_arrow(name: str, line: int, own: str, target: str, layers: dict) -> Iterator[Finding]:
    seen = target.split("/")[0]
    if name.endswith(TEST_AIDS) or "/" not in target or seen == own or seen not in layers or own not in layers:
        return
    if seen not in layers[own]:
        yield Finding(name, line, f"{own} sees {seen} ({target})",
                      f"Put a port into ports/ and hand the {seen} part in through main.cpp"
                      if own in ("usecases", "api", "worker") else f"{own} may only see {layers[own] or 'values'}: move the code")


def _pure_arrow(tree: Tree, name: str, line: int, own: str, target: str) -> Iterator[Finding]:
    module = target.split("/")[0]
    if "/" in target and module in {*floors(tree), "contract"} and not {module, target} & set(tree.rules["pure"][own]):
        yield Finding(name, line, f"{own} sees <{target}>",
                      f"{own} stands on values alone ({', '.join(tree.rules['pure'][own])}): map to them in api or adapters")


def floors(tree: Tree) -> list[str]:
    """The platform's modules in the order of their floors."""
    file = tree.root / "platform/CMakeLists.txt"
    return re.findall(r"^mrbill_module\((\w+)", file.read_text(), re.MULTILINE) if file.exists() else []


def platform_floors(tree: Tree) -> Iterator[Finding]:
    order = floors(tree)
    for name, text in tree.cpp("platform/"):
        own = name.split("/")[1]
        if own not in order:
            continue
        for line, _, target in includes(text):
            seen = target.split("/")[0]
            test_aid = seen == "testing" and name.endswith(TEST_AIDS)
            if "/" in target and seen in order and order.index(seen) > order.index(own) and not test_aid:
                yield Finding(name, line, f"{own} sees {seen}, which stands below it in platform/CMakeLists.txt",
                              "Turn the arrow round, or move both modules' lines if no cycle comes of it")
            if seen in ("contract", "services", "usecases", "domain", "adapters", "api", "ports"):
                yield Finding(name, line, f"platform sees {target}",
                              "Platform knows no service and no business word: pass what it needs as a parameter")


# -- coroutines


# Seen to be miscompiled by g++ 12 without a word: docs/adr/0023-coroutines-that-gcc-12-compiles-right.md.
MISCOMPILED = ((re.compile(r"(?:&&|\|\||\?)\s*co_await\b"), "awaits under &&, || or ?:"),
               (re.compile(r"\bwhile\s*\(!?\s*co_await\b"), "awaits in a loop's condition"),
               (re.compile(r"\bco_await\b[^;{}\"]*?[(,]\s*\{\s*[^\s}]"), "holds a braced aggregate in what is awaited"))


def coroutine_forms(tree: Tree) -> Iterator[Finding]:
    for name, text in tree.cpp("platform/", "services/", "bench/", "tests/", "tools/"):
        code = re.sub(r"//[^\n]*", "", text)
        for form, what in MISCOMPILED:
            for match in form.finditer(code):
                yield Finding(name, code.count("\n", 0, match.start()) + 1, what,
                              "Give it a name in a statement of its own, then await, then decide (ADR 23)")


# -- sizes and names


def file_lengths(tree: Tree) -> Iterator[Finding]:
    for name in tree.files:
        limit = tree.rules["lines"].get(Path(name).suffix)
        if limit and (length := tree.text(name).count("\n")) > limit:
            yield Finding(name, limit, f"has {length} lines, at most {limit} are allowed",
                          "Ask which two things it is and give each its own file")


def function_lengths(tree: Tree) -> Iterator[Finding]:
    limit = tree.rules["function_lines"]
    for name in tree.files:
        for function, line, length in _functions_of(name, tree):
            if length > limit:
                yield Finding(name, line, f"{function} has {length} lines, at most {limit} are allowed",
                              "Name its steps and make each a function of its own")


def _functions_of(name: str, tree: Tree) -> Iterator[tuple[str, int, int]]:
    if name.endswith((".cpp", ".hpp")):
        yield from functions(tree.text(name))
    elif name.endswith(".py"):
        for node in ast.walk(ast.parse(tree.text(name))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield node.name, node.lineno, node.end_lineno - node.lineno + 1


def forbidden_names(tree: Tree) -> Iterator[Finding]:
    forbidden = set(tree.rules["forbidden_names"])
    for name in tree.files:
        for part in [*Path(name).parts[:-1], Path(name).stem]:
            if part in forbidden:
                yield Finding(name, 1, f"is called {part}", "Name it after what it does; what has no name has no home yet")
                break


def readmes(tree: Tree) -> Iterator[Finding]:
    have = set(tree.files)
    for pattern in tree.rules["need_a_readme"]:
        depth = pattern.count("/") + 1
        folders = {"/".join(name.split("/")[:depth]) for name in have if name.count("/") >= depth}
        for folder in sorted(folder for folder in folders if Path(folder).match(pattern)):
            if f"{folder}/README.md" not in have:
                yield Finding(folder, 1, "has no README.md", "Say in ten to thirty lines what it is, with one example")


def foreign_places(tree: Tree) -> Iterator[Finding]:
    hosts, paths = re.compile(tree.rules["hosts"]), re.compile(tree.rules["machine_paths"])
    for name in tree.files:
        for number, line in enumerate(tree.text(name).splitlines(), 1):
            if found := hosts.search(line):
                yield Finding(name, number, f"names the package host {found[0]}",
                              "Name the package alone; each machine knows where it gets packages (npm: omit-lockfile-registry-resolved)")
            if found := paths.search(line):
                yield Finding(name, number, f"names {found[0]}, a path of one machine", "Take the path from the environment or the checkout")


CHECKS: tuple[Callable[[Tree], Iterator[Finding]], ...] = (
    service_arrows, platform_floors, coroutine_forms, file_lengths, function_lengths, forbidden_names, readmes, foreign_places)


def findings(root: Path) -> list[Finding]:
    tree = Tree(root)
    return [finding for check in CHECKS for finding in check(tree)]


def main() -> int:
    found = findings(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve())
    for finding in found:
        print(finding)
    print(f"check_architecture: {len(found)} findings" if found else "check_architecture: the tree obeys its rules")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
