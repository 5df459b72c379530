"""What went wrong in words that say what to do about it: no number of an error, and no traceback where nobody erred in the program.

    failures.told(error)        # a sentence, or None: then it is the program's own mistake and the traceback is wanted
"""

from __future__ import annotations

import errno
import http.client
import os
import socket
import subprocess
from pathlib import Path

from .account import Refused
from .build import BuildFailed
from .client import UnexpectedAnswer
from .migrations import MigrationFailed
from .room import MIB, free

SAID_WELL = (Refused, BuildFailed, MigrationFailed, UnexpectedAnswer, RuntimeError)
FULL = (errno.ENOSPC, errno.EDQUOT)


def told(error: BaseException) -> str | None:
    if isinstance(error, SAID_WELL):
        return str(error)
    if isinstance(error, subprocess.CalledProcessError):
        return _of_program(error)
    if isinstance(error, subprocess.TimeoutExpired):
        return f"{_name(error.cmd)} did not end within {error.timeout:.0f} s; is the machine very busy? Run the command again"
    if isinstance(error, http.client.HTTPException):
        return f"what answers there does not speak HTTP as it should ({type(error).__name__}): is it the address of Mr Bill?"
    return _of_the_world(error) if isinstance(error, OSError) else None


def _of_the_world(error: OSError) -> str:
    place = error.filename if isinstance(error.filename, (str, os.PathLike)) else None
    if error.errno in FULL:
        return disk_full(Path(place) if place else None)
    if error.errno is None or isinstance(error, socket.gaierror):
        return error.strerror or str(error)      # in words already, such as those of client.py
    if isinstance(error, ConnectionError):
        return f"the connection failed ({_small(error.strerror)}): ./mrbill status shows what is up"
    cure = {errno.EACCES: "who runs this may not: use sudo, or give it to this user", errno.EROFS: "its disk is mounted read-only",
            errno.EMFILE: "raise the limit of open files (ulimit -n)"}.get(error.errno, "")
    return ": ".join(part for part in (os.fspath(place) if place else "", _small(error.strerror or str(error)), cure) if part)


def disk_full(place: Path | None) -> str:
    """Where, and how much is left there and where else something of ours lies."""
    places = [place] if place else [Path(os.environ.get("MRBILL_STATE") or os.environ.get("MRBILL_CHECKOUT") or "."), Path("/tmp")]
    lines = [f"{where}: {free(where.absolute()) // MIB} MiB are free" for where in places]
    return f"a disk is full ({'; '.join(lines)}): make room there, then run the command again"


def _of_program(error: subprocess.CalledProcessError) -> str:
    said = error.stderr or error.stdout or b""
    text = (said.decode(errors="replace") if isinstance(said, bytes) else said).strip()
    return f"{_name(error.cmd)} failed" + (f": {text[-600:]}" if text else "; its words stand above")


def _name(command) -> str:
    return Path(str(command if isinstance(command, (str, os.PathLike)) else command[0])).name


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
