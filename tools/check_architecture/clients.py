"""The arrows of the clients under apps/: zones and features. TypeScript's imports, QML's folders and C++'s includes alike."""

from __future__ import annotations

import posixpath
import re
from typing import Iterator

from tree import Finding, Tree

SOURCES = (".ts", ".tsx", ".js", ".jsx", ".mjs", ".qml", ".cpp", ".hpp")
IMPORT = re.compile(r"""^\s*#\s*include\s*[<"](?P<include>[^">]+)[">]"""
                    r"""|\b(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])(?P<from>[^'"\n]+)\2"""
                    r"""|\b(?:import|require)\s*\(?\s*(['"])(?P<bare>[^'"\n]+)\4""", re.MULTILINE)
ALIASES = ("@/", "~/", "src/")  # of the client's root
SHARED = "contracts/"  # all that programs share about each other


def client_zones(tree: Tree) -> Iterator[Finding]:
    for root, zones in tree.rules["apps"].items():
        for name in tree.files:
            if name.startswith(root + "/") and name.endswith(SOURCES) and ".test." not in name:  # tests are free
                yield from _zones_of(tree, name, root, zones)


def _zones_of(tree: Tree, name: str, root: str, zones: dict[str, list[str]]) -> Iterator[Finding]:
    own = _zone(name, root)
    for line, target in _imports(tree.text(name)):
        if re.match(r"Qt(?:Quick|Qml)\b|QQ(?:uick|ml)", target) and name.startswith(tuple(tree.rules["without_qml"])):
            yield Finding(name, line, f"{own[0]} sees {target}", "What the pages show stands in ui/ and features/: core knows no QtQuick",
                          target)
        seen = _resolved(target, name, root, zones, {*tree.floors(), *tree.floors("studio")})
        if seen is not None and not seen.startswith(SHARED):
            yield from _arrow(name, line, own, seen, target, root, zones)


def _arrow(name: str, line: int, own: tuple[str, str], path: str, target: str, root: str, zones: dict) -> Iterator[Finding]:
    if not path.startswith(root + "/"):
        yield Finding(name, line, f"sees {target}, which is no part of {root}",
                      "Programs share contracts alone: generate a client from one", target)
        return
    seen = _zone(path, root)
    if own[0] == seen[0] == "features" and own[1] != seen[1]:
        yield Finding(name, line, f"the feature {own[1]} sees the feature {seen[1]} ({target})",
                      "Put what both need into a zone below them, or join them in app/", target)
    elif own[0] in zones and seen[0] in zones and own[0] != seen[0] and seen[0] not in zones[own[0]]:
        yield Finding(name, line, f"{own[0]} sees {seen[0]} ({target})",
                      f"{own[0]} may only see {zones[own[0]] or 'itself'}: hand it in from app/", target)


def _imports(text: str) -> Iterator[tuple[int, str]]:
    for match in IMPORT.finditer(text):
        yield text.count("\n", 0, match.end()) + 1, match["include"] or match["from"] or match["bare"]


def _resolved(target: str, name: str, root: str, zones: dict, modules: set[str]) -> str | None:
    """The path in the repository that is meant; nothing where it is a package's."""
    if alias := next((alias for alias in ALIASES if target.startswith(alias)), None):
        return posixpath.join(root, target.removeprefix(alias))
    if target.startswith("."):
        return posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
    first = target.split("/")[0] if "/" in target else ""
    if first in zones:
        return posixpath.join(root, target)
    if first in modules:
        return posixpath.join("platform", target)
    return {"contract": SHARED, "services": target, "platform": target, "studio": target}.get(first)


def _zone(path: str, root: str) -> tuple[str, str]:
    """Zone and, of a feature, its noun."""
    parts = path.removeprefix(root + "/").split("/")
    return parts[0], posixpath.splitext(parts[1])[0] if len(parts) > 1 else ""
