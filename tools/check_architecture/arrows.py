"""Who may include whom: the layers of a service, the platform's modules, the headers from outside."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path
from typing import Iterator

from tree import TEST_AIDS, Finding, Tree, includes

COMPILED = ("platform/", "studio/", "services/", "contracts/", "tools/", "bench/", "tests/")
HALVES = ("platform", "studio")  # each has its modules and their floors


def service_arrows(tree: Tree) -> Iterator[Finding]:
    for name, text in tree.cpp("services/"):
        parts = name.split("/")
        layer = parts[2] if len(parts) > 3 else ""
        if layer and layer not in tree.rules["layers"]:
            yield Finding(name, 1, f"{layer} is no layer of a service",
                          "Put the code into one, or give the new one its arrows in rules.yaml")
        for line, target in includes(text):
            yield from _service_arrow(tree, name, line, layer, target)


def _service_arrow(tree: Tree, name: str, line: int, layer: str, target: str) -> Iterator[Finding]:
    seen = target.split("/")[0]
    if ".." in Path(target).parts or target.startswith("services/"):
        yield Finding(name, line, f"includes {target} by a path out of its folder",
                      "Include a service's own header from its root; what two services share is a contract", target)
    elif "/" not in target:
        yield from _root_arrow(tree, name, line, target)
    elif layer and not name.endswith(TEST_AIDS):
        check = _layer_arrow if seen in tree.rules["layers"] else _module_arrow
        yield from check(tree, name, line, layer, target)


def _root_arrow(tree: Tree, name: str, line: int, target: str) -> Iterator[Finding]:
    sees_it = next((who for header, who in tree.rules["root_headers"].items() if fnmatch(target, header)), None)
    path = name.split("/")
    if sees_it is not None and not (len(path) == 3 and any(fnmatch(path[2], who) for who in sees_it)):
        yield Finding(name, line, f"{path[2]} sees {target}, a header of the service's root",
                      f"Only {', '.join(sees_it)} may: hand in what is needed; a layer's own header is named by its path from the root",
                      target)


def _layer_arrow(tree: Tree, name: str, line: int, layer: str, target: str) -> Iterator[Finding]:
    seen, may_see = target.split("/")[0], tree.rules["layers"].get(layer, [])
    if seen != layer and seen not in may_see:
        yield Finding(name, line, f"{layer} sees {seen} ({target})",
                      f"Put a port into ports/ and hand the {seen} part in through main.cpp"
                      if layer in ("usecases", "api", "worker") else f"{layer} may only see {may_see or 'values'}: move the code", target)


def _module_arrow(tree: Tree, name: str, line: int, layer: str, target: str) -> Iterator[Finding]:
    may_see = tree.rules["modules"].get(layer)
    if may_see is None or _family(tree, target) or {target.split("/")[0], target} & set(may_see):
        return
    yield Finding(name, line, f"{layer} sees <{target}>",
                  f"Of the platform {layer} sees {', '.join(may_see)} alone: put a port before it, or do it in an outer layer", target)


def floors(tree: Tree) -> Iterator[Finding]:
    told = {("platform", module, header) for module, headers in tree.rules["platform_is_told"].items() for header in headers}
    for half in HALVES:
        order = tree.floors(half)
        for name, text in tree.cpp(half + "/"):
            own = name.split("/")[1]
            for line, target in includes(text) if own in order else ():
                if not {(half, own, target), (half, "any", target)} & told:
                    yield from _floor_arrow(name, line, (half, own), target, order)


def _floor_arrow(name: str, line: int, place: tuple[str, str], target: str, order: list[str]) -> Iterator[Finding]:
    half, own = place
    seen = target.split("/")[0]
    if "/" in target and seen in order and order.index(seen) > order.index(own) and not _helps_a_test(name, seen):
        yield Finding(name, line, f"{own} sees {seen}, which stands below it in {half}/CMakeLists.txt",
                      "Turn the arrow round, or move both modules' lines if no cycle comes of it", target)
    if seen in ("contract", "services", "usecases", "domain", "adapters", "api", "ports"):
        yield Finding(name, line, f"{half} sees {target}",
                      f"{half.capitalize()} knows no service and no business word: pass what it needs as a parameter", target)


def studio_arrows(tree: Tree) -> Iterator[Finding]:
    """Nobody sees the studio but who draws, the platform least of all; of the platform it sees what knows no Asio."""
    studio, platform, plain = ({*names} for names in (tree.floors("studio"), tree.floors(), tree.floors(only_plain=True)))
    who = tree.rules["studio_is_seen_by"]
    for name, text in tree.cpp(*COMPILED):
        for line, target in includes(text):
            seen = target.split("/")[0]
            if seen in studio and not any(lies_in(name, folder) for folder in ["studio", *who]):
                yield Finding(name, line, f"{name.split('/')[0]} sees {target}, which is the studio's",
                              f"Only {', '.join(who)} may: ask a program of content's, or hand in what is needed", target)
            if name.startswith("studio/") and seen in platform - plain and not _helps_a_test(name, seen):
                yield Finding(name, line, f"studio sees {target}, which knows Asio",
                              "Of the platform the studio sees the PLAIN modules: hand in what is needed", target)


def _helps_a_test(name: str, seen: str) -> bool:
    return seen == "testing" and name.endswith(TEST_AIDS)


def outside_headers(tree: Tree) -> Iterator[Finding]:
    """Headers that are neither the standard library's nor our own. What only tests compile is free."""
    ours = {*tree.floors(), *tree.floors("studio"), *tree.rules["layers"], "contract", "services", *HALVES}
    for name, text in tree.cpp(*COMPILED):
        for line, target in includes(text) if not name.endswith(TEST_AIDS) else ():
            family = _family(tree, target)
            if family and not any(lies_in(name, folder) for folder in family["in"]):
                yield Finding(name, line, f"sees <{target}>, which stands in {', '.join(family['in'])} only",
                              "Do it there, behind a port or a module's own header", target)
            elif not family and _is_outside(target, ours):
                yield Finding(name, line, f"sees <{target}>, for which rules.yaml names no place",
                              "Say under `outside` in which folders it may stand", target)


def _family(tree: Tree, target: str) -> dict | None:
    return next((family for family in tree.rules["outside"] if target.startswith(tuple(family["headers"]))), None)


def _is_outside(target: str, ours: set[str]) -> bool:
    return target.split("/")[0] not in ours if "/" in target else target.endswith(".h")


def lies_in(name: str, folder: str) -> bool:
    """Whether a file lies in the folder (or is the file) of a pattern such as services/*/adapters."""
    parts, pattern = name.split("/"), folder.split("/")
    return len(parts) >= len(pattern) and all(map(fnmatch, parts, pattern))
