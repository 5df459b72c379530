"""What a port must have to be one: a second adapter, or a fake and the suite that holds both to the same promises."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Iterator

from tree import TEST_AIDS, Finding, Tree

PORT = re.compile(r"^class (\w+) \{\n(?: public:\n)? *(?:public:\n)? *virtual ~\1\(\) = default;", re.MULTILINE)
FAKE = re.compile(r"/adapters/memory/|" + "|".join(f"{re.escape(aid)}$" for aid in TEST_AIDS))
SUITE = re.compile(r"^(?:class|using) (\w+Contract)\b", re.MULTILINE)
RUN = re.compile(r"INSTANTIATE_(?:TYPED_)?TEST_SUITE_P\(\s*\w+,\s*(\w+)")
# What is linked into tests only.
FAKES = re.compile(r'#include [<"](?:adapters/memory/|[^">]*/memory_|[^">]*_contract\.hpp|[^">]*_fixture\.hpp)')


@dataclass
class Port:
    name: str
    file: str
    line: int
    adapters: list[str] = field(default_factory=list)
    fakes: list[str] = field(default_factory=list)
    runs: int = 0  # of its suites, each against an implementation

    def lacks(self) -> tuple[str, str] | None:
        if self.fakes and self.runs < 2:
            return (f"{self.name} has a fake ({self.fakes[0]}) that no contract suite holds to what the adapter does",
                    f"Write {self.file.removesuffix('.hpp')}_contract.hpp and run it against both")
        if not self.fakes and len(self.adapters) < 2:
            return (f"{self.name} has one implementation",
                    "Use the adapter itself, or write a fake that tests need and the suite for both")
        return None


def ports_of(tree: Tree) -> list[Port]:
    """Each port of each service, who implements it, and how often its suite is run."""
    found = []
    for service in sorted({name.split("/")[1] for name in tree.files if name.startswith("services/") and name.count("/") > 1}):
        sources = dict(tree.cpp(f"services/{service}/"))
        runs = [suite for text in sources.values() for suite in RUN.findall(text)]
        for file, text in sources.items():
            if f"services/{service}/ports/" in file and "_contract" not in file:
                found += [_port(match, file, text, sources, runs) for match in PORT.finditer(text)
                          if "= 0;" in text[match.end():text.find("\n};", match.end())]]  # a handle promises nothing
    return found


def _port(match: re.Match, file: str, text: str, sources: dict[str, str], runs: list[str]) -> Port:
    port = Port(match[1], file, text.count("\n", 0, match.start()) + 1)
    implements = re.compile(rf"(?::|,) public (?:\w+::)*{port.name}\b")
    for name, code in sources.items():
        if implements.search(code):
            (port.fakes if FAKE.search(name) else port.adapters).append(name)
    suites = [suite for name, code in sources.items() if "/ports/" in name and name.endswith("_contract.hpp")
              and re.search(rf"\b{port.name}\b", code) for suite in SUITE.findall(code)]
    port.runs = max((runs.count(suite) for suite in suites), default=0)
    return port


def earned_ports(tree: Tree) -> Iterator[Finding]:
    excused = {name for one in tree.rules["unearned_ports"] for name in one["ports"]}
    lacking = {port.name: port for port in ports_of(tree) if port.lacks()}
    for name, port in lacking.items():
        if name not in excused:
            yield Finding(port.file, port.line, *port.lacks(), sees=name)


def needless_excuses(tree: Tree) -> list[str]:
    lacking = {port.name for port in ports_of(tree) if port.lacks()}
    return sorted({name for one in tree.rules["unearned_ports"] for name in one["ports"]} - lacking)


def fakes_are_the_tests_own(tree: Tree) -> Iterator[Finding]:
    for name, text in tree.cpp("platform/", "services/", "studio/", "bench/"):
        if FAKE.search(name) or "/testing/" in name or re.search(r"/memory_\w+\.[ch]pp$", name):
            continue
        for match in FAKES.finditer(text):
            yield Finding(name, text.count("\n", 0, match.start()) + 1, f"sees {match[0].split()[1]}, which is the tests' own",
                          "Fakes and suites are compiled for tests only: hand in what the port's adapter is", match[0].split()[1])
