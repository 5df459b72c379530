"""Restarts a killed supervisor: `python3 -m local.watcher STATE`. The supervisor does the same for it."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from pathlib import Path

from . import process
from .state import State
from .supervisor import become_single, start_detached


def watch(state: State) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # what it starts is reaped by the kernel
    while state.wanted.exists():
        supervisor = process.recorded(state.record("supervisor"))
        if supervisor is not None:
            process.wait_end(supervisor, 1.0)
            continue
        with contextlib.suppress(OSError):  # tried again in half a second
            start_detached("local.supervisor", state)
        _wait_for_record(state, 0.5)


def _wait_for_record(state: State, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.recorded(state.record("supervisor")) is None:
        time.sleep(0.02)


def main() -> None:
    state = State(Path(sys.argv[1]))
    os.chdir("/")
    if become_single(state, "watcher"):
        watch(state)


if __name__ == "__main__":
    main()
