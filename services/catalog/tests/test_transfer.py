"""Many POCs at once: imports, their errors, what a kill leaves behind, and exports that import again without a change."""

import csv
import io
import json
import time
import uuid
from pathlib import Path

import pytest

import importing
import sample

SAMPLE = sample.rows()


@pytest.fixture(scope="module")
def collector(platform):
    """Somebody who has imported the whole sample."""
    person = platform.sign_up()
    job = importing.run(person, sample.jsonl(SAMPLE))
    assert importing.counts(job) == (len(SAMPLE), 0, 0, 0)
    assert (job["status"], job["progress"], job["totalRows"]) == ("COMPLETED", 100, len(SAMPLE))
    return person


def test_every_row_is_kept_as_it_is_with_its_times(collector):
    kept = {row["repositoryUrl"]: row for row in importing.exported(collector)}
    assert len(kept) == len(SAMPLE)
    for row in SAMPLE:
        out = kept[row["repositoryUrl"]]
        assert (out["name"], out["description"], out["language"], out["isPublic"]) == (
            row["name"], row["description"], row["language"], row["isPublic"])
        assert (out["tags"], out["frameworks"]) == (row["tags"], row["frameworks"])
        assert out["createdAt"] == row["createdAt"].replace("Z", ".000Z") and out["updatedAt"] == row["updatedAt"].replace("Z", ".000Z")


def test_a_second_import_changes_nothing(collector):
    before = collector.get("/api/v1/pocs").json
    assert importing.counts(importing.run(collector, sample.jsonl(SAMPLE))) == (0, 0, len(SAMPLE), 0)
    assert collector.get("/api/v1/pocs").json["items"] == before["items"]


@pytest.mark.parametrize("form, media", [("jsonl", "application/x-ndjson"), ("csv", "text/csv")])
def test_an_export_imports_again_without_a_change_here_and_whole_elsewhere(platform, collector, form, media):
    collector.post("/api/v1/pocs", {"name": f"=1+1 {form}", "description": "two\r\nlines, \"quotes\", 'x", "tags": ["a b", "=c"]}).expect(201)
    answer = collector.get("/api/v1/pocs/export", query={"format": form}).expect(200)
    assert answer.headers["content-type"].startswith(media) and f".{form}" in answer.headers["content-disposition"]
    text = answer.body.decode()
    count = collector.get("/api/v1/pocs").json["pagination"]["totalItems"]
    created, updated, unchanged, failed = importing.counts(importing.run(collector, text, media=media))
    assert (created, updated, unchanged, failed) == (0, 0, count, 0)
    other = platform.sign_up()
    importing.run(other, text, media=media)
    again = other.get("/api/v1/pocs/export", query={"format": form}).expect(200).body.decode()
    assert sorted(again.splitlines()) == sorted(text.splitlines())


def test_csv_cells_are_safe_to_open_and_read_by_others(platform):
    person = platform.sign_up()
    for name in ("=cmd()", "+1", "-1", "@x", "plain"):
        person.post("/api/v1/pocs", {"name": name, "tags": ["a", "b"]}).expect(201)
    text = person.get("/api/v1/pocs/export", query={"format": "csv"}).expect(200).body.decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["name"] for row in rows] == ["'=cmd()", "'+1", "'-1", "'@x", "plain"]
    assert rows[0]["tags"] == "a,b" and text.endswith("\r\n")


def test_export_takes_the_filters_of_the_list(collector):
    language = next(row["language"] for row in SAMPLE if row["language"])
    wanted = sorted(row["repositoryUrl"] for row in SAMPLE if row["language"] == language)
    assert sorted(row["repositoryUrl"] for row in importing.exported(collector, language=language)) == wanted
    word = SAMPLE[0]["name"]
    assert SAMPLE[0]["repositoryUrl"] in [row["repositoryUrl"] for row in importing.exported(collector, search=word)]


def test_bad_rows_are_told_by_line_and_do_not_stop_the_others(platform):
    person = platform.sign_up()
    text = "\n".join([
        '{"name": "good", "repositoryUrl": "https://x.y/1"}', "", "no json", '{"name": "", "repositoryUrl": "ftp://x", "stars": 1}',
        '{"name": "twice", "repositoryUrl": "http://X.Y/1.git"}',
        '{"name": "time", "repositoryUrl": "https://x.y/2", "createdAt": "2030-01-01T00:00:00Z", "updatedAt": "2020-01-01T00:00:00Z"}',
        '{"name": "good too", "repositoryUrl": "https://x.y/3"}'])
    job = importing.run(person, text)
    assert job["status"] == "COMPLETED" and importing.counts(job) == (2, 0, 0, 4)
    told = {(error["line"], error["pointer"], error["code"]) for error in job["errors"]}
    assert {line for line, _, _ in told} == {3, 4, 5, 6}
    assert {(4, "/stars", "unknown_field"), (5, "/repositoryUrl", "duplicate"), (6, "/updatedAt", "range")} <= told
    assert importing.counts(importing.run(person, text)) == (0, 0, 2, 4)


def test_errors_are_paged(platform):
    person = platform.sign_up()
    job = importing.run(person, "x\n" * 1_300)
    assert importing.counts(job) == (0, 0, 0, 1_300)
    assert job["pagination"]["totalItems"] == 1_000, "the first thousand are kept"
    last = person.get(f"/api/v1/pocs/imports/{job['importId']}", query={"page": 10, "pageSize": 100}).expect(200).json
    assert [error["line"] for error in last["errors"]] == list(range(901, 1_001))


def test_what_cannot_be_an_import_is_refused_at_once(platform, api):
    person = platform.sign_up()
    assert importing.start(person, "").status == 400
    assert importing.start(person, "name,stars\na,b\n", media="text/csv").expect(400).code == "invalid_csv_header"
    assert importing.start(person, "{}", media="application/json").status == 415
    assert importing.start(person, "x" * (16 * 1024 * 1024 + 1)).status == 413
    assert importing.start(api, "{}").status == 401


def test_imports_are_their_persons_own(platform, collector):
    stranger = platform.sign_up()
    colleague = platform.invite(collector)
    job = collector.get("/api/v1/pocs/imports").expect(200).json["items"][0]
    for person in (stranger, colleague):
        assert person.get(f"/api/v1/pocs/imports/{job['importId']}").expect(404).code == "import_not_found"
        assert person.delete(f"/api/v1/pocs/imports/{job['importId']}").status == 404
        assert person.get("/api/v1/pocs/imports").json["items"] == []
    assert collector.delete(f"/api/v1/pocs/imports/{job['importId']}").expect(409).code == "import_finished"


def test_a_repeated_key_starts_one_import(platform):
    person, key = platform.sign_up(), str(uuid.uuid4())
    text = sample.jsonl(sample.generated(3, prefix="key"))
    first, second = (importing.start(person, text, key=key).expect(202).json for _ in range(2))
    assert first["importId"] == second["importId"]
    assert importing.start(person, text + "\n{}", key=key).expect(422).code == "idempotency_key_reused"
    assert importing.counts(importing.finish(person, first["importId"])) == (3, 0, 0, 0)


def test_ten_thousand_rows_come_in_thirty_seconds(platform):
    person = platform.sign_up()
    text = sample.jsonl(sample.generated(10_000, prefix="many"))
    begun = time.monotonic()
    job = importing.run(person, text)
    assert importing.counts(job) == (10_000, 0, 0, 0)
    assert time.monotonic() - begun < 30
    assert person.get("/api/v1/pocs").json["pagination"]["totalItems"] == 10_000


def test_a_cancelled_import_stops_and_keeps_what_came_in(platform):
    person = platform.sign_up()
    started = importing.start(person, sample.jsonl(sample.generated(20_000, prefix="cancel"))).expect(202).json
    cancelled = person.delete(f"/api/v1/pocs/imports/{started['importId']}")
    job = importing.finish(person, started["importId"])
    if cancelled.status == 204 and job["status"] == "CANCELLED":
        assert job["createdRows"] < 20_000
    kept = person.get("/api/v1/pocs").json["pagination"]["totalItems"]
    assert kept == job["createdRows"]


def test_a_killed_worker_loses_and_doubles_nothing(platform):
    person = platform.sign_up()
    rows = sample.generated(10_000, prefix="kill")
    started = importing.start(person, sample.jsonl(rows)).expect(202).json
    until = time.monotonic() + 30
    while person.get(f"/api/v1/pocs/imports/{started['importId']}").json["createdRows"] == 0 and time.monotonic() < until:
        time.sleep(0.01)
    platform.wait_back("catalog-worker", platform.kill("catalog-worker"))
    job = importing.finish(person, started["importId"], seconds=90)
    assert job["status"] == "COMPLETED" and importing.counts(job) == (10_000, 0, 0, 0)
    urls = [row["repositoryUrl"] for row in importing.exported(person)]
    assert len(urls) == 10_000 and set(urls) == {row["repositoryUrl"] for row in rows}


def test_the_file_goes_when_its_import_is_over(platform, collector):
    folder = platform.environment("catalog")["MRBILL_OBJECTS_DIR"]
    job = importing.run(collector, sample.jsonl(SAMPLE[:1]))
    left = [path for path in Path(folder).rglob("*") if job["importId"] in str(path) and path.is_file()]
    assert left == []


def test_json_lines_hold_one_object_each(collector):
    body = collector.get("/api/v1/pocs/export").expect(200).body.decode()
    first = json.loads(body.splitlines()[0])
    assert list(first) == ["name", "description", "repositoryUrl", "language", "tags", "frameworks", "createdAt", "updatedAt", "isPublic"]
