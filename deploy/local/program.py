"""Puts what the servers execute into the state folder, so that they neither need the checkout nor notice a build.

bin/ share/ (fonts) migrations/<component>/ docs/ local/ (this package). Binaries are hard links where possible: a linker writes a new file.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from .state import State

PACKAGE = Path(__file__).parent


def install(checkout: Path, binaries: Path, state: State) -> bool:
    """True when something changed."""
    changed = _install_binaries(binaries, state.program / "bin")
    for folder in checkout.glob("*/*/migrations"):
        changed |= _install_tree(folder, state.program / "migrations" / folder.parent.name)
    changed |= install_package(state)
    for folder in ("docs", "share"):
        if (binaries.parent / folder).is_dir():
            changed |= _install_tree(binaries.parent / folder, state.program / folder)
    return changed


def install_package(state: State) -> bool:
    return _install_tree(PACKAGE, state.program / "local")


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
        if source.stat().st_mode & 0o005 != 0o005:
            raise PermissionError("not for everybody")
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
