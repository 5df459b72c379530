"""What `up` will take, told before it begins; and where the disk has too little, how much it lacks.

    room.before_building(checkout)
    room.before_starting(state)
"""

from __future__ import annotations

import os
from pathlib import Path

from . import build
from .account import Refused
from .state import State

MIB = 1 << 20
BUILD_BYTES = 1100 * MIB             # the release build, most of it once more in ccache, and the web client with its packages
STATE_BYTES = 1024 * MIB             # programs, an empty database with its log, a demo, logs
PROCESSOR_MINUTES = 8.0              # of a first build, the web client included


def before_building(checkout: Path) -> None:
    folder = build.folder_of(checkout, "release")
    if (folder / "build.ninja").exists():
        return
    jobs = build.jobs()
    print(f"the first build takes about {round(PROCESSOR_MINUTES / jobs)} minutes here (with {jobs} at once) and "
          f"{BUILD_BYTES // MIB} MiB in {folder}, where {free(folder) // MIB} MiB are free", flush=True)
    require(folder, BUILD_BYTES, "the build", "MRBILL_BUILD")


def before_starting(state: State) -> None:
    if state.exists:
        return
    print(f"the platform takes about {STATE_BYTES // MIB} MiB in {state.root}, where {free(state.root) // MIB} MiB are free", flush=True)
    require(state.root, STATE_BYTES, "the platform", "MRBILL_STATE")


def free(place: Path) -> int:
    """Bytes that are left on the disk where `place` is, or will be."""
    while not place.exists():
        place = place.parent
    disk = os.statvfs(place)
    return disk.f_bavail * disk.f_frsize


def require(place: Path, needed: int, what: str, variable: str) -> None:
    left = free(place)
    if left < needed:
        raise Refused(f"{what} needs {needed // MIB} MiB in {place}, and {left // MIB} MiB are free there: make room for "
                      f"{(needed - left) // MIB + 1} MiB, or name a folder on another disk in {variable}")
