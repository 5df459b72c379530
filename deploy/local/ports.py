"""Loopback ports: found free once, then remembered in ports.json.

While this process lives, each port it chose is also held under a name in the kernel's abstract socket namespace, so two
platforms that start at the same moment never choose the same one.
"""

from __future__ import annotations

import json
import random
import socket
from pathlib import Path

from .description import PROGRAMS
from .process import write_atomically

NAMES = ("gateway", "postgres", "events", "cache", *(port for program in PROGRAMS for port in program.ports))
HTTPS, FIRST_HTTPS = "gateway_https", 8443  # only while people come by it: what nobody listens on is not one's own
BELOW_EPHEMERAL = (20_000, 32_000)
_held: dict[int, socket.socket] = {}


def is_free(port: int) -> bool:
    for address in ("127.0.0.1", "0.0.0.0"):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((address, port))
            except OSError:
                return False
    return True


def _hold(port: int) -> bool:
    name = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        name.bind(f"\0mrbill-port-{port}")
    except OSError:
        name.close()
        return False
    _held[port] = name
    return True


def take_free(first: int | None = None) -> int:
    """A free port, counted up from `first`, else any from below the ephemeral range."""
    candidates = (range(first, first + 200) if first
                  else (random.randrange(*BELOW_EPHEMERAL) for _ in range(2_000)))
    for port in candidates:
        if port in _held or not _hold(port):
            continue
        if is_free(port):
            return port
        _held.pop(port).close()
    raise RuntimeError(f"no free loopback port found (from {first or BELOW_EPHEMERAL})")


def _further(name: str, first_gateway: int | None) -> int:
    first = {"gateway": first_gateway, HTTPS: first_gateway and FIRST_HTTPS}.get(name)
    if first is None:
        return take_free()
    port = take_free(first)
    if port != first:
        print(f"  port {first} is taken by another program: Mr Bill is at {port} instead")
    return port


def remembered(path: Path) -> dict[str, int]:
    try:
        return json.loads(path.read_text())
    except FileNotFoundError:
        return {}


def choose(path: Path, first_gateway: int | None, running: bool, https: bool = False) -> dict[str, int]:
    """The platform's ports. A remembered port that another program took meanwhile is replaced, with a word about it."""
    known = remembered(path)
    ports = {}
    for name in (*NAMES, HTTPS) if https else NAMES:
        port = known.get(name)
        if port is not None and not running and not is_free(port):
            print(f"  port {port} of {name} is taken by another program now: choosing another")
            port = None
        ports[name] = port or _further(name, first_gateway)
    if ports != known:
        write_atomically(path, json.dumps(ports, indent=1))
    return ports
