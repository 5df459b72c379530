"""Logs grow to a size, then move aside; three old ones are kept. Programs append, so copying and cutting is safe."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

from .state import State

MAX_BYTES = 16 * 1024 * 1024
OLD_KEPT = 3


def rotate_large(state: State) -> None:
    for entry in os.scandir(state.root / "log"):
        if entry.name.endswith(".log") and entry.stat().st_size > MAX_BYTES:
            rotate(Path(entry.path))


def rotate(log: Path) -> None:
    """On a full disk there is no room for the copy: then the oldest goes first, and the log waits."""
    scratch = log.with_name(f"{log.name}.copy")
    try:
        with open(log, "rb") as source, os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as copy:
            shutil.copyfileobj(source, copy)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        log.with_name(f"{log.name}.{OLD_KEPT}").unlink(missing_ok=True)
        return
    for number in range(OLD_KEPT - 1, 0, -1):
        older = log.with_name(f"{log.name}.{number}")
        if older.exists():
            older.rename(log.with_name(f"{log.name}.{number + 1}"))
    scratch.rename(log.with_name(f"{log.name}.1"))
    os.truncate(log, 0)
