"""The two private Redis: `events` keeps everything (AOF always, evicts nothing; a damaged log does not keep it down, see
events_log.py), `cache` keeps nothing."""

from __future__ import annotations

import socket
import sys
import time
from pathlib import Path

from . import users
from .credentials import Credentials
from .process import write_atomically
from .state import State
from .unit import Unit, base_environment

EVENTS_LOG = Path(__file__).with_name("events_log.py")
COMMON = """\
bind 127.0.0.1
port {port}
requirepass {password}
protected-mode yes
daemonize no
supervised no
dir "{folder}"
save ""
tcp-backlog 511
timeout 0
databases 1
"""
EVENTS = """\
appendonly yes
appendfsync always
auto-aof-rewrite-min-size 64mb
aof-load-truncated yes
maxmemory 256mb
maxmemory-policy noeviction
"""
CACHE = """\
appendonly no
maxmemory 64mb
maxmemory-policy allkeys-lru
"""


def _quoted(folder: Path) -> str:
    """Within double quotes, as Redis reads them."""
    return str(folder).replace("\\", "\\\\").replace('"', '\\"')


class Redis:
    def __init__(self, state: State, credentials: Credentials, name: str, port: int) -> None:
        self.state, self.name, self.port = state, name, port
        self.password = credentials.password(f"redis_{name}")
        self.configuration = state.configuration / f"{name}.conf"

    def prepare(self) -> None:
        folder = self.state.data(self.name)
        folder.mkdir(mode=0o700, exist_ok=True)
        text = COMMON.format(port=self.port, password=self.password, folder=_quoted(folder))
        write_atomically(self.configuration, text + (EVENTS if self.name == "events" else CACHE))
        users.give(self.state, "redis", folder, self.configuration)

    def unit(self) -> Unit:
        folder = str(self.state.data(self.name))
        command = ["/usr/bin/redis-server", str(self.configuration)]
        if self.name == "events":
            command = [sys.executable, "-I", "-S", str(EVENTS_LOG), folder, str(self.configuration)]
        return Unit(self.name, command, stage=0, cwd=folder, environment=base_environment(),
                    asks=f"redis://127.0.0.1:{self.port}", user=users.user_of(self.state, "redis"),
                    ).sealed(self.configuration, EVENTS_LOG)

    @property
    def url(self) -> str:
        return f"redis://:{self.password}@127.0.0.1:{self.port}"

    def wait(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not self._answers():
            if time.monotonic() > deadline:
                raise TimeoutError(f"Redis {self.name} does not answer")
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), 1) as link:
                link.sendall(f"AUTH {self.password}\r\nPING\r\n".encode())
                answer = b""
                while answer.count(b"\r\n") < 2:
                    part = link.recv(100)
                    if not part:
                        return False
                    answer += part
                return b"+PONG" in answer
        except OSError:
            return False
