"""Keeps the units of run/units.json alive, for ever: `python3 -m local.supervisor STATE`.

Invariants
- While run/wanted exists, a unit that ends is started again: at once, then after longer and longer waits up to two
  seconds; a run of ten seconds counts as healthy and starts the waits anew.
- The supervisor owns nothing that dies with it. Units write to files, are found again by pid and start time and watched
  through pidfds, so a new supervisor adopts what runs and restarts nothing.
- Supervisor and watcher (watcher.py) restart each other. One flock each makes them single.
- A full disk ends neither: what can only be told is left out, records of processes are overwritten where they lie.
- What changed in the plan is replaced without a gap where it can be (succession.py); what does not answer is taken out (vigil.py).
- SIGTERM while run/wanted exists replaces only the supervisor. When run/wanted is gone, or the plan's owner ended, every unit
  is stopped, the highest stage first, and then all exit.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from . import process, rotation
from .state import State
from .succession import Succession, ask_to_end, launch
from .unit import Plan, Unit
from .vigil import Vigil

WAITS = (0.0, 0.1, 0.2, 0.5, 1.0, 2.0)
HEALTHY_SECONDS = 10.0
TICK_SECONDS = 1.0


@dataclass
class Supervised:
    """One unit as the supervisor sees it."""

    unit: Unit
    pidfd: int | None = None
    since: float = 0.0
    failures: int = 0
    restarts: int = 0
    due: float = field(default_factory=time.monotonic)
    vigil: Vigil | None = None
    end_by: float | None = None      # it was asked to end, to be started anew

    def next_wait(self, now: float) -> float:
        self.failures = 0 if now - self.since >= HEALTHY_SECONDS else self.failures + 1
        return WAITS[min(self.failures, len(WAITS) - 1)]


class Supervisor:
    def __init__(self, state: State) -> None:
        self.state = state
        self.kept: dict[str, Supervised] = {}
        self.owner: process.Identity | None = None
        self.reload = True
        self.terminated = False
        self.watcher: process.Identity | None = None
        self.watcher_tried = 0.0
        self.succession = Succession(state, self.promoted, say)
        self.wake, wake_end = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.set_wakeup_fd(wake_end, warn_on_full_buffer=False)
        signal.signal(signal.SIGTERM, self._on_terminate)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGHUP, self._on_hangup)

    def _on_hangup(self, *_: object) -> None:
        self.reload = True

    def _on_terminate(self, *_: object) -> None:
        self.terminated = True

    def run(self) -> None:
        while self.wanted():
            if self.terminated:
                return  # the units live on; the watcher starts the next supervisor
            try:
                self.turn()
            except OSError as error:  # the disk is full, no process can be made: it goes on as well as it can
                say(f"the supervisor goes on after: {error}")
                self.reload = True
                time.sleep(0.2)
        self.stop_all()

    def turn(self) -> None:
        if self.reload:
            self.reload = False
            self.follow_plan()
        self.keep_watcher()
        self.start_what_is_due()
        self.succession.step(time.monotonic())
        self.take_out_what_is_silent()
        self.wait_for_something()
        rotation.rotate_large(self.state)

    def wanted(self) -> bool:
        return self.state.wanted.exists() and (self.owner is None or process.alive(self.owner))

    # -- the plan

    def follow_plan(self) -> None:
        plan = Plan.read(self.state.plan)
        self.owner = process.Identity(**plan.owner) if plan.owner else None
        planned = {unit.name: unit for unit in plan.units}
        gone = [kept.unit for name, kept in self.kept.items() if name not in planned]
        for unit in gone:
            self.succession.forget(unit.name)
        self.stop(gone)
        for unit in gone:
            del self.kept[unit.name]
        asked = self.asked_to_replace()
        for name, unit in planned.items():
            if name not in self.kept:
                self.adopt(unit)
            self.bring_to(self.kept[name], unit, name in asked)
        self.report()

    def adopt(self, unit: Unit) -> None:
        kept = self.kept[unit.name] = Supervised(self.as_it_runs(unit), since=time.monotonic())
        who = process.recorded(self.state.record(unit.name))
        kept.pidfd = process.open_pidfd(who) if who else None
        kept.vigil = Vigil(self.state, unit.name, unit.asks, answers=kept.pidfd is not None) if unit.asks else None
        if unit.overlaps:
            self.succession.adopt(unit)

    def as_it_runs(self, unit: Unit) -> Unit:
        """A supervisor may have died between the plan and what it asked for."""
        try:
            return replace(unit, fingerprint=self.state.fingerprint(unit.name).read_text())
        except FileNotFoundError:
            return unit

    def asked_to_replace(self) -> set[str]:
        """What `./mrbill restart` wrote down."""
        try:
            names = set(self.state.restart.read_text().split())
            self.state.restart.unlink()
            return names
        except FileNotFoundError:
            return set()

    def bring_to(self, kept: Supervised, unit: Unit, asked: bool) -> None:
        before, kept.unit = kept.unit, unit
        if before.asks != unit.asks:
            kept.vigil = Vigil(self.state, unit.name, unit.asks) if unit.asks else None
        who = process.recorded(self.state.record(unit.name))
        if kept.pidfd is None or who is None:
            return  # it starts as the plan says by itself
        if asked or before.fingerprint != unit.fingerprint:
            self.replace(kept, before, who)
        elif unit.reload_signal and before.loaded != unit.loaded:
            process.send(who, signal.Signals[unit.reload_signal])

    def replace(self, kept: Supervised, before: Unit, who: process.Identity) -> None:
        if before.overlaps and kept.unit.overlaps:
            self.succession.want(kept.unit)
        else:
            ask_to_end(who, before)
            kept.end_by = time.monotonic() + before.stop_seconds

    def promoted(self, unit: Unit, pidfd: int) -> None:
        kept = self.kept[unit.name]
        os.close(kept.pidfd)
        kept.pidfd, kept.since, kept.failures = pidfd, time.monotonic(), 0
        kept.vigil = Vigil(self.state, unit.name, unit.asks, answers=True)
        say(f"{unit.name} has a successor")

    # -- starting

    def start_what_is_due(self) -> None:
        now = time.monotonic()
        for kept in self.kept.values():
            if kept.pidfd is None and kept.due <= now:
                self.start(kept)
            elif kept.end_by is not None and kept.end_by <= now:
                say(f"{kept.unit.name} did not stop in time: killed")
                kept.end_by = None
                process.end_family(self.state.lock(kept.unit.name))

    def start(self, kept: Supervised) -> None:
        kept.pidfd, _ = launch(self.state, kept.unit.name, kept.unit.name)
        kept.since = time.monotonic()
        if kept.vigil:
            kept.vigil.forget()

    # -- answering

    def take_out_what_is_silent(self) -> None:
        now = time.monotonic()
        for kept in self.kept.values():
            if kept.pidfd is not None and kept.end_by is None and kept.vigil and kept.vigil.step(now):
                say(f"{kept.unit.name} does not answer: taken out")
                kept.vigil.forget()
                process.end_family(self.state.lock(kept.unit.name))

    def heard(self, kept: Supervised) -> None:
        answer = kept.vigil.heard()
        if answer and answer.draining and kept.unit.overlaps and not self.succession.concerns(kept.unit.name):
            say(f"{kept.unit.name} was asked to end")  # by whomever: while it goes on serving, somebody takes over
            self.succession.want(kept.unit)

    def keep_watcher(self) -> None:
        if process.alive(self.watcher):
            return
        self.watcher = process.recorded(self.state.record("watcher"))
        if self.watcher or time.monotonic() - self.watcher_tried < 0.5:
            return
        self.watcher_tried = time.monotonic()
        start_detached("local.watcher", self.state)

    # -- waiting

    def wait_for_something(self) -> None:
        poll = select.poll()
        poll.register(self.wake, select.POLLIN)
        watched = {kept.pidfd: kept for kept in self.kept.values() if kept.pidfd is not None}
        asked = {kept.vigil.probe.fileno(): kept for kept in self.kept.values() if kept.vigil and kept.vigil.probe.asking}
        watcher = process.open_pidfd(self.watcher) if self.watcher else None
        for descriptor in [*watched, *asked, *self.succession.descriptors(), *([watcher] if watcher else [])]:
            poll.register(descriptor, select.POLLIN)
        for descriptor, _ in poll.poll(self.milliseconds_to_next()):
            if descriptor == self.wake:
                _drain(self.wake)
            elif descriptor in asked:
                self.heard(asked[descriptor])
            elif descriptor in watched:
                self.ended(watched[descriptor])
        if watcher is not None:
            os.close(watcher)
        _reap()

    def milliseconds_to_next(self) -> int:
        now = time.monotonic()
        waits = [kept.due - now for kept in self.kept.values() if kept.pidfd is None]
        waits += [kept.vigil.next() - now for kept in self.kept.values() if kept.vigil and kept.pidfd is not None]
        waits += [kept.end_by - now for kept in self.kept.values() if kept.end_by is not None]
        waits.append(self.succession.next() - now)
        if not process.alive(self.watcher):
            waits.append(0.1)
        return int(max(0.0, min([TICK_SECONDS, *waits])) * 1000) + 1

    def ended(self, kept: Supervised) -> None:
        os.close(kept.pidfd)
        kept.pidfd = None
        now = time.monotonic()
        wait = 0.0 if kept.end_by is not None else kept.next_wait(now)
        kept.due, kept.end_by = now + wait, None
        kept.restarts += 1
        self.succession.forget(kept.unit.name)
        say(f"{kept.unit.name} ended after {now - kept.since:.1f} s; starting again in {wait} s")
        self.report()

    def report(self) -> None:
        counts = {name: kept.restarts for name, kept in self.kept.items()}
        with contextlib.suppress(OSError):  # for people alone
            process.write_atomically(self.state.run / "restarts.json", json.dumps(counts))

    # -- stopping

    def stop_all(self) -> None:
        self.succession.end()
        self.stop([kept.unit for kept in self.kept.values()])
        if self.owner is not None and not process.alive(self.owner):
            shutil.rmtree(self.state.root, ignore_errors=True)

    def stop(self, units: list[Unit]) -> None:
        for stage in sorted({unit.stage for unit in units}, reverse=True):
            self.stop_together([unit for unit in units if unit.stage == stage])

    def stop_together(self, units: list[Unit]) -> None:
        for unit in units:
            who = process.recorded(self.state.record(unit.name))
            if who is not None:
                ask_to_end(who, unit)
            elif self.kept[unit.name].pidfd is not None:
                signal.pidfd_send_signal(self.kept[unit.name].pidfd, signal.SIGKILL)  # it was just being launched
        deadline = time.monotonic() + max(unit.stop_seconds for unit in units)
        for unit in units:
            who = process.recorded(self.state.record(unit.name))
            if who is not None and not process.wait_end(who, max(0.0, deadline - time.monotonic())):
                say(f"{unit.name} did not stop in time: killed")
            process.end_family(self.state.lock(unit.name))
            kept = self.kept[unit.name]
            if kept.pidfd is not None:
                os.close(kept.pidfd)
                kept.pidfd = None
        _reap()


def start_detached(module: str, state: State) -> None:
    """Starts another module of this package as a process of its own session, its output in the supervisor's log."""
    with open(state.log("supervisor"), "ab") as log:
        subprocess.Popen([sys.executable, "-m", module, str(state.root)], stdin=subprocess.DEVNULL, stdout=log,
                         stderr=log, start_new_session=True, cwd="/").returncode = 0


def become_single(state: State, name: str) -> bool:
    """False when another one of that name already runs. The lock lives as long as this process."""
    descriptor = os.open(state.lock(name), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    process.record(state.record(name), process.identity(os.getpid()))
    return True


def _reap() -> None:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def _drain(pipe: int) -> None:
    try:
        while os.read(pipe, 4096):
            pass
    except BlockingIOError:
        pass


def say(words: str) -> None:
    """Into the log, where there is room."""
    with contextlib.suppress(OSError):
        os.write(1, f"{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())} {words}\n".encode())


def main() -> None:
    state = State(Path(sys.argv[1]))
    if become_single(state, "supervisor"):
        Supervisor(state).run()


if __name__ == "__main__":
    main()
