"""kill -9 of each process during writes: everything acknowledged is there afterwards, once, found and counted."""

from __future__ import annotations

import secrets
import time

import pytest

from local.description import PROGRAMS

from writers import Writer

VICTIMS = [*(program.name for program in PROGRAMS), "postgres", "events", "cache", "gateway", "supervisor"]
BACK_WITHIN = 50.0     # seconds, without a hand: ten times what is promised, for the machine may be full of other tests


def all_ids(person, marker: str) -> list[str]:
    """Every POC of that marker, by paging through the list."""
    ids, page = [], 1
    while True:
        answer = person.get("/api/v1/pocs", query={"page": page, "pageSize": 100, "sortBy": "createdAt", "sortOrder": "asc"})
        body = answer.expect(200).json
        ids += [item["pocId"] for item in body["items"] if item["name"].startswith(marker)]
        if page >= body["pagination"]["totalPages"]:
            return ids
        page += 1


def found_by_search(person, marker: str) -> int:
    return person.get("/api/v1/pocs", query={"search": marker}).expect(200).json["pagination"]["totalItems"]


@pytest.mark.parametrize("victim", VICTIMS)
def test_nothing_acknowledged_is_lost_or_doubled(own_platform, victim):
    person = own_platform.sign_up()
    marker = f"storm{secrets.token_hex(4)}"
    writers = [Writer(person, marker).start() for _ in range(3)]
    time.sleep(0.7)
    killed = own_platform.kill(victim)
    print(f"{victim} is back after {own_platform.wait_back(victim, killed, seconds=BACK_WITHIN):.2f} s")
    time.sleep(0.7)
    for writer in writers:
        writer.finish()
    own_platform.wait_ready()

    acknowledged = {poc for writer in writers for poc in writer.acknowledged}
    assert [reason for writer in writers for reason in writer.refused] == []
    assert len(acknowledged) > 10, "the storm was none"
    assert sorted(all_ids(person, marker)) == sorted(acknowledged)
    assert found_by_search(person, marker) == len(acknowledged)
    assert person.get("/api/v1/pocs/stats").expect(200).json["total"] == len(acknowledged)


def test_the_index_catches_up_by_itself_after_all_that(own_platform):
    """Not only the overlay: the indexer itself reaches every tenant's head."""
    person = own_platform.sign_up()
    marker = f"calm{secrets.token_hex(4)}"
    for number in range(20):
        person.post("/api/v1/pocs", {"name": f"{marker} {number}"}).expect(201)
    killed = own_platform.kill("catalog-indexer")
    own_platform.wait_back("catalog-indexer", killed, seconds=BACK_WITHIN)
    assert found_by_search(person, marker) == 20


def test_a_killed_import_goes_on_and_doubles_nothing(own_platform):
    person = own_platform.sign_up()
    marker = f"bulk{secrets.token_hex(4)}"
    lines = "".join(f'{{"name": "{marker} {n}", "repositoryUrl": "https://example.org/{marker}/{n}"}}\n' for n in range(6000))
    started = person.post("/api/v1/pocs/imports", lines, headers={"Content-Type": "application/x-ndjson"}).expect(202).json
    path = f"/api/v1/pocs/imports/{started['importId']}"
    _wait_until(lambda: person.get(path).expect(200).json["progress"] > 0)
    killed = own_platform.kill("catalog-worker")
    own_platform.wait_back("catalog-worker", killed, seconds=BACK_WITHIN)
    _wait_until(lambda: person.get(path).expect(200).json["status"] == "COMPLETED", seconds=60)
    assert person.get("/api/v1/pocs").expect(200).json["pagination"]["totalItems"] == 6000
    assert person.get(path).json["createdRows"] == 6000


def _wait_until(true, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.02)
