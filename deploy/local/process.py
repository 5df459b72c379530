"""Processes named so that a reused pid can never be mistaken for them.

    me = process.identity(os.getpid())
    process.alive(me)           # True until exactly this process ends
"""

from __future__ import annotations

import errno
import json
import os
import select
import signal
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

RECORD_BYTES = 160
BOOT = Path("/proc/sys/kernel/random/boot_id").read_text().strip()[:8]


@dataclass(frozen=True)
class Identity:
    pid: int
    start: str  # boot and clock ticks: together with the pid unique


def identity(pid: int) -> Identity | None:
    """None when there is no such process or it is a zombie."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return None
    fields = stat[stat.rindex(")") + 2:].split()
    return None if fields[0] in "ZX" else Identity(pid, f"{BOOT}:{fields[19]}")


def alive(who: Identity | None) -> bool:
    return who is not None and identity(who.pid) == who


def place(folder: Path) -> str:
    """What tells a folder from every copy of it."""
    stat = folder.stat()
    return f"{stat.st_dev}:{stat.st_ino}"


def write_atomically(path: Path, text: str, mode: int = 0o600) -> None:
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, mode), "w") as file:
            os.fchmod(file.fileno(), mode)
            file.write(text)
        os.replace(scratch, path)
    except OSError:
        scratch.unlink(missing_ok=True)
        raise


def record(path: Path, who: Identity) -> None:
    """Also where the disk is full: what stands there is overwritten, in one write of always the same length."""
    text = json.dumps(asdict(who) | {"place": place(path.parent)}).ljust(RECORD_BYTES)
    try:
        write_atomically(path, text)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT) or not path.exists():
            raise
        _overwrite(path, text.encode())


def _overwrite(path: Path, text: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.pwrite(descriptor, text, 0)
    finally:
        os.close(descriptor)


def recorded(path: Path) -> Identity | None:
    """The process that `path` names, if it still lives. In a copied folder that is nobody: it is the original's."""
    try:
        known = json.loads(path.read_text())
        if known.pop("place") != place(path.parent):
            return None
        who = Identity(**known)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return who if alive(who) else None


def open_pidfd(who: Identity) -> int | None:
    """A descriptor that becomes readable when the process ends."""
    try:
        descriptor = os.pidfd_open(who.pid)
    except OSError:
        return None
    if alive(who):
        return descriptor
    os.close(descriptor)
    return None


def holders(path: Path) -> list[Identity]:
    """Every other process that has `path` open: the family of a unit, whatever its groups and sessions are."""
    wanted = os.path.realpath(path)
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit() and int(entry) != os.getpid() and _has_open(entry, wanted):
            who = identity(int(entry))
            if who is not None:
                found.append(who)
    return found


def _has_open(pid: str, wanted: str) -> bool:
    return any(file == wanted for file in open_files(int(pid)))


def open_files(pid: int) -> Iterator[str]:
    """What a process has open, by path; what it closes meanwhile is left out, and of a foreign or an ended one there is nothing."""
    folder = f"/proc/{pid}/fd"
    try:
        descriptors = os.listdir(folder)
    except OSError:
        return
    for descriptor in descriptors:
        try:
            yield os.readlink(f"{folder}/{descriptor}")
        except OSError:
            continue


def send(who: Identity, number: int) -> None:
    descriptor = open_pidfd(who)
    if descriptor is None:
        return
    try:
        signal.pidfd_send_signal(descriptor, number)
    except ProcessLookupError:
        pass
    finally:
        os.close(descriptor)


def wait_end(who: Identity, seconds: float) -> bool:
    """True when the process has ended within the time."""
    descriptor = open_pidfd(who)
    if descriptor is None:
        return True
    try:
        return bool(select.select([descriptor], [], [], seconds)[0])
    finally:
        os.close(descriptor)


def end_family(lock: Path, seconds: float = 5.0) -> None:
    """Kills whatever still holds the lock file of a unit."""
    deadline = time.monotonic() + seconds
    while remaining := holders(lock):
        if time.monotonic() > deadline:
            raise TimeoutError(f"{[who.pid for who in remaining]} do not end although killed ({lock})")
        for who in remaining:
            send(who, signal.SIGKILL)
        for who in remaining:
            wait_end(who, 0.5)
