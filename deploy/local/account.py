"""Servers never run as root. A state folder that root makes stays root's, and each service gets a user of its own (users.py). In a
folder of anybody else everything after building runs as its owner, also when root started it.

Root's state lies in /var/lib/mrbill/<hash of the checkout>.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from . import users
from .state import State, shared_state_of

USER = "mrbill"
TOOLS = {"node", "build"}            # what root's own commands may have put into a state folder


class Refused(Exception):
    """What stands in the way, and its cure."""


def agreed(question: str) -> bool:
    """Whether somebody typed yes. Nobody there is a no."""
    try:
        return input(f"{question} Type yes: ").strip() == "yes"
    except EOFError:
        print()
        return False


def is_root() -> bool:
    return os.geteuid() == 0


def state_for_root(checkout: Path) -> State:
    """The state folder of a command run as root: made, with users for its services, where it is missing."""
    if os.environ.get("MRBILL_STATE"):
        state = State.of(checkout)
    else:
        link = checkout / ".local"
        if not link.exists() or (not link.is_symlink() and link.stat().st_uid == 0):
            _link_to_shared_state(checkout, link)
        state = State(link.resolve())
    make(state)
    return state


def check_place(state: State) -> None:
    """Blanks, quotes and letters of any language will do. These signs are more than letters to who is given the path: they divide it
    (Python), make a pattern of it (Redis and nginx, which then go on without their settings) or name a variable (nginx)."""
    if {*":*?[$\n"} & {*str(state.root)}:
        raise Refused(f"the state folder {str(state.root)!r} has one of : * ? [ $ or a line break in its name: "
                      "name another in MRBILL_STATE")


def make(state: State) -> None:
    """As root: a new state folder gets users for the services, any other stays what it is."""
    if _is_new(state):
        state.root.chmod(0o755)
        users.prepare(state)
    _check_way(state)


def _is_new(state: State) -> bool:
    """Makes the folder if need be. What root's own commands put there before does not count."""
    if not state.root.exists():
        state.root.mkdir(parents=True, mode=0o755)
    if state.root.stat().st_uid != 0 or users.of(state):
        return False
    if any(entry.name not in TOOLS for entry in state.root.iterdir()):
        raise Refused(f"{state.root} belongs to root and is not empty: name another folder in MRBILL_STATE")
    return True


def _link_to_shared_state(checkout: Path, link: Path) -> None:
    target = shared_state_of(checkout)
    if link.is_symlink():
        target = Path(os.readlink(link))
    else:
        target.mkdir(parents=True, exist_ok=True)
        if link.is_dir():  # something of root's was put there before the first `up`
            for entry in link.iterdir():
                shutil.move(entry, target / entry.name)
            link.rmdir()
        link.symlink_to(target)
    target.mkdir(parents=True, exist_ok=True)
    target.parent.chmod(0o755)  # the services' users pass through it


def give_to_user(state: State) -> None:
    """A new folder for one ordinary user: for the servers of tests."""
    if _is_new(state):
        account = users.ensure(USER)
        os.chown(state.root, account.pw_uid, account.pw_gid)
    _check_way(state)


def _check_way(state: State) -> None:
    names = users.of(state)
    owner = pwd.getpwnam(next(iter(names.values()))).pw_uid if names else state.root.stat().st_uid
    probe = subprocess.run(_as_user(owner) + ["test", "-x", str(state.root)])
    if probe.returncode != 0:
        raise Refused(f"user {users.name_of(owner)} cannot enter {state.root}: "
                      "choose a folder in MRBILL_STATE that everybody may enter")


def _as_user(uid: int) -> list[str]:
    account = pwd.getpwuid(uid)
    return ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--init-groups"]


def hand_over(state: State) -> None:
    """As root: gives the program folder to the user, who may have put links there."""
    owner = state.root.stat()
    for folder, folders, files in os.walk(state.program):
        os.chown(folder, owner.st_uid, owner.st_gid, follow_symlinks=False)
        for name in files:
            path = os.path.join(folder, name)
            if os.lstat(path).st_nlink == 1:
                os.chown(path, owner.st_uid, owner.st_gid, follow_symlinks=False)


def may_use(state: State) -> None:
    owner = state.root.stat().st_uid if state.root.exists() else os.geteuid()
    if not is_root() and owner != os.geteuid():
        raise Refused(f"{state.root} belongs to user {users.name_of(owner)}: use sudo, or name a folder of your own "
                      "in MRBILL_STATE")


def prefix(state: State) -> list[str]:
    """What makes a command run as the owner of the state."""
    return _as_user(state.root.stat().st_uid) if is_root() else []


def environment(state: State) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name.startswith("MRBILL_") or name in ("TERM", "LANG")}
    return kept | {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(state.root), "MRBILL_STATE": str(state.root),
                   "PYTHONPATH": str(state.program), "PYTHONUNBUFFERED": "1"}


def go_on(state: State, arguments: list[str]) -> NoReturn:
    """Becomes the second process: the owner of the state, running the installed copy of this package."""
    sys.stdout.flush()
    os.chdir("/")
    command = [*prefix(state), sys.executable, "-m", "local", *arguments]
    os.execvpe(command[0], command, environment(state))


def remove_state(state: State, checkout: Path) -> None:
    shutil.rmtree(state.root, ignore_errors=True)
    link = checkout / ".local"
    if link.is_symlink() and not link.exists():
        link.unlink()
