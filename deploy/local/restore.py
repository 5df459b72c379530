"""Puts a backup in the place of what is there: read, checked and laid beside it first, then exchanged by renames.

    restore.stage(state, file)      # nothing is changed yet
    lifecycle.up(None)              # ends what runs, calls put_in_place(), starts all on it

Whatever is killed at whatever moment: before `restore/complete` exists nothing has changed; after that the next `up` finishes.
The search index and the events are taken away: the indexer builds its index anew, and who follows events asks for what it missed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import BinaryIO

from . import description, users
from .account import Refused
from .backup_format import CHECKSUMS, FORMAT, MANIFEST, NAME, Hashed, migrations_of, require_room, say
from .postgres import BIN, MAJOR
from .state import State
from .unit import base_environment

DAMAGED = "this file is not a whole backup of Mr Bill: {}; nothing was changed"
MAX_TEXT = 16 << 20


def stage(state: State, source: BinaryIO) -> dict:
    """What the backup says of itself. Raises Refused and leaves nothing where it is not whole or does not fit this program."""
    staging = state.root / "restore"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    staging.chmod(0o711)
    try:
        about = _read(state, source, staging)
        say("checking the databases")
        _unpack_cluster(state, staging)
        give_back(state, staging)
        os.sync()
        (staging / "complete").touch()
        return about
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise


def _read(state: State, source: BinaryIO, staging: Path) -> dict:
    try:
        with tarfile.open(fileobj=source, mode="r|") as tar:
            about, sums = _first(tar)
            _check_fits(state, about, staging)
            say(f"reading the backup of {about['createdAt']}")
            _unpack(tar, staging, sums)
            return about
    except (tarfile.TarError, EOFError, ValueError, KeyError, TypeError, UnicodeError) as error:
        raise Refused(DAMAGED.format(error or type(error).__name__)) from error


def _first(tar: tarfile.TarFile) -> tuple[dict, dict[str, str]]:
    member = tar.next()
    if member is None or member.name != MANIFEST or not member.isreg() or member.size > MAX_TEXT:
        raise ValueError(f"it does not begin with {MANIFEST}")
    data = tar.extractfile(member).read()
    return json.loads(data), {MANIFEST: hashlib.sha256(data).hexdigest()}


def _check_fits(state: State, about: dict, staging: Path) -> None:
    if about["format"] != FORMAT:
        raise Refused(f"this backup has format {about['format']}, and this program reads {FORMAT}; nothing was changed")
    if about["postgresql"] != MAJOR:
        raise Refused(f"this backup is of PostgreSQL {about['postgresql']}, and {MAJOR} is installed; nothing was changed")
    known = migrations_of(state)
    unknown = [f"{component}/{name}" for component, names in about["migrations"].items()
               for name in names if name not in known.get(component, [])]
    if unknown:
        raise Refused(f"this backup is of a newer Mr Bill ({unknown[0]} is not known here): update first; nothing was changed")
    require_room(staging, 2 * int(about["databaseBytes"]) + int(about["objectBytes"]), "the restored data")


def _unpack(tar: tarfile.TarFile, staging: Path, sums: dict[str, str]) -> None:
    while (member := tar.next()) is not None:
        if not member.isreg():
            raise ValueError(f"{member.name!r} is no file")
        if member.name == CHECKSUMS:
            if member.size > MAX_TEXT or json.loads(tar.extractfile(member).read()) != sums:
                raise ValueError("the checksums differ")
            return
        if not NAME.fullmatch(member.name) or member.name in sums:
            raise ValueError(f"{member.name!r} does not belong into it")
        sums[member.name] = _extract(tar, member, staging / member.name)
    raise ValueError("its end is missing")


def _extract(tar: tarfile.TarFile, member: tarfile.TarInfo, target: Path) -> str:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    watched = Hashed(tar.extractfile(member))
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        shutil.copyfileobj(watched, file, 1 << 20)
    return watched.digest.hexdigest()


def _unpack_cluster(state: State, staging: Path) -> None:
    """By the user of the cluster, whoever restores."""
    packed, cluster = staging / "postgres", staging / "cluster"
    cluster.mkdir(mode=0o700)
    users.give(state, "postgres", cluster)
    for name, folder in (("base.tar.gz", cluster), ("pg_wal.tar.gz", cluster / "pg_wal")):
        with open(packed / name, "rb") as source:
            _run([*users.prefix(state, "postgres"), "tar", "-xzf", "-", "-C", folder], source)
    manifest = staging / "backup_manifest"
    shutil.copyfile(packed / "backup_manifest", manifest)
    users.give(state, "postgres", manifest)
    # By relative names: it hands them to a shell.
    _run([*users.prefix(state, "postgres"), BIN / "pg_verifybackup", "--quiet", "--manifest-path", manifest.name, cluster.name],
         cwd=staging)
    manifest.unlink()
    shutil.rmtree(packed)


def give_back(state: State, staging: Path) -> None:
    (staging / "objects").mkdir(exist_ok=True)
    (staging / "objects").chmod(0o711)
    (staging / "secrets").chmod(0o711 if users.of(state) else 0o700)
    for service in description.OBJECT_KEEPERS:
        users.give_tree(state, service, staging / "objects" / service)


def _run(command: list, source: BinaryIO | None = None, cwd: Path = Path("/")) -> None:
    done = subprocess.run(command, env=base_environment(), stdin=source, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True)
    if done.returncode != 0:
        raise Refused(DAMAGED.format(f"{Path(command[0]).name} says {done.stdout.strip()[:500]}"))


def is_waiting(state: State) -> bool:
    return (state.root / "restore" / "complete").exists()


def put_in_place(state: State) -> None:
    """Nothing runs. May be killed anywhere and is then done again: each piece is moved once, old away, new in."""
    staging, old = state.root / "restore", state.root / "replaced"
    old.mkdir(mode=0o700, exist_ok=True)
    pieces = {"cluster": state.data("postgres"), "objects": state.data("objects"), "secrets": state.secrets, "demo.json": state.demo}
    for name, target in pieces.items():
        new = staging / name
        if new.exists():
            _exchange(new, target, old / name)
    for derived in (*description.FOLDERS, "events"):
        shutil.rmtree(state.data(derived), ignore_errors=True)
    (staging / "complete").unlink()
    shutil.rmtree(staging, ignore_errors=True)


def _exchange(new: Path, target: Path, away: Path) -> None:
    if target.exists():
        if away.is_dir():
            shutil.rmtree(away)  # of an earlier restore
        os.replace(target, away)
    os.replace(new, target)


def forget_replaced(state: State) -> None:
    shutil.rmtree(state.root / "replaced", ignore_errors=True)
