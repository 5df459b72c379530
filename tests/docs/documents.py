"""The repository's Markdown: its files, their diagrams, links and headings.

    for document in documents():
        for diagram in document.diagrams: print(diagram.place, diagram.text)
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
LEFT_OUT = {".git", ".local", "build", "node_modules"}
FENCE = re.compile(r"^\s*(```+|~~~+)\s*([\w-]*)")
LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")


@dataclass(frozen=True)
class Piece:
    """A part of a document: a diagram's text, a link's target, a heading."""

    place: str  # README.md:12
    text: str


@dataclass(frozen=True)
class Document:
    path: Path
    root: Path = ROOT

    @property
    def name(self) -> str:
        return str(self.path.relative_to(self.root))

    @cached_property
    def diagrams(self) -> list[Piece]:
        return [Piece(f"{self.name}:{number}", "\n".join(lines)) for number, language, lines in self._blocks
                if language == "mermaid"]

    @cached_property
    def links(self) -> list[Piece]:
        return [Piece(f"{self.name}:{number}", target) for number, line in self._prose
                for target in LINK.findall(re.sub(r"`[^`]*`", "", line))]

    @cached_property
    def anchors(self) -> set[str]:
        """What GitHub makes of the headings."""
        headings = [match[1] for _, line in self._prose if (match := HEADING.match(line))]
        plain = [re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "") for heading in headings]
        return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in plain}

    @cached_property
    def _blocks(self) -> list[tuple[int, str, list[str]]]:
        return self._parts[0]

    @cached_property
    def _prose(self) -> list[tuple[int, str]]:
        return self._parts[1]

    @cached_property
    def _parts(self) -> tuple[list[tuple[int, str, list[str]]], list[tuple[int, str]]]:
        blocks, prose, closing = [], [], ""
        for number, line in enumerate(self.path.read_text().splitlines(), 1):
            fence = FENCE.match(line)
            if closing and line.strip() == closing:
                closing = ""
            elif closing:
                blocks[-1][2].append(line)
            elif fence:
                closing = fence[1]
                blocks.append((number, fence[2], []))
            else:
                prose.append((number, line))
        return blocks, prose


def documents(root: Path = ROOT) -> list[Document]:
    return [Document(file, root) for file in files(root) if file.suffix == ".md"]


def diagrams(root: Path = ROOT) -> list[Piece]:
    return [diagram for document in documents(root) for diagram in document.diagrams]


def files(root: Path = ROOT) -> list[Path]:
    """What git tracks or would; without git, all but what is built."""
    if (root / ".git").exists():
        command = ["git", "-c", f"safe.directory={root}", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout.split("\0")
        return sorted(root / name for name in names if name and (root / name).is_file())
    return sorted(file for file in root.rglob("*") if file.is_file() and not LEFT_OUT & set(file.relative_to(root).parts))
