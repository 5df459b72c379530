"""Restarts and updates while people work: nobody notices."""

from __future__ import annotations

import secrets
import signal
import socket
import time

import pytest

from local import description
from local.succession import leaving_of

from crowd import Crowd, usual
from platform_fixtures import unlimited

PROGRAMS = [program.name for program in description.PROGRAMS]


@pytest.fixture(scope="module")
def busy(platform_with):
    """A platform where a person may ask for as much as they like."""
    return platform_with(unlimited())


@pytest.fixture
def person(busy):
    return busy.sign_up()


def crowd_of(person):
    return Crowd(usual(person, f"crowd{secrets.token_hex(3)}"))


def test_a_restart_of_all_services_fails_no_request(busy, person):
    before = {name: busy.process(name) for name in PROGRAMS}
    with crowd_of(person) as crowd:
        for _ in range(2):
            done = busy.mrbill("restart")
            assert done.returncode == 0, done.stdout
        crowd.wait_for_more(5)
    assert crowd.failed() == []
    assert [name for name in PROGRAMS if busy.process(name) in (None, before[name])] == []
    print(f"{crowd.answered()} requests answered, the slowest in {max(v.slowest for v in crowd.visitors):.2f} s")


@pytest.mark.parametrize("name", description.NAMES)
def test_a_service_that_is_told_to_end_is_followed_without_a_failed_request(busy, person, name):
    with crowd_of(person) as crowd:
        ended = busy.kill(name, signal.SIGTERM)
        busy.wait_back(name, ended, seconds=50)
        crowd.wait_for_more(5)
    assert crowd.failed() == []


def test_an_update_with_other_settings_fails_no_request(busy, person):
    with crowd_of(person) as crowd:
        for level in ("warn", "info"):
            busy.change_environment("catalog", {"MRBILL_LOG_LEVEL": level})
        crowd.wait_for_more(5)
    assert crowd.failed() == []


def test_a_migration_that_changes_what_statements_answer_fails_no_request(busy, person):
    """Plans that were prepared before know the former type."""
    with crowd_of(person) as crowd:
        for length in (120, 140):
            busy.sql("catalog", "alter table pocs alter column language type text")
            crowd.wait_for_more(3)
            busy.sql("catalog", f"alter table pocs alter column language type varchar({length})")
            crowd.wait_for_more(3)
    assert crowd.failed() == []
    assert "cached plan must not change" not in busy.log("catalog")


def test_a_slow_reader_of_an_export_keeps_nobody_waiting(busy, person):
    fill(person, 6000)
    with slow_reader(busy, person) as link, crowd_of(person) as crowd:
        begun = time.monotonic()
        assert busy.mrbill("restart", "catalog").returncode == 0
        assert busy.process(leaving_of("catalog")) is not None, "the former one still serves the slow reader"
        assert time.monotonic() - begun < 15
        crowd.wait_for_more(5)
        assert len(link.recv(1 << 20)) > 0
    assert crowd.failed() == []


def fill(person, rows: int) -> None:
    """Megabytes to export, which the search knows."""
    lines = "".join(f'{{"name": "row {n}", "repositoryUrl": "https://example.org/wide/{n}", "description": "{"wide " * 150}"}}\n'
                    for n in range(rows))
    job = person.post("/api/v1/pocs/imports", lines, headers={"Content-Type": "application/x-ndjson"}).expect(202).json
    deadline = time.monotonic() + 180
    while job["status"] != "COMPLETED":
        assert time.monotonic() < deadline and job["status"] != "FAILED", job
        time.sleep(0.1)
        job = person.get(f"/api/v1/pocs/imports/{job['importId']}").expect(200).json
    while person.get("/api/v1/pocs", query={"search": "wide"}).status != 200:  # it refuses while it is far behind
        assert time.monotonic() < deadline, "the search does not catch up"
        time.sleep(0.1)


def slow_reader(platform, person) -> socket.socket:
    """It has asked for an export of megabytes and read a little."""
    link = socket.socket()
    link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    link.settimeout(20)
    link.connect(("127.0.0.1", platform.ports["catalog"]))
    link.sendall(f"GET /api/v1/pocs/export?format=csv HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {person.token}\r\n\r\n".encode())
    assert link.recv(1000).startswith(b"HTTP/1.1 200")
    return link


def test_what_is_frozen_costs_its_callers_five_seconds_and_is_back(busy, person):
    for name, path in (("catalog", "/api/v1/pocs"), ("auth", "/api/v1/users/me"), ("content", "/api/v1/content/videos")):
        frozen = busy.process(name)
        busy.freeze(name, held=False)
        begun = time.monotonic()
        answer = person.get(path)
        waited = time.monotonic() - begun
        print(f"{name} frozen: {answer.status} after {waited:.1f} s")
        assert answer.status in (200, 503), answer.body
        assert answer.status == 200 or (answer.code and answer.headers["retry-after"])
        assert waited < 25, "five seconds on a machine that has nothing else to do"
        busy.wait_back(name, frozen, seconds=50)
        person.get(path).expect(200)


def test_an_update_that_cannot_serve_leaves_what_runs_alone(busy, person):
    before = busy.process("content")
    good = busy.overrides["content"]
    with crowd_of(person) as crowd:
        with pytest.raises(RuntimeError, match="content is not ready"):
            busy.change_environment("content", {"MRBILL_CONTENT_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"})
        assert busy.process("content") == before
        busy.overrides["content"] = good
        busy.change_environment("content", {})
        crowd.wait_for_more(5)
    assert crowd.failed() == []
