"""Debian's machine-readable copyright files (DEP 5): which licences, the main one first."""

from __future__ import annotations

import re

FIELD = re.compile(r"^(Files|License):[ \t]*(.*(?:\n[ \t]+.*)*)", re.MULTILINE)
# Debian's own packaging files are in no program.
PACKAGING = re.compile(r"^debian/\S*$")


def licences_of(text: str) -> list[str]:
    """That of `Files: *` first, then the others in their order. Empty for a file that is prose."""
    main: list[str] = []
    others: list[str] = []
    for paragraph in re.split(r"\n[ \t]*\n(?=\S)", text):
        fields = dict(FIELD.findall(paragraph))
        files = fields.get("Files", "").split()
        name = fields.get("License", "").split("\n")[0].strip()
        if not files or not name or all(PACKAGING.match(file) for file in files):
            continue
        (main if "*" in files else others).append(name)
    return list(dict.fromkeys(main + others))
