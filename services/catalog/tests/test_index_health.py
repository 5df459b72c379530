"""The search index breaks, or is of another history than the database: noticed, served around, built anew without a hand."""

import os
import random
import shutil
import time
from pathlib import Path

import pytest

import importing
import sample

COUNT = 120
ROWS = sample.generated(COUNT, prefix="health")
FOUND = sum("kafka" in row["tags"] for row in ROWS)     # by its name as well
PATIENCE = 60.0     # seconds; it takes two where the machine is free


@pytest.fixture(scope="module")
def ana(own_platform):
    person = own_platform.sign_up()
    assert importing.counts(importing.run(person, sample.jsonl(ROWS))) == (COUNT, 0, 0, 0)
    wait_until(lambda: searched(person).get("totalItems") == FOUND)
    return person


def wait_until(true, seconds: float = PATIENCE) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not come to pass"
        time.sleep(0.05)


def searched(person, word: str = "kafka") -> dict:
    """The pagination of a search; {} for the answer that there is no search at the moment. Nothing else is right."""
    answer = person.get("/api/v1/pocs", query={"search": word}).expect(200, 503)
    if answer.status == 200:
        return answer.json["pagination"]
    assert answer.code == "search_unavailable", answer.json
    assert int(answer.headers["retry-after"]) <= 5
    return {}


class Shelf:
    """The folder of the index."""

    def __init__(self, platform):
        self.platform = platform
        self.root = Path(platform.environment("catalog-indexer")["MRBILL_SEARCH_DIR"])

    @property
    def current(self) -> Path | None:
        try:
            return self.root / os.readlink(self.root / "current")
        except OSError:
            return None

    def is_looked_at(self) -> bool:
        """Every block that was written is noted."""
        try:
            return (self.current / "ledger").stat().st_mtime > max(path.stat().st_mtime for path in self.files())
        except (TypeError, OSError):
            return False

    def files(self) -> list[Path]:
        return sorted(path for path in self.current.glob("*.glass") if path.stat().st_size)


@pytest.fixture
def shelf(own_platform):
    shelf = Shelf(own_platform)
    wait_until(shelf.is_looked_at)
    return shelf


# Each harm tells how to see that it is undone: the writer, which may be about to commit, writes some of it anew by itself.
BLOCK = 8192


def stays() -> bool:
    return False


def flip(shelf, chance):
    path = chance.choice(shelf.files())
    with path.open("r+b") as file:
        at = chance.randrange(path.stat().st_size)
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ chance.randrange(1, 256)]))
    harmed = block(path, at)
    return lambda: block(path, at) not in (harmed, None)


def block(path: Path, at: int) -> bytes | None:
    try:
        with path.open("rb") as file:
            file.seek(at - at % BLOCK)
            return file.read(BLOCK)
    except OSError:
        return None


def scramble(shelf, chance):
    for path in shelf.files():
        with path.open("r+b") as file:
            for _ in range(20):
                file.seek(chance.randrange(path.stat().st_size))
                file.write(chance.randbytes(3))
    return stays


def truncate(shelf, chance):
    path = chance.choice(shelf.files())
    os.truncate(path, chance.randrange(path.stat().st_size))
    return stays


def delete_a_file(shelf, chance):
    path = chance.choice([*shelf.files(), shelf.current / "iamglass"])
    path.unlink()
    return path.exists


def delete_all(shelf, chance):
    away = shelf.root / "away"
    shelf.current.rename(away)      # at once: the indexer may be writing a file there
    shutil.rmtree(away)
    return stays


def unlink(shelf, chance):
    (shelf.root / "current").unlink()
    return stays


def all_is_served_around(platform, person):
    assert person.get("/api/v1/pocs").expect(200).json["pagination"]["totalItems"] == COUNT
    assert person.get("/api/v1/pocs/facets").expect(200).json["total"] == COUNT
    facets = person.get("/api/v1/pocs/facets", query={"search": "kafka"}).expect(200, 503)
    assert facets.status == 200 or facets.code == "search_unavailable"
    platform.internal("catalog").get("/health/ready").expect(200)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("harm", [flip, scramble, truncate, delete_a_file, delete_all, unlink])
def test_what_is_damaged_is_served_around_and_built_anew(own_platform, ana, shelf, harm, seed):
    before, processes = shelf.current, [own_platform.process(name) for name in ("catalog", "catalog-indexer")]
    is_undone = harm(shelf, random.Random(seed))
    deadline = time.monotonic() + PATIENCE
    while (shelf.current in (before, None) and not is_undone()) or searched(ana).get("totalItems") != FOUND:
        assert time.monotonic() < deadline, "it was not built anew"
        time.sleep(0.05)     # within the limit of requests a minute
        all_is_served_around(own_platform, ana)
    assert [own_platform.process(name) for name in ("catalog", "catalog-indexer")] == processes, "nobody died of it"


def test_damage_done_while_the_indexer_was_away_is_found_when_it_comes(own_platform, ana, shelf):
    before = shelf.current
    wait_until(lambda: (before / "ledger").exists())
    own_platform.freeze("catalog-indexer")
    flip(shelf, random.Random(7))
    killed = own_platform.kill("catalog-indexer")
    own_platform.wait_back("catalog-indexer", killed, seconds=PATIENCE)
    wait_until(lambda: shelf.current not in (before, None) and searched(ana).get("totalItems") == FOUND)


def test_the_index_of_a_killed_indexer_is_taken_on(own_platform, shelf):
    person, before = own_platform.sign_up(), shelf.current
    for number in range(3):
        person.post("/api/v1/pocs", {"name": f"just before the kill {number}"}).expect(201)
        killed = own_platform.kill("catalog-indexer")
        own_platform.wait_back("catalog-indexer", killed, seconds=PATIENCE)
    wait_until(lambda: searched(person, "kill").get("totalItems") == 3)
    assert shelf.current == before


def test_an_older_copy_of_the_index_is_brought_up_or_built_anew(own_platform, shelf):
    person = own_platform.sign_up()
    importing.run(person, sample.jsonl(ROWS[:40]))
    wait_until(lambda: own_platform.internal("catalog-indexer").get("/health/ready").status == 200)
    time.sleep(1.5)
    copy = shelf.root / "older-copy"
    shutil.copytree(shelf.current, copy)
    for item in person.get("/api/v1/pocs", query={"pageSize": 20}).json["items"]:
        person.delete(f"/api/v1/pocs/{item['pocId']}", headers={"If-Match": "*"}).expect(204)
    own_platform.sql("catalog", "UPDATE pocs SET deleted_at = now() - interval '31 days' WHERE deleted_at IS NOT NULL")
    own_platform.sql("catalog", "DELETE FROM pocs WHERE deleted_at IS NOT NULL")  # as the clean-up does in the end
    time.sleep(1.5)
    own_platform.freeze("catalog-indexer")
    shutil.rmtree(shelf.current)
    owner = shelf.root.stat()
    shutil.move(copy, shelf.current)
    for path in [shelf.current, *shelf.current.iterdir()]:
        os.chown(path, owner.st_uid, owner.st_gid)
    killed = own_platform.kill("catalog-indexer")
    own_platform.wait_back("catalog-indexer", killed, seconds=PATIENCE)
    assert person.get("/api/v1/pocs").json["pagination"]["totalItems"] == 20
    wait_until(lambda: searched(person, "number").get("totalItems") == total(person, "number"))


def total(person, word: str) -> int:
    """By the list alone."""
    items = person.get("/api/v1/pocs", query={"pageSize": 100}).expect(200).json["items"]
    return sum(word in (item["description"] or "").lower() for item in items)


TABLES = ("tenant_counters", "pocs", "poc_tags", "poc_frameworks", "favorites", "search_indexes")


def back_up(platform):
    copies = "".join(f"CREATE TABLE kept.{table} AS TABLE {table};" for table in TABLES)
    platform.sql("catalog", f"CREATE SCHEMA kept; {copies}")


def restore(platform):
    copies = "".join(f"INSERT INTO {table} SELECT * FROM kept.{table};" for table in TABLES)
    platform.sql("catalog", f"BEGIN; TRUNCATE {', '.join(TABLES)}; {copies} COMMIT; DROP SCHEMA kept CASCADE;")


@pytest.mark.parametrize("meanwhile", ["the indexer runs", "the indexer is down"])
@pytest.mark.parametrize("more", [0, 200])
def test_a_database_that_was_put_back_to_an_earlier_state_gets_an_index_of_its_own(own_platform, shelf, meanwhile, more):
    """With `more`, the new history has passed the numbers of the lost one before anybody looks."""
    person = own_platform.sign_up()
    importing.run(person, sample.jsonl(ROWS))
    wait_until(lambda: searched(person).get("totalItems") == FOUND)
    time.sleep(1.5)
    back_up(own_platform)
    for item in person.get("/api/v1/pocs", query={"pageSize": 60}).json["items"]:
        person.delete(f"/api/v1/pocs/{item['pocId']}", headers={"If-Match": "*"}).expect(204)
    importing.run(person, sample.jsonl(sample.generated(60, prefix="lost")))
    wait_until(lambda: person.get("/api/v1/pocs", query={"search": "kafka"}).status == 200)
    time.sleep(1.5)
    if meanwhile == "the indexer is down":
        own_platform.freeze("catalog-indexer")
    restore(own_platform)
    born = [{"name": f"phoenix {number}", "repositoryUrl": f"https://example.org/phoenix/{number}"} for number in range(40 + more)]
    importing.run(person, sample.jsonl(born))
    if meanwhile == "the indexer is down":
        killed = own_platform.kill("catalog-indexer")
        own_platform.wait_back("catalog-indexer", killed, seconds=PATIENCE)
    wait_until(lambda: searched(person, "phoenix").get("totalItems") == 40 + more)
    wait_until(lambda: searched(person).get("totalItems") == FOUND)
    assert person.get("/api/v1/pocs").json["pagination"]["totalItems"] == COUNT + 40 + more


def test_while_the_indexer_hangs_a_search_says_that_it_is_behind(own_platform):
    person = own_platform.sign_up()
    own_platform.freeze("catalog-indexer")
    try:
        rows = [{"name": f"late {number}", "repositoryUrl": f"https://example.org/late/{number}"} for number in range(3001)]
        assert importing.run(person, sample.jsonl(rows))["createdRows"] == 3001
        for path in ("/api/v1/pocs", "/api/v1/pocs/facets", "/api/v1/pocs/export"):
            query = {"search": "late"} | ({"format": "jsonl"} if path.endswith("export") else {})
            answer = person.get(path, query=query).expect(503)
            assert answer.code == "search_behind" and 1 <= int(answer.headers["retry-after"]) <= 5
        assert person.get("/api/v1/pocs").expect(200).json["pagination"]["totalItems"] == 3001
    finally:
        own_platform.thaw("catalog-indexer")
    wait_until(lambda: person.get("/api/v1/pocs", query={"search": "late"}).status == 200)
    assert searched(person, "late")["totalItems"] == 3001
