"""./mrbill test: builds, starts private servers, runs ctest, and leaves nothing behind.

Servers and state of a run end with this process, however it ends: their supervisor watches it.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from argparse import Namespace
from pathlib import Path

from . import account, build, docs, program, web
from .account import Refused
from .state import State

TIERS = {
    "--quick": ["-L", "^(unit|architecture)$", "-LE", "^(slow|all)$"],
    "plain": ["-LE", "^all$"],
    "--all": [],
}
# Beyond the development build, --all runs the unit tests of these presets; the fuzzers find most where memory is watched.
FURTHER_PRESETS = {"asan": "^(unit|fuzz)$", "tsan": "^unit$", "clang": "^unit$"}
LONG = {"MRBILL_FUZZ_TIMES": "50", "MRBILL_SWEEP_PER_OPERATION": "2500", "MRBILL_TAB_ROUNDS": "200"}  # --all: how much more hail falls


def main(asked: Namespace) -> int:
    if asked.fresh:
        from . import fresh
        return fresh.main(asked.keep)
    try:
        return run(asked.tier or "plain", asked.ctest)
    except KeyboardInterrupt:
        print("mrbill: interrupted; the private servers end now", file=sys.stderr)
        return 130


def run(tier: str, ctest_arguments: list[str]) -> int:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    checkout = Path(os.environ["MRBILL_CHECKOUT"])
    os.environ.pop("MRBILL_STATE", None)  # a test run never touches the platform of `up`
    print("building (dev)", flush=True)
    built = build.build(checkout, "dev")
    docs.build(checkout, built)
    web.build(checkout, built)
    if tier != "--quick" and not ctest_arguments:
        print("building (release, as ./mrbill up does)", flush=True)
        build.build(checkout, "release")
    with Servers(checkout) as servers:
        environment = build.environment(checkout) | servers.urls() | {
            "MRBILL_TEST_BIN": str(built / "bin"), "MRBILL_STATE": str(built / "tools")}
        failed = 0
        if tier == "--all":
            failed += sum(_further(checkout, preset, environment) for preset in FURTHER_PRESETS)
            failed += _coverage(checkout, environment)
            environment |= LONG
        failed += _ctest(built, [*TIERS[tier], *ctest_arguments], environment)
    return 1 if failed else 0


def _ctest(built: Path, arguments: list[str], environment: dict[str, str]) -> int:
    """1 when a test failed. Its own summary closes the output."""
    command = ["ctest", "--test-dir", str(built), f"-j{max(2, os.cpu_count() or 2)}", "--output-on-failure",
               "--no-tests=error", *arguments]
    return 1 if subprocess.run(command, env=environment).returncode else 0


def _further(checkout: Path, preset: str, environment: dict[str, str]) -> int:
    print(f"\nbuilding and running the unit tests of preset {preset}", flush=True)
    watched = {f"{kind}_OPTIONS": f"suppressions={checkout}/tests/{name}.supp:print_suppressions=0"
               for kind, name in (("LSAN", "leaks"), ("TSAN", "races"))} | {"G_SLICE": "always-malloc"}
    return _ctest(build.build(checkout, preset), ["-L", FURTHER_PRESETS[preset]], environment | LONG | watched)


def _coverage(checkout: Path, environment: dict[str, str]) -> int:
    from . import coverage
    return coverage.measure(checkout, environment, _ctest)


class Servers:
    """A private PostgreSQL and two Redis of this run, and the addresses that tests read."""

    def __init__(self, checkout: Path) -> None:
        self.checkout = checkout
        self.state = State(Path(tempfile.mkdtemp(prefix="mrbill-test-", dir="/tmp")))

    def __enter__(self) -> "Servers":
        if account.is_root():
            account.give_to_user(self.state)
        program.install_package(self.state)
        if account.is_root():
            account.hand_over(self.state)
        try:
            self.answer = json.loads(self._inside(["servers", "--owner", str(os.getpid())]))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        try:
            if self.state.run.exists():
                self._inside(["down"])
        finally:
            shutil.rmtree(self.state.root, ignore_errors=True)

    def _inside(self, arguments: list[str]) -> str:
        environment = account.environment(self.state) | {"MRBILL_INSIDE": "1"}
        command = [*account.prefix(self.state), sys.executable, "-m", "local", *arguments]
        done = subprocess.run(command, env=environment, cwd="/", stdout=subprocess.PIPE, text=True,
                              start_new_session=True)
        if done.returncode != 0:
            raise Refused(f"the private servers of the tests did not obey `{arguments[0]}`: {done.stdout}")
        return done.stdout

    def urls(self) -> dict[str, str]:
        return {f"MRBILL_TEST_{name.upper()}_URL": url for name, url in self.answer.items()}
