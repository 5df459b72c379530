"""Watches that what runs also answers. A process that hangs looks alive: only asking tells.

A unit that has answered once and then is silent is taken out (killed, and so started again) after STUCK_SECONDS when none of
its processes comes any further, and after BUSY_SECONDS when they work, wait for the processor or for the disk: a machine that is
full must not be made fuller by restarts. While run/NAME.held exists nobody is asked: for a debugger, or to see what a frozen
unit does to the others.
"""

from __future__ import annotations

import time

from . import process
from .probe import Heard, Probe, Progress
from .state import State

INTERVAL = 1.0
PATIENCE = 2.0             # with one question, then it is asked again
STUCK_SECONDS = 3.0
BUSY_SECONDS = 30.0


class Vigil:
    def __init__(self, state: State, name: str, address: str, answers: bool = False) -> None:
        """`answers`: it is known to, so it need not answer once before its silence counts."""
        self.state, self.name, self.address = state, name, address
        self.probe = Probe(address)
        self.forget()
        self.known = answers

    def forget(self) -> None:
        """Another process will answer, or nobody is to be asked."""
        self.probe.end()
        self.due = time.monotonic() + INTERVAL
        self.known = False                       # whether it has answered, so that silence means something
        self.silent_since: float | None = None
        self.compared: tuple[float, Progress] | None = None

    def step(self, now: float) -> bool:
        """Asks when it is time; True when the unit is to be taken out."""
        if (self.state.run / f"{self.name}.held").exists():
            self.forget()
            return False
        if self.probe.asking and now - self.probe.begun > PATIENCE:
            self.probe.end()
            self.due = now
        if not self.probe.asking and now >= self.due:
            self._ask(now)
        return self.known and self.silent_since is not None and self._lost(now)

    def _ask(self, now: float) -> None:
        self.due = now + INTERVAL
        if not self.probe.begin(now):
            self.forget()  # it closed its door itself
        elif self.silent_since is None:
            self.silent_since = now

    def _lost(self, now: float) -> bool:
        silent, window = now - self.silent_since, STUCK_SECONDS - INTERVAL
        if silent < INTERVAL or (self.compared and now - self.compared[0] < window):
            return False
        who = process.recorded(self.state.record(self.name))
        if who is None:
            return False
        progress = Progress.of(who, self.state.lock(self.name))
        stuck = self.compared is not None and not progress.shows_life_since(self.compared[1])
        self.compared = (now, progress)
        return stuck or silent > BUSY_SECONDS

    def heard(self) -> Heard | None:
        answer = self.probe.read()
        self.silent_since, self.compared = None, None
        self.known |= answer is not None
        return answer

    def next(self) -> float:
        """When it has something to do."""
        return self.probe.begun + PATIENCE if self.probe.asking else self.due
