"""An export that is being read ends with its reader's membership, within a second, and does not look whole."""

import json
import socket
import time
from contextlib import closing
from urllib.parse import urlsplit

import pytest

import importing

SOON = 1.0 + 0.5        # a second, and what a busy machine adds
ROWS, LETTERS = 1_500, 9_900
END = b"\r\n0\r\n\r\n"


@pytest.fixture(scope="module")
def owner(platform):
    return platform.sign_up(company="Labs")


@pytest.fixture
def collector(platform, owner):
    """A member with more than the buffers on the way hold."""
    person = platform.invite(owner)
    rows = [json.dumps({"name": f"poc {number}", "repositoryUrl": None, "description": "x" * LETTERS}) for number in range(ROWS)]
    assert importing.counts(importing.run(person, "\n".join(rows))) == (ROWS, 0, 0, 0)
    return person


def begin_export(platform, person, form: str) -> socket.socket:
    """With its first bytes read, and little room for more."""
    link = socket.socket()
    link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16_384)
    link.settimeout(20)
    link.connect(("127.0.0.1", platform.ports["gateway"]))
    link.sendall(f"GET /api/v1/pocs/export?format={form} HTTP/1.1\r\nHost: {urlsplit(person.url).netloc}\r\n"
                 f"Authorization: Bearer {person.token}\r\n\r\n".encode())
    assert b" 200 OK" in link.recv(4_096)
    return link


def rest_of(link: socket.socket) -> bytes:
    read = b""
    try:
        while not read.endswith(END) and (part := link.recv(1 << 16)):
            read += part
    except ConnectionResetError:
        pass
    return read


def ended(platform) -> int:
    return platform.log("catalog").count('"operation":"exportPocs"')


def test_an_export_that_is_read_slowly_breaks_off_within_a_second_of_its_readers_removal(platform, owner, collector):
    before = ended(platform)
    with closing(begin_export(platform, collector, "csv")) as link:
        owner.delete(f"/api/v1/tenants/current/members/{collector.user_id}", headers={"If-Match": "*"}).expect(204)
        until = time.monotonic() + SOON
        while ended(platform) == before:
            assert time.monotonic() < until, "it goes on"
            time.sleep(0.02)
        read = rest_of(link)
    assert len(read) < ROWS * LETTERS and not read.endswith(END), "it looks whole"


def test_an_export_that_is_read_as_it_comes_breaks_off_too(platform, owner, collector):
    with closing(begin_export(platform, collector, "jsonl")) as link:
        for _ in range(10):
            assert link.recv(16_384)
        owner.delete(f"/api/v1/tenants/current/members/{collector.user_id}", headers={"If-Match": "*"}).expect(204)
        read, since = b"", time.monotonic()
        try:
            while time.monotonic() - since < SOON and not read.endswith(END) and (part := link.recv(16_384)):
                read += part
                time.sleep(0.005)
        except ConnectionResetError:
            pass
        read += rest_of(link)
    assert len(read) < ROWS * LETTERS and not read.endswith(END), "it looks whole"
