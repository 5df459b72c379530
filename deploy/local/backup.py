"""Writes all of a running platform that cannot be derived into one file: databases, objects, keys.

What the file looks like stands in `backup_format`. Objects are read after the databases, so that every row's file is
there; those deleted in between are missing, those made in between are too many. The search index and the events are derived; mails
lie with whoever got them.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import io
import json
import os
import shutil
import stat
import subprocess
import tarfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Iterator

from . import process
from .account import Refused
from .backup_format import CHECKSUMS, FORMAT, MANIFEST, NAME, Hashed, migrations_of, require_room, say
from .postgres import BIN, MAJOR
from .state import State
from .unit import base_environment

if TYPE_CHECKING:
    from .lifecycle import Lifecycle


def write(lifecycle: Lifecycle, out: BinaryIO) -> None:
    """The archive, written from `out`'s beginning; it is whole when this returns."""
    state = lifecycle.state
    if not lifecycle.running() or process.recorded(state.record("postgres")) is None:
        raise Refused("Mr Bill is not up: run ./mrbill up first, or copy the whole state folder as it lies")
    work = state.root / "backup"
    with _alone(state):
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(mode=0o700)
        try:
            _write(lifecycle, work, out)
        finally:
            shutil.rmtree(work, ignore_errors=True)


@contextlib.contextmanager
def _alone(state: State) -> Iterator[None]:
    with open(state.run / "backup.lock", "wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Refused("another backup is being taken") from error
        yield


def _write(lifecycle: Lifecycle, work: Path, out: BinaryIO) -> None:
    about = _about(lifecycle)
    require_room(work, about["databaseBytes"], "the copy of the databases")
    say("the databases")
    _base_backup(lifecycle, work)
    require_room(out.fileno(), sum(file.stat().st_size for file in work.iterdir()) + about["objectBytes"], "the backup")
    _write_archive(lifecycle.state, work, about, out)


def _about(lifecycle: Lifecycle) -> dict:
    state, sql = lifecycle.state, lifecycle.surroundings().postgres.sql
    return {"format": FORMAT, "createdAt": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "postgresql": MAJOR,
            "migrations": migrations_of(state), "databaseBytes": int(sql("select sum(pg_database_size(oid)) from pg_database")),
            "objectBytes": sum(_size(state, name) for name in objects_of(state))}


def _size(state: State, name: str) -> int:
    try:
        return os.lstat(state.data("objects") / name).st_size
    except FileNotFoundError:
        return 0  # deleted meanwhile


def _base_backup(lifecycle: Lifecycle, work: Path) -> None:
    postgres = lifecycle.surroundings().postgres
    done = subprocess.run(
        [BIN / "pg_basebackup", "-h", "127.0.0.1", "-p", str(postgres.port), "-U", "postgres", "--no-password", "-D", work, "-Ft",
         "-X", "stream", "--compress=client-gzip:1", "--checkpoint=fast", "--no-sync"],
        env=base_environment() | {"PGPASSWORD": postgres.credentials.password("postgres")}, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise Refused(f"PostgreSQL could not be copied: {done.stderr.strip()}")


def objects_of(state: State) -> Iterator[str]:
    """The names below data/objects of what is whole: not of the uploads that are coming in."""
    root = state.data("objects")
    for folder, folders, files in os.walk(root):
        if os.path.dirname(folder) == str(root):
            folders[:] = [name for name in folders if name != "incoming"]
        folders.sort()
        for name in sorted(files):
            object_name = os.path.relpath(os.path.join(folder, name), root)
            if NAME.fullmatch(f"objects/{object_name}"):
                yield object_name


def _open_object(state: State, name: str) -> BinaryIO:
    """Following no link: the folders belong to the services, and who takes the backup may be root. A link is no object, nor is
    another name of somebody else's file."""
    at = os.open(state.data("objects"), os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    *folders, last = name.split("/")
    try:
        for folder in folders:
            below = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=at)
            os.close(at)
            at = below
        file = os.fdopen(os.open(last, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=at), "rb")
        if os.fstat(file.fileno()).st_uid != os.fstat(at).st_uid:
            file.close()
            raise FileNotFoundError(name)
        return file
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENOTDIR):
            raise FileNotFoundError(name) from error
        raise
    finally:
        os.close(at)


class _Archive:
    def __init__(self, out: BinaryIO) -> None:
        self.tar = tarfile.open(fileobj=out, mode="w|", format=tarfile.GNU_FORMAT)
        self.sums: dict[str, str] = {}

    def text(self, name: str, text: str) -> None:
        data = text.encode()
        self.stream(name, io.BytesIO(data), len(data))

    def file(self, name: str, source: BinaryIO) -> None:
        with source:
            status = os.fstat(source.fileno())
            if stat.S_ISREG(status.st_mode):
                self.stream(name, source, status.st_size)

    def stream(self, name: str, source: BinaryIO, size: int) -> None:
        member = tarfile.TarInfo(name)
        member.size, member.mode = size, 0o600
        watched = Hashed(source)
        self.tar.addfile(member, watched)
        self.sums[name] = watched.digest.hexdigest()


def _write_archive(state: State, work: Path, about: dict, out: BinaryIO) -> None:
    archive = _Archive(out)
    archive.text(MANIFEST, json.dumps(about, indent=1))
    for file in sorted(work.iterdir()):
        archive.file(f"postgres/{file.name}", open(file, "rb"))
        file.unlink()
    say("the keys")
    for file in sorted(state.secrets.iterdir()):
        if NAME.fullmatch(f"secrets/{file.name}"):
            archive.file(f"secrets/{file.name}", open(file, "rb"))
    archive.text("demo.json", state.demo.read_text() if state.demo.exists() else "[]")
    say("the objects")
    for name in objects_of(state):
        with contextlib.suppress(FileNotFoundError):  # deleted meanwhile
            archive.file(f"objects/{name}", _open_object(state, name))
    archive.text(CHECKSUMS, json.dumps(archive.sums))
    archive.tar.close()
    out.flush()
