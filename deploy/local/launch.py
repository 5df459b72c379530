"""Becomes one unit: `python3 -m local.launch STATE UNIT [SLOT]` execs the program after ending what is left of its former life.

The program and all its children inherit one locked file. Holding that lock therefore proves that nobody of an earlier
start is alive, and who holds it are exactly those left over (an nginx worker whose master was killed, a PostgreSQL
backend), whatever group or session they moved to. They are ended by id before the program starts. SLOT is under which name
that is: the unit's own, or that of a successor which starts beside it (succession.py).
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pwd
import resource
import signal
import subprocess
import sys
from pathlib import Path

from . import process, users
from .state import State
from .unit import Plan, Unit


def take_family_lock(path: Path) -> int:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    for _ in range(3):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.set_inheritable(descriptor, True)
            return descriptor
        except BlockingIOError:
            process.end_family(path)
    raise RuntimeError(f"{path} stays locked")


def give_way(niceness: int) -> None:
    """Linux weighs whole sessions against each other (autogroups, see sched(7)) and a unit is a session: a nice value of
    its own threads says nothing to the other units. Where there are no autogroups the threads' own values count."""
    with contextlib.suppress(OSError):
        Path("/proc/self/autogroup").write_text(str(niceness))


def filtered(log: int, program: str) -> int:
    """The writing end of a pipe to a filter that ends with its last writer. It is no child of the unit, which would wonder at it, nor
    of its family. Nobody waits for a filter that hangs: the pipe refuses what does not fit."""
    reading, writing = os.pipe()
    subprocess.run(["/usr/bin/setsid", "--fork", sys.executable, "-I", "-S", program], stdin=reading, stdout=log, stderr=log,
                   check=True, cwd="/")
    os.close(reading)
    os.set_blocking(writing, False)
    return writing


def become_user(unit: Unit, log: int) -> None:
    """Its log is its own: some read its end at their start."""
    account = pwd.getpwnam(unit.user)
    os.fchown(log, account.pw_uid, account.pw_gid)
    users.become(unit.user)


def become(state: State, unit: Unit, slot: str) -> None:
    take_family_lock(state.lock(slot))
    for stale in unit.remove_before_start:
        Path(stale).unlink(missing_ok=True)
    beside = {"MRBILL_LISTEN_WHEN_READY": "true"} if slot != unit.name else {}
    log = os.open(state.log(unit.name), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with contextlib.suppress(OSError):  # a full disk: then it counts as what the plan says
        process.write_atomically(state.fingerprint(slot), unit.fingerprint)
    process.record(state.record(slot), process.identity(os.getpid()))
    if unit.niceness:
        give_way(unit.niceness)
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 65_536) if most > 0 else 65_536, most))
    if unit.user:
        become_user(unit, log)
    empty = os.open("/dev/null", os.O_RDONLY)
    os.dup2(empty, 0)
    words = filtered(log, unit.words_through) if unit.words_through else log
    os.dup2(words, 1)
    os.dup2(words, 2)
    os.chdir(unit.cwd)
    os.umask(0o077)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    os.execve(unit.argv[0], unit.argv, unit.environment | beside)


def main() -> None:
    state, name, slot = State(Path(sys.argv[1])), sys.argv[2], sys.argv[-1]
    unit = next(unit for unit in Plan.read(state.plan).units if unit.name == name)
    try:
        become(state, unit, slot)
    except Exception as error:  # told in the unit's log: the supervisor tries again
        with open(state.log(name), "a", encoding="utf-8") as log:
            log.write(f"mrbill: {name} cannot start: {error}\n")
        sys.exit(1)


if __name__ == "__main__":
    main()
