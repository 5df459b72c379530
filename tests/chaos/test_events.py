"""The bus at its worst: every event again, twice and in another order, with garbage between. Nothing happens twice."""

from __future__ import annotations

import json
import os
import random
import secrets
import subprocess
import time
from urllib.parse import urlsplit

import pytest

COPIES = 2


class Bus:
    """The stream of events, written to as only a broken relay would."""

    def __init__(self, platform) -> None:
        self._url = urlsplit(platform.environment("catalog-worker")["MRBILL_EVENTS_URL"])

    def command(self, *words: str) -> str:
        command = ["redis-cli", "-e", "-h", self._url.hostname, "-p", str(self._url.port), *words]
        environment = dict(os.environ) | {"REDISCLI_AUTH": self._url.password}
        return subprocess.run(command, env=environment, check=True, text=True, capture_output=True).stdout.strip()

    def events(self) -> list[str]:
        lines = self.command("XRANGE", "events", "-", "+").splitlines()
        return [after for before, after in zip(lines, lines[1:]) if before == "event"]

    def publish(self, body: str) -> None:
        self.command("XADD", "events", "*", "event", body)

    def is_worked_off(self) -> bool:
        words = self.command("XINFO", "GROUPS", "events").splitlines()
        facts = list(zip(words, words[1:]))
        left = [value for name, value in facts if name in ("pending", "lag")]
        return len(left) >= 2 * 2 and set(left) == {"0"}

    def dead_letters(self) -> int:
        return int(self.command("XLEN", "events:dead"))


def until(true, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def bus(own_platform):
    return Bus(own_platform)


@pytest.fixture(scope="module")
def person(own_platform):
    """With a history: POCs that were made, changed, deleted, imported; a name that changed."""
    person = own_platform.sign_up()
    marker = f"echo{secrets.token_hex(4)}"
    for number in range(12):
        made = person.post("/api/v1/pocs", {"name": f"{marker} {number}", "language": "Go"}).expect(201)
        path, tag = f"/api/v1/pocs/{made.json['pocId']}", {"If-Match": made.headers["etag"]}
        if number % 3 == 1:
            person.patch(path, {"name": f"{marker} {number} renamed"}, headers=tag).expect(200)
        if number % 3 == 2:
            person.delete(path, headers=tag).expect(204)
    rows = "".join(json.dumps({"name": f"{marker} row {n}", "repositoryUrl": f"https://example.org/{marker}/{n}"}) + "\n"
                   for n in range(30))
    job = person.post("/api/v1/pocs/imports", rows, headers={"Content-Type": "application/x-ndjson"}).expect(202).json
    until(lambda: person.get(f"/api/v1/pocs/imports/{job['importId']}").json["status"] == "COMPLETED")
    for name in ("First Name", "Last Name"):
        tag = person.get("/api/v1/users/me").headers["etag"]
        person.patch("/api/v1/users/me", {"fullName": name}, headers={"If-Match": tag}).expect(200)
    person.marker = marker
    return person


def everything_seen(platform, person) -> dict:
    pocs = person.get("/api/v1/pocs", query={"pageSize": 100}).expect(200).json
    found = person.get("/api/v1/pocs", query={"search": person.marker, "pageSize": 100, "sortBy": "createdAt"}).expect(200).json
    stats = person.get("/api/v1/pocs/stats").expect(200).json
    return {"listed": pocs["items"], "found": sorted(item["pocId"] for item in found["items"]),
            "stats": {name: value for name, value in stats.items() if name not in ("after", "before")},  # a moving window
            "people": platform.sql("catalog", f"SELECT full_name, version FROM people WHERE user_id = '{person.user_id}'"),
            "mails": len(list((platform.state.mail / "new").glob("*")))}


def test_doubled_and_reordered_events_change_nothing(own_platform, bus, person):
    until(lambda: bus.is_worked_off() and "Last Name" in everything_seen(own_platform, person)["people"])
    before, dead = everything_seen(own_platform, person), bus.dead_letters()
    assert len(before["listed"]) == 8 + 30 and len(before["found"]) == 8 + 30
    again = bus.events() * COPIES
    assert len(again) > 2 * 15
    random.Random(5).shuffle(again)
    for body in again:
        bus.publish(body)
    until(bus.is_worked_off)
    assert everything_seen(own_platform, person) == before
    assert bus.dead_letters() == dead


def test_poison_is_put_aside_and_what_comes_behind_it_is_seen(own_platform, bus, person):
    dead = bus.dead_letters()
    event = json.loads(next(body for body in bus.events() if "poc.changed" in body))
    poisons = ["", "{", "[" * 5000, "\u00ff", '{"specversion":"1.0"}',
               json.dumps(event | {"data": {"pocId": "none"}}), json.dumps(event | {"tenantid": "' OR 1=1 --"})]
    for body in poisons:
        bus.publish(body)
    person.post("/api/v1/pocs", {"name": f"{person.marker} after the poison"}).expect(201)
    until(lambda: bus.is_worked_off() and bus.dead_letters() > dead)
    running = {name: own_platform.process(name) for name in ("catalog-indexer", "catalog-worker")}
    found = person.get("/api/v1/pocs", query={"search": "after the poison"}).expect(200).json["items"]
    assert [item["name"] for item in found] == [f"{person.marker} after the poison"]
    assert running == {name: own_platform.process(name) for name in running}


def test_dead_letters_are_listed_with_their_reasons_and_sent_again(own_platform, bus, person):
    event = json.loads(next(body for body in bus.events() if "poc.changed" in body))
    bus.publish(json.dumps(event | {"id": "01900000-0000-7000-8000-00000000dead", "data": {"pocId": "none"}}))
    listed = lambda: own_platform.mrbill("dead-letters").stdout
    until(lambda: "00000000dead" in listed())
    (line,) = [line for line in listed().splitlines() if "00000000dead" in line]
    assert "catalog-indexer" in line and "poc.changed" in line and line.endswith(": it is not what its contract says")

    bus.command("XADD", "events:dead", "*", "event", json.dumps(event), "group", "catalog-indexer", "reason", "the disk was full",
                "deliveries", "10")
    dead, lively = bus.dead_letters(), int(bus.command("XLEN", "events"))
    (letter,) = [line.split()[0] for line in listed().splitlines() if "the disk was full" in line]
    assert "1 sent again" in own_platform.mrbill("dead-letters", "again", letter).stdout
    assert (bus.dead_letters(), int(bus.command("XLEN", "events"))) == (dead - 1, lively + 1)
    until(bus.is_worked_off)
    assert bus.dead_letters() == dead - 1           # the cause was gone

    again = own_platform.mrbill("dead-letters", "again", letter)
    assert again.returncode == 1 and f"no letter {letter}" in again.stdout
    own_platform.mrbill("dead-letters", "again", "all")
    until(lambda: bus.is_worked_off() and "00000000dead" in listed())   # what is still poison comes back, with its reason
