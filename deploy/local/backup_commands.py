"""./mrbill backup FILE and restore FILE: the caller's file is opened as the caller, the rest runs as the owner of the state."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from . import account, restore
from . import backup as archive
from .account import Refused
from .lifecycle import Lifecycle
from .services import NotReady
from .state import State
from .unit import Plan


def backup(state: State, name: str) -> int:
    file = _file(name)
    scratch = file.with_name(f".{file.name}.{os.getpid()}.partial")
    descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        if _as_owner(state, ["backup"], stdout=descriptor) != 0:
            return 1
        os.fsync(descriptor)
        os.replace(scratch, file)
        _sync_folder(file.parent)
    finally:
        os.close(descriptor)
        scratch.unlink(missing_ok=True)
    print(f"{file} holds the databases, objects and keys ({file.stat().st_size >> 10} KiB). Whoever can read it can be anybody: "
          "keep it as you keep a password.")
    return 0


def write(state: State) -> int:
    """Inside: to what is open as standard output."""
    archive.write(Lifecycle(state), os.fdopen(os.dup(1), "wb"))
    return 0


def restore_from(state: State, name: str, agreed: bool) -> int:
    file = _file(name)
    with open(file, "rb") as source:
        if not agreed and not account.agreed(f"Put {file} in the place of all data in {state.root}, and end what runs there?"):
            print("Nothing was changed.")
            return 1
        return _as_owner(state, ["restore"], stdin=source.fileno())


def read(state: State) -> int:
    """Inside: from what is open as standard input."""
    about = restore.stage(state, sys.stdin.buffer)
    lifecycle = Lifecycle(state)
    lifecycle.owner = Plan.read(state.plan).owner
    try:
        lifecycle.up(None)
    except NotReady as error:
        print(f"mrbill: {error} did not become ready; what was there before lies in {state.root}/replaced until the next "
              "./mrbill up succeeds", file=sys.stderr)
        return 1
    print(f"Mr Bill is up as it was at {about['createdAt']}: {lifecycle.surroundings().gateway.public_url}   "
          "(the search index is being built)")
    return 0


def _file(name: str) -> Path:
    file = Path(name).absolute()
    if file.exists() and not file.is_file():
        raise Refused(f"{file} is no file")
    return file


def _as_owner(state: State, arguments: list[str], **streams: int) -> int:
    command = [*account.prefix(state), sys.executable, "-m", "local", *arguments]
    return subprocess.run(command, env=account.environment(state) | {"MRBILL_INSIDE": "1"}, cwd="/", **streams).returncode


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
