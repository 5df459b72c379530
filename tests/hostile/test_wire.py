"""Bytes that are not quite HTTP, to the gateway and to the services behind it."""

import os
import socket
import time

import pytest

from wire import say

HOST = b"Host: localhost\r\n"
JSON = b"Content-Type: application/json\r\n"
SMUGGLED = b"GET /api/v1/auth/verify-email?token=aaaaaaaaaaaaaaaaaaaaaaaaa HTTP/1.1\r\n" + HOST + b"\r\n"
LISTENERS = ["gateway", "auth", "catalog"]


def login(headers: bytes, body: bytes = b"", version: bytes = b"1.1") -> bytes:
    return b"POST /api/v1/auth/login HTTP/" + version + b"\r\n" + HOST + JSON + headers + b"\r\n" + body


def get(headers: bytes = b"", path: bytes = b"/.well-known/jwks.json", host: bytes = HOST) -> bytes:
    return b"GET " + path + b" HTTP/1.1\r\n" + host + headers + b"\r\n"


def chunked(body: bytes) -> bytes:
    return login(b"Transfer-Encoding: chunked\r\n", body)


REFUSED = {
    "length and chunks": login(b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n" + SMUGGLED),
    "two lengths": login(b"Content-Length: 2\r\nContent-Length: 1\r\n", b"{}" + SMUGGLED),
    "a signed length": login(b"Content-Length: +2\r\n", b"{}"),
    "a negative length": login(b"Content-Length: -1\r\n"),
    "a hexadecimal length": login(b"Content-Length: 0x2\r\n", b"{}"),
    "a length beyond numbers": login(b"Content-Length: 99999999999999999999999\r\n"),
    "an unknown coding": login(b"Transfer-Encoding: xchunked\r\n", b"0\r\n\r\n" + SMUGGLED),
    "chunked twice": login(b"Transfer-Encoding: chunked, chunked\r\n", b"0\r\n\r\n"),
    "two codings": login(b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", b"0\r\n\r\n" + SMUGGLED),
    "a space before the colon": login(b"Transfer-Encoding : chunked\r\nContent-Length: 5\r\n", b"0\r\n\r\n" + SMUGGLED),
    "chunks in HTTP/1.0": login(b"Transfer-Encoding: chunked\r\n", b"0\r\n\r\n" + SMUGGLED, b"1.0"),
    "a folded header": get(b"X-A: b\r\n c\r\n"),
    "no host": get(host=b""),
    "two hosts": get(HOST),
    "a zero in a header": get(b"X-A: a\0b\r\n"),
    "a bare return in a header": get(b"X-A: a\rX-B: b\r\n"),
    "a zero in the path": get(path=b"/\0"),
    "five thousand headers": get(b"".join(b"X-%d: a\r\n" % number for number in range(5_000))),
    "a header of 64 KiB": get(b"X-A: " + b"a" * 65_536 + b"\r\n"),
    "a path of 9 KiB": get(path=b"/api/v1/pocs?search=" + b"a" * 9_000),
    "HTTP/2 in the clear": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "another version": b"GET / HTTP/3.0\r\n" + HOST + b"\r\n",
    "garbage": bytes(range(128, 256)) * 10 + b"\r\n\r\n",
    "an unknown method": b"FOO /.well-known/jwks.json HTTP/1.1\r\n" + HOST + b"\r\n",
    "TRACE": b"TRACE / HTTP/1.1\r\n" + HOST + b"\r\n",
}
BODIES_REFUSED = {
    "a chunk beyond numbers": chunked(b"ffffffffffffffffff\r\n{}\r\n0\r\n\r\n"),
    "a negative chunk": chunked(b"-1\r\n{}\r\n0\r\n\r\n"),
    "a chunk that does not end": chunked(b"2\r\n{}XX0\r\n\r\n"),
    "a mebibyte and a byte": login(b"Content-Length: 1048577\r\n", b" " * 1_048_577),
    "three mebibytes of chunks": chunked((b"100000\r\n" + b" " * 0x100000 + b"\r\n") * 3),
    "a mebibyte of tiny chunks": chunked(b"1\r\n \r\n" * 1_048_580 + b"0\r\n\r\n"),
    "a mebibyte of blanks": login(b"Content-Length: 1048576\r\n", b" " * 1_048_576),
}


@pytest.mark.parametrize("listener", LISTENERS)
@pytest.mark.parametrize("name", REFUSED)
def test_broken_requests_are_refused_with_a_problem_and_nothing_behind_them_is_read(platform, listener, name):
    reply = say(platform.ports[listener], REFUSED[name])
    assert len(reply.statuses) == 1 and 400 <= reply.statuses[0] <= 505 and reply.statuses[0] != 500, reply.raw[:500]
    assert reply.is_problem, reply.raw[:500]


@pytest.mark.parametrize("listener", ["gateway", "auth"])
@pytest.mark.parametrize("name", BODIES_REFUSED)
def test_broken_bodies_are_refused_with_a_problem(platform, listener, name):
    reply = say(platform.ports[listener], BODIES_REFUSED[name])
    assert reply.statuses and reply.statuses[-1] in (400, 413), reply.raw[:500]
    assert reply.is_problem, reply.raw[:500]


@pytest.mark.parametrize("path", [
    "//api/v1/pocs", "/api//v1/pocs", "/api/v1/pocs/", "/api/v1/pocs;x=1", "/API/V1/POCS", "/api/v1/pocs%20",
    "/api/v1/pocs%0d%0aX:1",
    "/api/v1/pocs/../users/me", "/api/v1/pocs/%2e%2e/users/me", "/api/v1/pocs/..%2fusers%2fme",
    "/internal/revocations", "//internal/revocations", "/./internal/revocations",
    "/api/v1/auth/..%2f..%2f..%2finternal%2frevocations",
    "/api/v1/auth/../../../internal/revocations", "/api/v1/auth/;/internal/revocations",
    "/metrics", "/health/live", "/health/ready",
    "/.problem/404", "/.git/config", "/objects/", "/objects/../internal/x", "/objects/%2e%2e/%2e%2e/etc/passwd",
    "/api/docs../", "/api/docs../secrets/auth_kek", "/api/docs/../../etc/passwd", "/api/docs/..%2f..%2fsecrets/auth_kek",
])
def test_no_spelling_of_a_path_leads_elsewhere(platform, person, path):
    answer = person.get(path)
    assert answer.status in (400, 404) and answer.code, answer.body[:300]


@pytest.mark.parametrize("path", ["/", "/api/docs", "/api/docs/x/..", "//evil.example/", "//evil.example/api/docs",
                                  "/api/docs//evil.example"])
def test_nobody_is_sent_to_another_host(platform, path):
    target = platform.api.get(path, headers={"Host": "evil.example"}).headers.get("location", "/")
    assert target.startswith("/") and not target.startswith("//")


@pytest.mark.parametrize("key", ["x", "imports/x?expires=99999999999&signature=abc", "%00", "a/../b?expires=1&signature="])
def test_an_object_needs_a_link_that_we_signed(platform, key):
    assert platform.api.get(f"/objects/{key}").status in (400, 403, 404)


def test_who_sends_headers_drop_by_drop_is_cut_off(platform):
    """All at once, so that the wait is one."""
    links = {listener: socket.create_connection(("127.0.0.1", platform.ports[listener])) for listener in LISTENERS}
    begun = time.monotonic()
    for link in links.values():
        link.sendall(b"GET / HTTP/1.1\r\n" + HOST + b"X-Slow: ")
        link.settimeout(0.5)
    while links and time.monotonic() - begun < 20:
        links = {listener: link for listener, link in links.items() if _is_open(link)}
    assert not links, f"still open: {list(links)}"
    assert time.monotonic() - begun > 3, "an honest slow client needs a moment"


def _is_open(link: socket.socket) -> bool:
    try:
        link.sendall(b"a")
        link.recv(4_096)                    # an answer (408) or the end: either way it is over
        return False
    except TimeoutError:
        return True
    except ConnectionError:
        return False


def test_a_crowd_of_idle_connections_leaves_room_for_others(platform):
    gateway = ("127.0.0.1", platform.ports["gateway"])
    crowd = [socket.create_connection(gateway, source_address=("127.66.6.6", 0)) for _ in range(300)]
    try:
        for link in crowd:
            link.sendall(b"POST /api/v1/auth/login HTTP/1.1\r\n" + HOST + b"Content-Length: 1000\r\n\r\n{")
        begun = time.monotonic()
        platform.api.get("/.well-known/jwks.json").expect(200)
        assert time.monotonic() - begun < 10
    finally:
        for link in crowd:
            link.close()


def test_random_bytes_end_no_process(platform):
    before = {name: platform.process(name) for name in LISTENERS}
    for listener in LISTENERS:
        for _ in range(20):
            say(platform.ports[listener], os.urandom(2_000) + b"\r\n\r\n", seconds=0.3)
    assert before == {name: platform.process(name) for name in LISTENERS}
