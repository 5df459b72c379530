"""Bytes to a port, and what comes back: for requests that no client would send."""

from __future__ import annotations

import json
import re
import socket
from dataclasses import dataclass


@dataclass
class Reply:
    raw: bytes

    @property
    def statuses(self) -> list[int]:
        """Of every answer on the connection: more than were asked for is a smuggled one."""
        return [int(status) for status in re.findall(rb"HTTP/1\.1 (\d+)", self.raw)]

    @property
    def is_problem(self) -> bool:
        head, _, body = self.raw.partition(b"\r\n\r\n")
        return b"\r\ncontent-type: application/problem+json" in head.lower() and "code" in json.loads(body)


def say(port: int, data: bytes, seconds: float = 5.0) -> Reply:
    """Until the other side closes, or has said nothing for a moment after its first answer."""
    heard = b""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as link:
        try:
            link.sendall(data)
        except ConnectionError:
            pass                              # it answered and closed before it had read everything
        try:
            while piece := link.recv(65_536):
                heard += piece
                link.settimeout(0.25)
        except (TimeoutError, ConnectionError):
            pass
    return Reply(heard)
