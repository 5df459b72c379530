"""Puts what the servers execute into the state folder, so that they neither need the checkout nor notice a build.

bin/ share/ (fonts) migrations/<component>/ docs/ web/ local/ (this package). Binaries are hard links where possible:
a linker writes a new file.

What is new waits in arriving/ until the databases have been migrated: whatever is started in between, by the supervisor or as
another's child, is still the program that fits what runs beside it.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from pathlib import Path
from typing import Iterator

from .process import write_atomically
from .state import State

PACKAGE = Path(__file__).parent
VERSIONS, VERSIONS_KEPT = Path("static/js"), 3  # of the web client


def install(checkout: Path, binaries: Path, state: State) -> None:
    """Puts all of it into arriving/; only this package, which goes on with the installation, at once."""
    arriving = _arriving(state)
    shutil.rmtree(arriving, ignore_errors=True)
    with _for_everybody():
        _install_binaries(binaries, arriving / "bin")
        for folder in checkout.glob("*/*/migrations"):
            _install_tree(folder, arriving / "migrations" / folder.parent.name)
        for folder in ("docs", "share", "web"):
            if (binaries.parent / folder).is_dir():
                _install_tree(binaries.parent / folder, arriving / folder)
    install_package(state)


def newest(state: State) -> Path:
    """The folder whose migrations are to be applied."""
    return _arriving(state) if _arriving(state).exists() else state.program


def arrive(state: State) -> None:
    """Moves what waits to where it runs. A program that did not change stays the file that it was."""
    arriving = _arriving(state)
    if not arriving.exists():
        return
    with _for_everybody():
        _install_binaries(arriving / "bin", state.program / "bin")
        for folder in ("migrations", "docs", "share"):
            if (arriving / folder).is_dir():
                _install_tree(arriving / folder, state.program / folder)
        if (arriving / "web").is_dir():
            install_web(arriving / "web", state.program / "web")
    shutil.rmtree(arriving)


def install_web(source: Path, target: Path) -> None:
    """The new version beside those before it: a tab that was opened before an update still finds its files. What names the version comes
    last, so that no page is ever told of files that are not there yet."""
    version = json.loads((source / "version.json").read_text())["version"]
    builds, listed = target / VERSIONS, target / "versions.json"
    _install_tree(source / VERSIONS / version, builds / version)
    known = json.loads(listed.read_text()) if listed.exists() else []
    kept = [version, *(name for name in known if name != version)][:VERSIONS_KEPT]
    for name in ("index.html", "version.json"):
        write_atomically(target / name, (source / name).read_text(encoding="utf-8"), 0o644)
    write_atomically(listed, json.dumps(kept), 0o644)
    for folder in builds.iterdir():
        if folder.name not in kept:
            shutil.rmtree(folder)


def _arriving(state: State) -> Path:
    return state.program / "arriving"


def install_package(state: State) -> bool:
    with _for_everybody():
        return _install_tree(PACKAGE, state.program / "local")


@contextlib.contextmanager
def _for_everybody() -> Iterator[None]:
    """Whatever the caller's mask: the user of each service reads and executes what is made, and its maker alone changes it."""
    mask = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(mask)


def _install_binaries(source: Path, target: Path) -> bool:
    target.mkdir(parents=True, exist_ok=True)
    changed = False
    programs = [program for program in sorted(source.glob("mrbill-*")) if not program.name.startswith("mrbill-bench-")]
    present = {program.name for program in programs}
    for program in programs:
        changed |= _install_binary(program, target / program.name)
    for old in target.iterdir():
        if old.name not in present:
            old.unlink()
            changed = True
    return changed


def _install_binary(source: Path, target: Path) -> bool:
    if target.exists() and (os.path.samefile(source, target) or _same(source, target)):
        return False
    scratch = target.with_name(f".{target.name}.new")
    scratch.unlink(missing_ok=True)
    try:
        if source.stat().st_mode & 0o007 != 0o005:
            raise PermissionError("everybody shall execute it and nobody else change it")
        os.link(source, scratch)
    except OSError:
        shutil.copy2(source, scratch)
        scratch.chmod(0o755)
    os.replace(scratch, target)
    return True


def _same(source: Path, target: Path) -> bool:
    one, other = source.stat(), target.stat()
    return (one.st_size, one.st_mtime_ns) == (other.st_size, other.st_mtime_ns)


def _install_tree(source: Path, target: Path) -> bool:
    """Makes `target` hold the same files as `source`."""
    changed = False
    wanted = {file.relative_to(source) for file in source.rglob("*")
              if file.is_file() and "__pycache__" not in file.parts}
    for name in wanted:
        content = (source / name).read_bytes()
        copy = target / name
        if not copy.exists() or copy.read_bytes() != content:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(content)
            changed = True
    if target.exists():
        for file in target.rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts and file.relative_to(target) not in wanted:
                file.unlink()
                changed = True
    return changed
