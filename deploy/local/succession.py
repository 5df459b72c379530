"""Replaces what runs: a unit that overlaps without a gap, another one as soon as it has ended.

A unit that overlaps has a successor started beside it, under the names NAME.next. It takes no connection before it can answer.
When it answers, the names change: NAME is now the successor, NAME.leaving its predecessor, which is told to end, finishes what it
has, and is killed when its time is over. A successor that does not become ready is given up, the predecessor serves on, and
another one is tried later. One unit after the other, so that a small machine never runs all of them twice.

The supervisor may die at any moment: its successor ends NAME.next and begins again, and waits for NAME.leaving.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass

from . import process
from .probe import Heard, Probe
from .state import State
from .unit import Unit

READY_SECONDS = 30.0
ASK_EVERY = 0.05
TRY_AGAIN_SECONDS = 10.0


def next_of(name: str) -> str:
    return f"{name}.next"


def leaving_of(name: str) -> str:
    return f"{name}.leaving"


def launch(state: State, name: str, slot: str) -> tuple[int, int]:
    """The pidfd and pid of a process that becomes the unit, under the names of the slot."""
    child = subprocess.Popen([sys.executable, "-m", "local.launch", str(state.root), name, slot], stdin=subprocess.DEVNULL,
                             start_new_session=True)
    child.returncode = 0  # reaped by the supervisor, not by Popen
    return os.pidfd_open(child.pid), child.pid


def ask_to_end(who: process.Identity, unit: Unit) -> None:
    """The second signal says: without waiting for others to notice."""
    process.send(who, signal.Signals[unit.stop_signal])
    if unit.hasten_signal:
        process.send(who, signal.Signals[unit.hasten_signal])


@dataclass
class Successor:
    unit: Unit
    pidfd: int
    pid: int
    give_up: float
    probe: Probe
    ask: float = 0.0


@dataclass
class Leaver:
    unit: Unit
    who: process.Identity
    kill: float


class Succession:
    """The supervisor asks it what to wait for, and lets it step on. `promoted(unit, pidfd)` is told of each new generation."""

    def __init__(self, state: State, promoted, say) -> None:
        self.state, self.promoted, self.say = state, promoted, say
        self.wanted: dict[str, tuple[Unit, float]] = {}      # and not before when
        self.successor: Successor | None = None
        self.leavers: dict[str, Leaver] = {}

    def want(self, unit: Unit) -> None:
        """At once where nothing else is being replaced. A second request replaces the first."""
        if self.successor is not None and self.successor.unit.name == unit.name:
            self._give_up()
        self.wanted[unit.name] = (unit, 0.0)

    def forget(self, name: str) -> None:
        self.wanted.pop(name, None)
        if self.successor is not None and self.successor.unit.name == name:
            self._give_up()

    def concerns(self, name: str) -> bool:
        return name in self.wanted or name in self.leavers or bool(self.successor and self.successor.unit.name == name)

    def adopt(self, unit: Unit) -> None:
        """After a supervisor that died in the middle of it."""
        process.end_family(self.state.lock(next_of(unit.name)))
        who = process.recorded(self.state.record(leaving_of(unit.name)))
        if who is not None:
            self._let_go(unit, who)

    # -- what to wait for

    def descriptors(self) -> list[int]:
        if self.successor is None:
            return []
        return [self.successor.pidfd, *([self.successor.probe.fileno()] if self.successor.probe.asking else [])]

    def next(self) -> float:
        moments = [moment for name, (_, moment) in self.wanted.items() if not self.successor and name not in self.leavers]
        moments += [leaver.kill for leaver in self.leavers.values()]
        if self.leavers:
            moments.append(time.monotonic() + 0.2)
        if self.successor is not None:
            moments += [self.successor.give_up, self.successor.ask]
        return min(moments, default=float("inf"))

    # -- going on

    def step(self, now: float) -> None:
        self._watch_leavers(now)
        if self.successor is not None:
            self._follow(self.successor, now)
        if self.successor is None:
            self._begin(now)

    def _begin(self, now: float) -> None:
        for name, (unit, moment) in self.wanted.items():
            if moment <= now and name not in self.leavers:
                pidfd, pid = launch(self.state, name, next_of(name))
                self.successor = Successor(unit, pidfd, pid, now + READY_SECONDS, Probe(unit.asks), now)
                return

    def _follow(self, successor: Successor, now: float) -> None:
        ended = _readable(successor.pidfd)
        if ended or now >= successor.give_up:
            self.say(f"the successor of {successor.unit.name} {'ended' if ended else 'does not become ready'}: given up")
            self.wanted[successor.unit.name] = (successor.unit, now + TRY_AGAIN_SECONDS)
            self._give_up()
        elif successor.probe.asking and _readable(successor.probe.fileno()):
            if _is_serving(successor.probe.read(), successor.pid):
                self._promote(successor)
        elif now >= successor.ask:
            successor.ask = now + ASK_EVERY
            successor.probe.begin(now)

    def _give_up(self) -> None:
        successor, self.successor = self.successor, None
        successor.probe.end()
        os.close(successor.pidfd)
        process.end_family(self.state.lock(next_of(successor.unit.name)))

    def _promote(self, successor: Successor) -> None:
        self.successor = None
        unit = successor.unit
        self.wanted.pop(unit.name, None)
        predecessor = process.recorded(self.state.record(unit.name))
        for path in (self.state.record, self.state.lock, self.state.fingerprint):
            with contextlib.suppress(FileNotFoundError):
                os.replace(path(unit.name), path(leaving_of(unit.name)))
            os.replace(path(next_of(unit.name)), path(unit.name))
        self.promoted(unit, successor.pidfd)
        if predecessor is not None:
            self._let_go(unit, predecessor)

    def _let_go(self, unit: Unit, who: process.Identity) -> None:
        ask_to_end(who, unit)
        self.leavers[unit.name] = Leaver(unit, who, time.monotonic() + unit.stop_seconds)

    def _watch_leavers(self, now: float) -> None:
        for name, leaver in list(self.leavers.items()):
            alive = process.alive(leaver.who)
            if alive and now < leaver.kill:
                continue
            if alive:
                self.say(f"the predecessor of {name} did not end in time: killed")
            process.end_family(self.state.lock(leaving_of(name)))
            del self.leavers[name]

    def end(self) -> None:
        """All that runs under other names than those of its units."""
        self.wanted.clear()
        if self.successor is not None:
            self._give_up()
        for name in list(self.leavers):
            process.end_family(self.state.lock(leaving_of(name)))
            del self.leavers[name]


def _readable(descriptor: int) -> bool:
    return bool(select.select([descriptor], [], [], 0)[0])


def _is_serving(heard: Heard | None, pid: int) -> bool:
    return heard is not None and heard.ready and heard.pid == pid
