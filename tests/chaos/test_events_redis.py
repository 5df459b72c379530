"""The events Redis loses its log, or has no room: it comes back by itself and the books are right again."""

from __future__ import annotations

import secrets

import pytest

from local.description import NAMES, PROGRAMS

from test_events import Bus, until


def hole(data: bytes) -> bytes:
    return data[:len(data) // 3] + bytes(500) + data[len(data) // 3 + 500:]


def renamed(data: bytes) -> bytes:
    """Valid, but no command: only the server itself sees it."""
    return data.replace(b"\r\nXADD\r\n", b"\r\nXXXX\r\n")


def rename(person, name: str) -> None:
    tag = person.get("/api/v1/users/me").headers["etag"]
    person.patch("/api/v1/users/me", {"fullName": name}, headers={"If-Match": tag}).expect(200)


@pytest.mark.parametrize("harm", [hole, renamed, lambda data: b""], ids=["hole", "unknown command", "empty"])
def test_events_that_were_lost_are_made_good(own_platform, harm):
    """Published, read by nobody yet, and then the log is damaged: people are known nevertheless, and every POC is found."""
    person, marker = own_platform.sign_up(), f"lost{secrets.token_hex(4)}"
    followers = ("catalog-worker", "content-worker", "catalog-indexer")
    known = lambda database: own_platform.sql(database, f"SELECT full_name FROM people WHERE user_id = '{person.user_id}'")  # noqa: E731
    until(lambda: known("catalog") and known("content"))
    with own_platform.without(*followers):
        rename(person, "Nobody Heard")
        until(lambda: own_platform.sql("auth", "SELECT count(*) FROM outbox") == "0")
        person.post("/api/v1/pocs", {"name": marker}).expect(201)
        who = own_platform.kill("events")
        log = next((own_platform.state.data("events") / "appendonlydir").glob("*.incr.aof"))
        log.write_bytes(harm(log.read_bytes()))
    own_platform.wait_back("events", who, seconds=50)
    until(lambda: known("catalog") == known("content") == "Nobody Heard")
    rename(person, "Heard Again")
    until(lambda: known("catalog") == known("content") == "Heard Again")
    person.post("/api/v1/pocs", {"name": f"{marker} later"}).expect(201)
    assert person.get("/api/v1/pocs", query={"search": marker}).expect(200).json["pagination"]["totalItems"] == 2
    until(lambda: all(own_platform.sql(name, "SELECT count(*) FROM outbox") == "0" for name in NAMES))


def test_a_full_bus_takes_events_again_once_they_are_read(own_platform):
    """Filled while its readers are down, so that they start on a full server."""
    bus, person, marker = Bus(own_platform), own_platform.sign_up(), f"full{secrets.token_hex(4)}"
    readers = [program.name for program in PROGRAMS if not program.answers_people]
    body = bus.events()[0]
    with own_platform.without(*readers):
        used = int(next(line for line in bus.command("INFO", "memory").splitlines() if line.startswith("used_memory:")).split(":")[1])
        bus.command("CONFIG", "SET", "maxmemory", str(used + (2 << 20)))
        with pytest.raises(Exception, match="non-zero exit"):
            while True:
                bus.command("EVAL", "for i = 1, 200 do redis.call('XADD', KEYS[1], '*', 'event', ARGV[1]) end", "1", "events", body)
        for number in range(5):
            person.post("/api/v1/pocs", {"name": f"{marker} {number}"}).expect(201)
    until(lambda: own_platform.sql("catalog", "SELECT count(*) FROM outbox") == "0", seconds=90)
    assert person.get("/api/v1/pocs", query={"search": marker}).expect(200).json["pagination"]["totalItems"] == 5
