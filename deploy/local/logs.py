"""Prints the logs, all or of one service, and follows them with -f."""

from __future__ import annotations

import os
import subprocess

from .account import Refused
from .state import State

LINES = 200


def show(state: State, names: list[str], follow: bool) -> int:
    known = sorted(file.stem for file in (state.root / "log").glob("*.log"))
    unknown = [name for name in names if name not in known]
    if unknown:
        raise Refused(f"there is no log of {unknown[0]}; there are: {', '.join(known)}")
    files = [str(state.log(name)) for name in names or known]
    command = ["tail", "-n", str(LINES if names else 20), *(["-F"] if follow else []), *files]
    if follow:
        os.execvp("tail", command)
    return subprocess.run(command).returncode
