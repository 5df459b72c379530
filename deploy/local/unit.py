"""A unit is one supervised program, written down in run/units.json: what the supervisor is told to keep alive."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from .process import write_atomically


@dataclass
class Unit:
    name: str
    argv: list[str]
    stage: int                       # stopped from the highest stage to the lowest
    cwd: str
    environment: dict[str, str] = field(default_factory=dict)
    user: str = ""                   # whom root becomes for it; empty: the supervisor's own
    stop_signal: str = "SIGTERM"
    stop_seconds: float = 10.0
    hasten_signal: str = ""          # after stop_signal: without waiting until others have noticed
    niceness: int = 0                # against the other units, 0 to 19
    asks: str = ""                   # where to ask whether it answers (probe.py)
    overlaps: bool = False           # its successor may start beside it (succession.py)
    reload_signal: str = ""          # takes what `loaded` stands for anew, without a restart
    remove_before_start: list[str] = field(default_factory=list)
    words_through: str = ""          # a program file: what the unit says passes through it on the way to the log
    fingerprint: str = ""            # another fingerprint means: restart
    loaded: str = ""                 # of the files that it reads again at reload_signal

    def sealed(self, *files: str | Path, loads: tuple[Path, ...] = ()) -> "Unit":
        """With the fingerprint of everything that decides how it runs, the named files included; those that it `loads` apart."""
        described = json.dumps(asdict(self) | {"fingerprint": "", "loaded": ""}, sort_keys=True)
        self.fingerprint = _fingerprint(described, self.argv[0], *files)
        self.loaded = _fingerprint("", *loads) if loads else ""
        return self


def _fingerprint(text: str, *files: str | Path) -> str:
    digest = hashlib.sha256(text.encode())
    for file in files:
        digest.update(_state_of(Path(file)))
    return digest.hexdigest()[:16]


def _state_of(file: Path) -> bytes:
    if not file.exists():
        return b"absent"
    if file.stat().st_size < 100_000:
        return file.read_bytes()
    stat = file.stat()
    return f"{stat.st_size}:{stat.st_mtime_ns}".encode()


@dataclass
class Plan:
    """What the supervisor reads: the units, and for tests the process with whom everything shall end."""

    units: list[Unit] = field(default_factory=list)
    owner: dict | None = None        # an Identity; when it ends, all ends and the state folder goes

    def write(self, path: Path) -> bool:
        """True when the file changed."""
        text = json.dumps(asdict(self), indent=1)
        if path.exists() and path.read_text() == text:
            return False
        write_atomically(path, text)
        return True

    @staticmethod
    def read(path: Path) -> "Plan":
        try:
            raw = json.loads(path.read_text())
        except FileNotFoundError:
            return Plan()
        return Plan([Unit(**unit) for unit in raw["units"]], raw.get("owner"))


def base_environment() -> dict[str, str]:
    """What every program gets: nothing of the caller's shell but where programs are found."""
    return {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "HOME": os.environ.get("HOME", "/")}
