"""How texts lie on the page: comments torn by a formatter, decorative rulers, lines wider than .editorconfig allows."""

from __future__ import annotations

import configparser
import io
import re
import tokenize
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Iterator

from cpp_functions import NOISE
from tree import Finding, Tree

WIDTH_OF = (".cpp", ".hpp", ".py", ".ts", ".tsx", ".mjs", ".cmake", ".qml")
RULER = re.compile(r"-{3,}|([=─*#~_+/])\1{3,}")
NOT_PROSE = re.compile(r"\s{2}|[-*] |\d+\. |$")  # how a line of an example, a list or a table begins


@dataclass(frozen=True)
class Comment:
    line: int
    column: int
    text: str  # behind its sign
    trails: bool  # stands behind code


def comments(name: str, text: str) -> Iterator[Comment]:
    """Comments of one line (// or #), in their order."""
    if name.endswith((".cpp", ".hpp")):
        yield from _cpp_comments(text)
    elif name.endswith(".py"):
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                yield Comment(token.start[0], token.start[1], token.string[1:].removeprefix(" "),
                              bool(token.line[:token.start[1]].strip()))


def _cpp_comments(text: str) -> Iterator[Comment]:
    for match in NOISE.finditer(text):
        if match[0].startswith("//"):
            begins = text.rfind("\n", 0, match.start()) + 1
            yield Comment(text.count("\n", 0, begins) + 1, match.start() - begins, match[0][2:].removeprefix(" "),
                          bool(text[begins:match.start()].strip()))


def blocks(found: Iterator[Comment]) -> Iterator[list[Comment]]:
    """Comments that continue each other: line by line, in one column."""
    block: list[Comment] = []
    for comment in found:
        if block and (comment.line != block[-1].line + 1 or comment.column != block[-1].column or comment.trails):
            yield block
            block = []
        block.append(comment)
    if block:
        yield block


def torn(block: list[Comment]) -> Iterator[Comment]:
    """Lines of one stranded word: what is left of a line that a formatter broke."""
    for before, here in zip(block, block[1:]):
        word = here.text.strip()
        prose = not NOT_PROSE.match(before.text) and not NOT_PROSE.match(here.text)
        if prose and " " not in word and " " in before.text.strip() and "/" not in word:
            yield here


def comment_forms(tree: Tree) -> Iterator[Finding]:
    for name in tree.files:
        if name.endswith((".cpp", ".hpp", ".py")) and "golden" not in name.split("/"):
            for block in blocks(comments(name, tree.text(name))):
                for comment in torn(block):
                    yield Finding(name, comment.line, f"the comment has one word, {comment.text.strip()!r}, on a line of its own",
                                  "Break its lines anew, or say it in fewer words")
                for comment in filter(lambda one: RULER.search(one.text), block):
                    yield Finding(name, comment.line, "has a ruler", "A heading is enough; a file that needs rulers is two files")


def widths(tree: Tree) -> Iterator[Finding]:
    """C++ is broken by clang-format (tests/architecture), all but its comments."""
    sections = _editorconfig(tree)
    for name in tree.files:
        limit = _width_of(name, sections) if name.endswith(WIDTH_OF) and "golden" not in name.split("/") else None
        if not limit or not any(len(line) > limit for line in tree.text(name).splitlines()):
            continue
        commented = {one.line for one in comments(name, tree.text(name))} if name.endswith((".cpp", ".hpp")) else None
        for number, line in enumerate(tree.text(name).splitlines(), 1):
            if len(line) > limit and (commented is None or number in commented):
                yield Finding(name, number, f"is {len(line)} wide, at most {limit} are allowed (.editorconfig)",
                              "Break the line, or name its parts")


def _editorconfig(tree: Tree) -> list[tuple[list[str], str]]:
    parsed = configparser.ConfigParser()
    parsed.read_string("[top]\n" + (tree.text(".editorconfig") if ".editorconfig" in tree.files else ""))
    return [(_patterns(name), section["max_line_length"]) for name, section in parsed.items() if "max_line_length" in section]


def _patterns(section: str) -> list[str]:
    before, _, rest = section.partition("{")
    inside, _, after = rest.partition("}")
    return [f"{before}{one}{after}" for one in inside.split(",")] if rest else [section]


def _width_of(name: str, sections: list[tuple[list[str], str]]) -> int | None:
    said = [value for patterns, value in sections if any(fnmatch(Path(name).name, pattern) for pattern in patterns)]
    return int(said[-1]) if said and said[-1] != "off" else None
