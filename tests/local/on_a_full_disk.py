"""Run on a small file system of its own: `on_a_full_disk.py FOLDER` fills it under a supervisor and kills everybody in turn."""

import os
import subprocess
import sys
import time
from pathlib import Path

from local import process
from local.state import State
from local.unit import Plan, Unit


def until(condition, words: str) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        if time.monotonic() > deadline:
            sys.exit(f"not in time: {words}")
        time.sleep(0.02)


def fill(folder: Path) -> None:
    for size in (65_536, 4_096, 1):
        with open(folder / f"ballast-{size}", "wb", buffering=0) as ballast:
            try:
                while ballast.write(b"x" * size):
                    pass
            except OSError:
                continue


def is_back(state: State, name: str, killed: process.Identity) -> bool:
    return process.recorded(state.record(name)) not in (None, killed)


def kill_in_turn(state: State) -> None:
    supervisor = process.recorded(state.record("supervisor"))
    for name in ("sleeper", "sleeper", "watcher", "supervisor", "watcher", "sleeper"):
        killed = process.recorded(state.record(name))
        process.send(killed, 9)
        until(lambda n=name, k=killed: is_back(state, n, k), f"{name} is back")
        if name == "sleeper" and supervisor is not None and process.recorded(state.record("supervisor")) != supervisor:
            sys.exit("the supervisor was ended")
        if name == "supervisor":
            supervisor = None


def main() -> None:
    state = State(Path(sys.argv[1]) / "s")
    state.lay_out()
    state.wanted.touch()
    Plan([Unit("sleeper", ["/bin/sleep", "300"], stage=1, cwd="/")]).write(state.plan)
    with open(state.log("supervisor"), "ab") as log:
        subprocess.Popen([sys.executable, "-m", "local.supervisor", str(state.root)], stdout=log, stderr=log, env=os.environ)
    until(lambda: all(process.recorded(state.record(name)) for name in ("sleeper", "watcher")), "the start")
    fill(state.root)
    try:
        kill_in_turn(state)
    finally:
        state.wanted.unlink()
        for name in ("watcher", "supervisor"):
            who = process.recorded(state.record(name))
            if who is not None:
                process.send(who, 15)
                process.wait_end(who, 20)
    print("all came back")


main()
