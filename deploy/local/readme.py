"""The commands of README.md, as a reader would type them: every ```sh block, in order, in one shell.

    script = readme.script(Path("README.md").read_text(), url="http://localhost:8081", left_out=("git clone", "cd "))
"""

from __future__ import annotations

import re

FENCE = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
WRITTEN_URL = "http://localhost:8080"


def commands(text: str) -> list[str]:
    """One entry a command; a line that ends with a backslash goes on."""
    found = []
    for block in FENCE.findall(text):
        joined = ""
        for line in block.splitlines():
            joined += line + "\n"
            if not line.rstrip().endswith("\\") and not _is_open(joined):
                found.append(joined.rstrip("\n"))
                joined = ""
    return [command for command in found if command.strip() and not command.lstrip().startswith("#")]


def _is_open(text: str) -> bool:
    """True within a quoted text that spans lines."""
    quote, escaped = "", False
    for character in text:
        if escaped:
            escaped = False
        elif character == "\\" and quote != "'":
            escaped = True
        elif quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
    return bool(quote)


def script(text: str, url: str, left_out: tuple[str, ...]) -> str:
    """A bash script that says each command before it runs it, and stops at the first that fails."""
    lines = ["set -euo pipefail"]
    for command in commands(text):
        if not command.startswith(left_out):
            here = command.replace(WRITTEN_URL, url)
            lines += [f"printf '%s\\n' {_quoted('$ ' + here)}", here]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
