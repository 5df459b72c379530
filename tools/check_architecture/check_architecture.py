#!/usr/bin/python3
"""Checks the rules of rules.yaml on a tree: `check_architecture.py [ROOT]`. Every finding names its cure; none: exit 0."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from typing import Callable, Iterator

from arrows import COMPILED, floors, lies_in, outside_headers, service_arrows, studio_arrows
from clients import client_zones
from comments import comment_forms, widths
from cpp_functions import functions
from ports import earned_ports, fakes_are_the_tests_own
from tree import TEST_AIDS, Finding, Tree

# -- coroutines


# Seen to be miscompiled by g++ 12 without a word: docs/adr/0023-coroutines-that-gcc-12-compiles-right.md.
MISCOMPILED = ((re.compile(r"(?:&&|\|\||\?)\s*co_await\b"), "awaits under &&, || or ?:"),
               (re.compile(r"\bwhile\s*\(!?\s*co_await\b"), "awaits in a loop's condition"),
               (re.compile(r"\bco_await\b[^;{}\"]*?[(,]\s*\{\s*[^\s}]"), "holds a braced aggregate in what is awaited"))


def coroutine_forms(tree: Tree) -> Iterator[Finding]:
    for name, text in tree.cpp(*COMPILED):
        code = re.sub(r"//[^\n]*", "", text)
        for form, what in MISCOMPILED:
            for match in form.finditer(code):
                yield Finding(name, code.count("\n", 0, match.start()) + 1, what,
                              "Give it a name in a statement of its own, then await, then decide (ADR 23)")


# -- switches


def switch_ends(tree: Tree) -> Iterator[Finding]:
    """A switch in which every case returns has nothing after it: a value that would come there is a mistake, not the last case."""
    for name, text in tree.cpp(*COMPILED):
        code = re.sub(r"//[^\n]*", "", text)
        for match in re.finditer(r"\bswitch\s*\([^;{}]*\)\s*\{", code):
            end = _end_of_block(code, match.end())
            body, after = code[match.end():end], code[end + 1:].lstrip()
            if not re.search(r"\bdefault:|\bbreak;", body) and re.match(r"(?:co_)?return\b", after):
                yield Finding(name, code.count("\n", 0, match.start()) + 1, "ends a switch with a value that no case has",
                              "End it with unreachable() of base/unreachable.hpp: the compiler names a case that is missing")


def _end_of_block(code: str, start: int) -> int:
    depth = 1
    for place in re.finditer(r"[{}]", code[start:]):
        depth += 1 if place[0] == "{" else -1
        if depth == 0:
            return start + place.start()
    return len(code)


# -- what has one home


def homes(tree: Tree) -> Iterator[Finding]:
    for home in tree.rules["homes"]:
        words = re.compile(home["words"])
        for name, text in tree.cpp(*COMPILED):
            if name.endswith(TEST_AIDS) or any(lies_in(name, folder) for folder in home["in"]):
                continue
            code = re.sub(r"//[^\n]*", "", text)
            for match in words.finditer(code):
                yield Finding(name, code.count("\n", 0, match.start()) + 1, f"writes {match[0].strip(' (')} outside of its home",
                              home["cure"])


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
                yield Finding(name, number, f"names {found[0]}, a path of one machine",
                              "Take the path from the environment or the checkout")


CHECKS: tuple[Callable[[Tree], Iterator[Finding]], ...] = (
    service_arrows, floors, studio_arrows, earned_ports, fakes_are_the_tests_own, outside_headers, client_zones, homes,
    switch_ends, coroutine_forms, comment_forms, widths, file_lengths, function_lengths, forbidden_names, readmes, foreign_places)


def findings(root: Path, exceptions: list[dict] | None = None) -> list[Finding]:
    """What is wrong, but for the known: an exception that nothing needs is wrong as well."""
    tree = Tree(root)
    found = [finding for check in CHECKS for finding in check(tree)]
    known = {(one["file"], one["sees"]) for one in (tree.rules["exceptions"] if exceptions is None else exceptions)}
    needed = {(finding.path, finding.sees) for finding in found}
    stale = [Finding(file, 1, f"does not see {sees} any more", "Take its exception out of rules.yaml", sees)
             for file, sees in sorted(known - needed)]
    return [finding for finding in found if (finding.path, finding.sees) not in known] + stale


def main() -> int:
    found = findings(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve())
    for finding in found:
        print(finding)
    print(f"check_architecture: {len(found)} findings" if found else "check_architecture: the tree obeys its rules")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
