"""Who runs what. A platform that root started has a user for each service, for PostgreSQL, for the two Redis and for nginx: none
can read another's secrets, data or memory. Its supervisor is root, which becomes them (launch.py); everything they must not change lies
in folders of root's. A platform of anybody else runs as that user alone, and `status` says so.

    users.prepare(state)                  # as root, for a new state folder
    users.of(state)                       # {"auth": "mrbill-auth", ...}, empty where all share one
    users.give(state, "auth", path)       # to the user of auth, where there is one
"""

from __future__ import annotations

import json
import os
import pwd
import subprocess
from pathlib import Path

from . import description
from .process import write_atomically
from .state import State

ROLES = (*description.NAMES, "postgres", "redis", "gateway")


def prepare(state: State) -> None:
    """Makes the users and notes them in the state folder, which stays root's."""
    names = {role: f"mrbill-{role}" for role in ROLES}
    for name in names.values():
        ensure(name)
    write_atomically(_file(state), json.dumps(names, indent=1), 0o644)


def ensure(name: str) -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        print(f"  creating the ordinary user `{name}`", flush=True)
        subprocess.run(["useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent",
                        "--shell", "/usr/sbin/nologin", name], check=True)
        return pwd.getpwnam(name)


def name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)  # in a container users may have numbers alone


def _file(state: State) -> Path:
    return state.root / "users.json"


def of(state: State) -> dict[str, str]:
    try:
        if _file(state).stat().st_uid != 0 or os.geteuid() != 0:
            return {}
        return json.loads(_file(state).read_text())
    except FileNotFoundError:
        return {}


def user_of(state: State, role: str) -> str:
    return of(state).get(role, "")


def give(state: State, role: str, *paths: Path) -> None:
    """Each of them, not what lies within."""
    name = user_of(state, role)
    if name:
        account = pwd.getpwnam(name)
        for path in paths:
            os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)


def give_tree(state: State, role: str, root: Path) -> None:
    if not of(state):
        return
    for folder, _, files in os.walk(root):
        give(state, role, Path(folder), *(Path(folder) / name for name in files))


def lay_out(state: State) -> None:
    """The folders in which several have something of their own may be entered by all and read by none."""
    if of(state):
        for shared in (state.secrets, state.configuration, state.root / "data", state.root / "log"):
            shared.chmod(0o711)
        if state.overrides.exists():
            state.overrides.chmod(0o600)  # whatever somebody sets there, passwords too
        give(state, description.who_is_told("MRBILL_MAILDIR"), state.mail)


def prefix(state: State, role: str) -> list[str]:
    """What makes a command run as that user."""
    name = user_of(state, role)
    return ["setpriv", f"--reuid={name}", f"--regid={name}", "--clear-groups"] if name else []


def become(name: str) -> None:
    """This process is that user from now on, with no group but its own."""
    account = pwd.getpwnam(name)
    os.setgroups([])
    os.setresgid(account.pw_gid, account.pw_gid, account.pw_gid)
    os.setresuid(account.pw_uid, account.pw_uid, account.pw_uid)
