"""Configures and builds one preset with ninja and ccache, showing progress."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

from .account import Refused
from .state import State


class BuildFailed(Exception):
    pass


def folder_of(checkout: Path, preset: str) -> Path:
    chosen = os.environ.get("MRBILL_BUILD")
    if chosen:
        return Path(chosen).absolute() / preset
    if os.access(checkout, os.W_OK):
        return checkout / "build" / preset
    state = State.of(checkout)
    if not state.root.exists() and not os.access(state.root.parent, os.W_OK):
        raise Refused(f"neither {checkout} nor {state.root} can be written: name a folder of yours in MRBILL_STATE")
    return state.root / "build" / preset


def environment(checkout: Path) -> dict[str, str]:
    """ccache finds objects again although the checkout lies elsewhere."""
    defaults = {"CCACHE_BASEDIR": str(checkout), "CCACHE_NOHASHDIR": "1", "CCACHE_MAXSIZE": "5G",
                "NINJA_STATUS": "  [%f/%t, %es] "}
    return defaults | dict(os.environ)


def build(checkout: Path, preset: str, targets: tuple[str, ...] = ()) -> Path:
    """The build folder, up to date. Raises BuildFailed after the compiler's own words."""
    folder = folder_of(checkout, preset)
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two runs share the folder one after the other
        _configure_and_build(checkout, preset, folder, targets)
    return folder


def _configure_and_build(checkout: Path, preset: str, folder: Path, targets: tuple[str, ...]) -> None:
    variables = environment(checkout)
    if not (folder / "build.ninja").exists():
        print(f"  configuring preset {preset} in {folder}", flush=True)
        configure = subprocess.run(["cmake", "--preset", preset, "-B", str(folder)], cwd=checkout, env=variables,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if configure.returncode != 0:
            raise BuildFailed(f"cmake --preset {preset} failed:\n{configure.stdout}")
    command = ["ninja", "-C", str(folder), f"-j{jobs()}", *targets]
    if subprocess.run(command, env=variables, stdout=sys.stdout.fileno()).returncode != 0:
        raise BuildFailed(f"the build of preset {preset} failed; the compiler's words stand above")


def jobs() -> int:
    """As many as there are cores, but one for each 1.5 GiB of memory at most."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return max(1, min(os.cpu_count() or 1, memory // (3 << 29)))
