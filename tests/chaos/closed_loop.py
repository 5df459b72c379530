"""Many connections of one process, each with one request after the other: what a crowd does that does not wait to be asked."""

from __future__ import annotations

import selectors
import socket
import time
from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Seen:
    statuses: Counter = field(default_factory=Counter)
    answered: list[float] = field(default_factory=list)     # seconds, of 200s
    refusals: list[str] = field(default_factory=list)       # heads and bodies of 503s

    def note(self, status: int, seconds: float, text: str) -> None:
        self.statuses[status] += 1
        if status == 200:
            self.answered.append(seconds)
        elif status == 503:
            self.refusals.append(text)


class Loop:
    """`Loop(port, path, token).run(connections, seconds)`"""

    def __init__(self, port: int, path: str, token: str) -> None:
        self.port = port
        self.request = f"GET {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n".encode()

    def run(self, connections: int, seconds: float) -> Seen:
        seen, ready = Seen(), selectors.DefaultSelector()
        for _ in range(connections):
            self._ask(self._join(ready), ready)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for key, _ in ready.select(0.1):
                self._hear(key, ready, seen)
        for key in list(ready.get_map().values()):
            key.fileobj.close()
        return seen

    def _join(self, ready: selectors.BaseSelector) -> socket.socket:
        link = socket.create_connection(("127.0.0.1", self.port), 10)
        ready.register(link, selectors.EVENT_READ)
        return link

    def _ask(self, link: socket.socket, ready: selectors.BaseSelector) -> None:
        link.sendall(self.request)
        ready.modify(link, selectors.EVENT_READ, [time.monotonic(), b""])

    def _hear(self, key: selectors.SelectorKey, ready: selectors.BaseSelector, seen: Seen) -> None:
        link, state = key.fileobj, key.data
        data = link.recv(65536)
        state[1] += data
        head, found, body = state[1].partition(b"\r\n\r\n")
        text = head.decode("latin-1")
        whole = found and len(body) >= int(text.lower().partition("content-length: ")[2].partition("\r\n")[0] or 0)
        if whole:
            seen.note(int(text.split()[1]), time.monotonic() - state[0], text + body.decode(errors="replace"))
        if not data or "connection: close" in text.lower():
            seen.statuses[0] += not whole
            ready.unregister(link)
            link.close()
            link = self._join(ready)
        if whole or not data:
            self._ask(link, ready)
