"""Asks a unit whether it answers, without ever waiting for it: the supervisor's loop tells when there is something to read.

    probe = Probe("http://127.0.0.1:8081/health/ready")
    probe.begin(now); ...; answer = probe.read()

Addresses: http://HOST:PORT/PATH, redis://HOST:PORT, postgres://HOST:PORT. Whatever comes back shows that somebody is there.
"""

from __future__ import annotations

import os
import re
import socket
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from . import process

SSL_REQUEST = bytes((0, 0, 0, 8, 4, 210, 22, 47))       # PostgreSQL answers with one letter, before any password


@dataclass(frozen=True)
class Heard:
    """What was answered; `pid` is of the process that says so itself."""

    text: str
    pid: int | None = None

    @property
    def ready(self) -> bool:
        return self.text.startswith("HTTP/1.1 200")

    @property
    def draining(self) -> bool:
        return '"draining"' in self.text


class Probe:
    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.target = (parts.hostname, parts.port)
        self.question = {
            "http": f"GET {parts.path or '/'} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n".encode(),
            "redis": b"PING\r\n", "postgres": SSL_REQUEST}[parts.scheme]
        self.link: socket.socket | None = None
        self.begun = 0.0

    @property
    def asking(self) -> bool:
        return self.link is not None

    def begin(self, now: float) -> bool:
        """False where nobody listens."""
        self.end()
        self.begun = now
        link = socket.socket(socket.AF_INET, socket.SOCK_STREAM | socket.SOCK_NONBLOCK | socket.SOCK_CLOEXEC)
        try:
            link.connect(self.target)
        except BlockingIOError:
            pass  # on loopback the kernel accepts or refuses at once; where the backlog is full it goes on trying
        except OSError:
            link.close()
            return False
        try:
            link.send(self.question)
        except OSError:
            link.close()
            return False
        self.link = link
        return True

    def fileno(self) -> int:
        return self.link.fileno()

    def read(self) -> Heard | None:
        """The answer, or nothing where the connection was closed without one."""
        try:
            data = self.link.recv(4096)
        except OSError:
            data = b""
        self.end()
        if not data:
            return None
        text = data.decode("latin-1")
        said = re.search(r"^Process-Id: (\d+)", text, re.MULTILINE | re.IGNORECASE)
        return Heard(text, int(said[1]) if said else None)

    def end(self) -> None:
        if self.link is not None:
            self.link.close()
            self.link = None


@dataclass(frozen=True)
class Progress:
    """How far the processes of a unit have come: a frozen one comes no further, a busy one does, or waits for its turn."""

    nanoseconds: int
    at_the_disk: bool
    stopped: bool           # the main process, by a signal

    @staticmethod
    def of(main: process.Identity, lock: Path) -> "Progress":
        total, at_the_disk = 0, False
        for who in process.holders(lock):
            for thread in _threads(who.pid):
                total += thread[0]
                at_the_disk |= thread[1] == "D"
        return Progress(total, at_the_disk, _state(Path(f"/proc/{main.pid}/stat")) == "T")

    def shows_life_since(self, before: "Progress") -> bool:
        return not self.stopped and (self.at_the_disk or self.nanoseconds - before.nanoseconds > 2_000_000)


def _threads(pid: int) -> list[tuple[int, str]]:
    """Of each: the time on a processor and waiting for one, and its state."""
    found = []
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            folder = Path(f"/proc/{pid}/task/{task}")
            ran, waited = (folder / "schedstat").read_text().split()[:2]
            found.append((int(ran) + int(waited), _state(folder / "stat")))
    except (OSError, ValueError):
        pass  # it has just ended
    return found


def _state(stat: Path) -> str:
    try:
        return stat.read_text().rpartition(")")[2].split()[0]
    except (OSError, IndexError):
        return ""
