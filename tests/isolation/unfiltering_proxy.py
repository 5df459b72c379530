"""Stands between a service and PostgreSQL and takes the tenant out of every statement's own conditions.

`tenant_id = $1` becomes a condition that is always true, so that row-level security is the only wall left. It rewrites the
query text of the Parse messages of the frontend/backend protocol (PostgreSQL manual, chapter 55) and passes all else on.
"""

from __future__ import annotations

import re
import socket
import struct
import threading

ASKS_FOR_ENCRYPTION = (80877103, 80877104)        # SSLRequest, GSSENCRequest

_CONDITION = re.compile(rb"(\b\w+\.)?tenant_id\s*=\s*\$(\d+)(::uuid)?")


def without_tenant(sql: bytes) -> bytes:
    """Only in conditions: an INSERT's values and a SET keep theirs."""
    return _CONDITION.sub(rb"($\2::uuid IS NOT NULL)", sql)


class UnfilteringProxy:
    def __init__(self, port: int) -> None:
        self.upstream = port
        self.rewritten: set[bytes] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self.upstream))
            threading.Thread(target=self._pass_on, args=(server, client), daemon=True).start()
            threading.Thread(target=self._rewrite, args=(client, server), daemon=True).start()

    @staticmethod
    def _pass_on(source: socket.socket, target: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                target.sendall(data)
        except OSError:
            pass
        target.close()

    def _rewrite(self, client: socket.socket, server: socket.socket) -> None:
        try:
            stream = client.makefile("rb")
            while _pass_untyped(stream, server) in ASKS_FOR_ENCRYPTION:
                pass                                                 # the server says no; the start-up message follows
            while kind := stream.read(1):
                length = struct.unpack("!I", _exactly(stream, 4))[0]
                server.sendall(self._message(kind, _exactly(stream, length - 4)))
        except (OSError, EOFError):
            pass
        server.close()

    def _message(self, kind: bytes, payload: bytes) -> bytes:
        if kind == b"P":
            name, sql, rest = payload.split(b"\0", 2)
            open_sql = without_tenant(sql)
            if open_sql != sql:
                self.rewritten.add(name)
            payload = b"\0".join((name, open_sql, rest))
        return kind + struct.pack("!I", len(payload) + 4) + payload


def _pass_untyped(stream, server: socket.socket) -> int:
    """Start-up messages have no type: a length, and a code that says what they are."""
    length = struct.unpack("!I", _exactly(stream, 4))[0]
    payload = _exactly(stream, length - 4)
    server.sendall(struct.pack("!I", length) + payload)
    return struct.unpack("!I", payload[:4])[0]


def _exactly(stream, count: int) -> bytes:
    data = stream.read(count)
    if len(data) != count:
        raise EOFError
    return data
