"""What a backup looks like, for who writes one and who puts one back.

The file is a tar: `mrbill-backup.json` first (what it is), `postgres/...` (a base backup: all databases at one moment), `secrets/`,
`demo.json`, `objects/...`, and last `checksums.json`, without which it is not whole.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from pathlib import Path
from typing import BinaryIO

from .account import Refused
from .state import State

FORMAT = 1
MANIFEST, CHECKSUMS = "mrbill-backup.json", "checksums.json"
PART = r"(?!\.{1,2}(?:/|$))[A-Za-z0-9._@-]+"
NAME = re.compile(rf"(?:demo\.json|secrets/{PART}|postgres/(?:base\.tar\.gz|pg_wal\.tar\.gz|backup_manifest)|objects(?:/{PART})+)")
SPARE = 64 << 20  # bytes that a disk must have left


def say(words: str) -> None:
    print(f"  {words}", file=sys.stderr, flush=True)


def require_room(place: int | Path, needed: int, what: str) -> None:
    disk = os.statvfs(place)
    free = disk.f_bavail * disk.f_frsize
    if free < needed + SPARE:
        raise Refused(f"{what} needs {(needed + SPARE) >> 20} MiB, and {free >> 20} MiB are free; nothing was changed")


def migrations_of(state: State) -> dict[str, list[str]]:
    """What the installed program knows, by component."""
    return {folder.name: sorted(file.name for file in folder.glob("V*.sql"))
            for folder in sorted((state.program / "migrations").glob("*"))}


class Hashed:
    """A stream that knows the digest of what was read from it."""

    def __init__(self, source: BinaryIO) -> None:
        self.source, self.digest = source, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self.source.read(size)
        self.digest.update(data)
        return data
