"""Where everything of one running platform lies: the state folder and the names inside it.

    state = State.of(checkout)      # MRBILL_STATE, else <checkout>/.local
    state.log("auth")               # .../log/auth.log
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class State:
    root: Path

    @staticmethod
    def of(checkout: Path) -> "State":
        chosen = os.environ.get("MRBILL_STATE")
        if chosen:
            return State(Path(chosen).absolute())
        local = checkout / ".local"
        return State(local.resolve() if local.exists() else local)

    @property
    def run(self) -> Path:           # who runs now; 0700
        return self.root / "run"

    @property
    def wanted(self) -> Path:        # exists while the platform shall be up
        return self.run / "wanted"

    @property
    def plan(self) -> Path:
        return self.run / "units.json"

    @property
    def restart(self) -> Path:       # names of units to be started anew, one a line
        return self.run / "restart"

    def record(self, name: str) -> Path:
        return self.run / f"{name}.process"

    def fingerprint(self, name: str) -> Path:   # of what runs, which may not be what the plan says
        return self.run / f"{name}.fingerprint"

    def lock(self, name: str) -> Path:
        return self.run / f"{name}.lock"

    def log(self, name: str) -> Path:
        return self.root / "log" / f"{name}.log"

    def data(self, name: str) -> Path:
        return self.root / "data" / name

    def objects(self, service: str) -> Path:
        return self.data("objects") / service

    @property
    def secrets(self) -> Path:
        return self.root / "secrets"

    @property
    def configuration(self) -> Path:
        return self.root / "configuration"

    @property
    def https(self) -> Path:         # exists while people come by https
        return self.configuration / "https"

    @property
    def program(self) -> Path:       # what the servers execute: a copy, so that a build never changes a running file
        return self.root / "program"

    @property
    def mail(self) -> Path:
        return self.root / "mail"

    @property
    def ports(self) -> Path:
        return self.root / "ports.json"

    @property
    def demo(self) -> Path:
        return self.root / "demo.json"

    @property
    def overrides(self) -> Path:     # the operator's own settings; may hold passwords
        return self.root / "overrides.json"

    @property
    def exists(self) -> bool:
        return self.ports.exists()

    def lay_out(self) -> None:
        self.root.mkdir(parents=True, exist_ok=True)
        for private in (self.run, self.secrets, self.root / "data", self.mail, self.configuration, self.root / "log"):
            private.mkdir(mode=0o700, exist_ok=True)


def shared_state_of(checkout: Path) -> Path:
    """Where root keeps the state of a checkout."""
    return Path("/var/lib/mrbill") / hashlib.sha256(str(checkout).encode()).hexdigest()[:12]
