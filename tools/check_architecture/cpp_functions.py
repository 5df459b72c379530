"""Finds the functions of a C++ file and their lengths, without a compiler: braces, counted outside of comments and strings."""

from __future__ import annotations

import re
from typing import Iterator

NOISE = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<tag>[^(\s]{0,16})\(.*?\)(?P=tag)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
_SCOPE = re.compile(r"\b(namespace|class|struct|union|enum)\b(?![^{]*\)\s*(const|noexcept|override|->|$))|\bextern\s*$")
_TEMPLATE = re.compile(r"\btemplate\s*<(?:[^<>]|<(?:[^<>]|<[^<>]*>)*>)*>")


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _is_scope(head: str) -> bool:
    return bool(_SCOPE.search(_TEMPLATE.sub(" ", head)))


def _is_function(head: str) -> bool:
    return "(" in head and not re.search(r"=\s*$", head) and not re.search(r"^\s*[,:]?\s*\w+_?\s*$", head)


def functions(text: str) -> Iterator[tuple[str, int, int]]:
    """Name, first line, number of lines of each function outside of functions (a lambda belongs to its function)."""
    code = NOISE.sub(_blank, text)
    code = re.sub(r"^[ \t]*#(?:[^\n\\]|\\.|\\\n)*", _blank, code, flags=re.MULTILINE)
    head_start, opened, inside = 0, [], 0
    for match in re.finditer(r"[{};]", code):
        here = match.start()
        if match[0] == "{":
            head = code[head_start:here]
            scope = inside == 0 and _is_scope(head)
            function = inside == 0 and not scope and _is_function(head)
            opened.append((scope, function, head_start + len(head) - len(head.lstrip()), head))
            inside += not scope
            head_start = here + 1
        elif match[0] == "}" and opened:
            scope, function, start, head = opened.pop()
            inside -= not scope
            if function:
                first = code.count("\n", 0, start) + 1
                yield _name(head), first, code.count("\n", 0, here) + 2 - first
            head_start = here + 1
        elif match[0] == ";" and inside == 0:
            head_start = here + 1


def _name(head: str) -> str:
    found = re.search(r"([\w:~]+|operator\s*\S+)\s*\(", _TEMPLATE.sub(" ", head))
    return found[1] if found else "a function"
