"""What every check reads: the files of the repository, its rules, and what a finding is."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

import yaml

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^">]+)[">]', re.MULTILINE)

TEST_AIDS = ("_test.cpp", "_contract.hpp", "_fixture.hpp")  # compiled into tests only


@dataclass(frozen=True)
class Finding:
    path: str
    line: int
    what: str
    cure: str
    sees: str = ""  # what an arrow points at: an exception names it

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}. {self.cure}."


def rules() -> dict:
    return yaml.safe_load((Path(__file__).parent / "rules.yaml").read_text())


class Tree:
    """The files of the repository: what git tracks, else all."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.rules = rules()
        self.files = sorted(self._tracked() if (root / ".git").exists() else self._all())
        self._texts: dict[str, str] = {}

    def _tracked(self) -> list[str]:
        command = ["git", "-c", f"safe.directory={self.root}", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=self.root, check=True, capture_output=True, text=True).stdout
        return [name for name in listed.split("\0") if name and (self.root / name).is_file()]

    def _all(self) -> list[str]:
        return [str(file.relative_to(self.root)) for file in self.root.rglob("*") if file.is_file()]

    def text(self, name: str) -> str:
        if name not in self._texts:
            try:
                self._texts[name] = (self.root / name).read_text()
            except UnicodeDecodeError:
                self._texts[name] = ""
        return self._texts[name]

    def cpp(self, *tops: str) -> Iterator[tuple[str, str]]:
        for name in self.files:
            if name.endswith((".cpp", ".hpp")) and name.startswith(tops):
                yield name, self.text(name)

    def floors(self, half: str = "platform", only_plain: bool = False) -> list[str]:
        """The modules of platform/ or studio/ in the order of their floors; the PLAIN ones know no Asio."""
        file, kind = f"{half}/CMakeLists.txt", r" PLAIN\b" if only_plain else ""
        return re.findall(rf"^mrbill_module\((\w+){kind}", self.text(file), re.MULTILINE) if file in self.files else []


def includes(text: str) -> Iterator[tuple[int, str]]:
    """Line, and what is included: both kinds of quote find the same headers."""
    for match in INCLUDE.finditer(text):
        yield text.count("\n", 0, match.start(1)) + 1, match[1]
