"""Logs grow to a size, then move aside; three old ones are kept. Programs append, so copying and cutting is safe."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from .state import State

MOST_BYTES = 16 * 1024 * 1024
OLD_KEPT = 3


def rotate_large(state: State) -> None:
    for entry in os.scandir(state.root / "log"):
        if entry.name.endswith(".log") and entry.stat().st_size > MOST_BYTES:
            rotate(Path(entry.path))


def rotate(log: Path) -> None:
    for number in range(OLD_KEPT - 1, 0, -1):
        older = log.with_name(f"{log.name}.{number}")
        if older.exists():
            older.rename(log.with_name(f"{log.name}.{number + 1}"))
    shutil.copyfile(log, log.with_name(f"{log.name}.1"))
    os.truncate(log, 0)
