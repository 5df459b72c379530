"""gcovr over a build with --coverage: at least 85 % of the lines of each service, of platform and of studio, else red."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Callable

from . import build, description, docs

MIN_PERCENT = 85
PARTS = ("platform", "studio", *(f"services/{name}" for name in description.NAMES))


def measure(checkout: Path, environment: dict[str, str], ctest: Callable[[Path, list[str], dict[str, str]], int]) -> int:
    """How many checks failed."""
    folder = build.folder_of(checkout, "coverage")
    print(f"\nbuilding and running everything with coverage in {folder}", flush=True)
    subprocess.run(["cmake", "--preset", "dev", "-B", str(folder), "-DCMAKE_CXX_FLAGS=--coverage -fprofile-update=atomic"], cwd=checkout,
                   check=True, stdout=subprocess.DEVNULL, env=environment)
    subprocess.run(["ninja", "-C", str(folder)], check=True, env=environment, stdout=sys.stdout.fileno())
    docs.build(checkout, folder)
    subprocess.run(["chmod", "-R", "a+rwX", str(folder)], check=True)  # the platform's ordinary user counts into it as well
    failed = ctest(folder, ["-LE", "^(all|slow|architecture)$"], environment | {"MRBILL_TEST_BIN": str(folder / "bin")})
    for part in PARTS:
        report = subprocess.run(
            ["gcovr", "--root", str(checkout), "--filter", f"{part}/", "--exclude", ".*_test\\.cpp", "--exclude", ".*/testing/",
             "--fail-under-line", str(MIN_PERCENT), "--object-directory", str(folder), "--print-summary", str(folder)],
            cwd=checkout, env=environment)
        failed += report.returncode != 0
    return failed
