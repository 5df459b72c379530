"""Searches that a person keeps, over HTTP."""

import threading
import uuid

import pytest

SEARCHES = "/api/v1/pocs/searches"
EMPTY = {"search": None, "languages": [], "tags": [], "frameworks": [], "scope": "mine", "favorite": None, "after": None,
         "before": None, "sortBy": None, "sortOrder": None}
QUERY = {"search": "kafka", "languages": ["Go", "Rust"], "tags": ["a b"], "frameworks": ["Spring Boot"], "scope": "tenant",
         "favorite": True, "after": "2026-01-01T00:00:00.000Z", "before": "2027-01-01T00:00:00.000Z", "sortBy": "name", "sortOrder": "asc"}


@pytest.fixture(scope="module")
def ana(platform):
    return platform.sign_up()


def path(saved):
    return f"{SEARCHES}/{saved['savedSearchId']}"


def test_is_kept_renamed_replaced_and_deleted(ana):
    made = ana.post(SEARCHES, {"name": " Kafka ", "query": QUERY}).expect(201)
    saved = made.json
    assert (saved["name"], saved["query"], saved["version"]) == ("Kafka", QUERY, 1) and made.headers["location"] == path(saved)
    assert ana.get(path(saved)).expect(200).json == saved
    renamed = ana.put(path(saved), {"name": "Streams", "query": QUERY}, headers={"If-Match": made.headers["etag"]}).expect(200)
    assert renamed.json | {"name": "Kafka", "version": 1, "updatedAt": saved["updatedAt"]} == saved
    assert ana.put(path(saved), {"name": "x", "query": {}}, headers={"If-Match": made.headers["etag"]}).expect(412).code == "stale"
    assert ana.put(path(saved), {"name": "x", "query": {}}).expect(428).code == "precondition_required"
    replaced = ana.put(path(saved), {"name": "Streams", "query": {}}, headers={"If-Match": f'W/"{renamed.json["version"]}"'}).expect(200)
    assert replaced.json["query"] == EMPTY and replaced.json["version"] == 3
    assert ana.get(path(saved), headers={"If-None-Match": replaced.headers["etag"]}).status == 304
    assert saved["savedSearchId"] in [one["savedSearchId"] for one in ana.get(SEARCHES).expect(200).json["items"]]
    ana.delete(path(saved), headers={"If-Match": replaced.headers["etag"]}).expect(204)
    assert ana.get(path(saved)).expect(404).code == "saved_search_not_found"
    assert ana.delete(path(saved), headers={"If-Match": "*"}).expect(404).code == "saved_search_not_found"


def test_what_the_list_would_refuse_is_refused(ana):
    for query, pointer in ((QUERY | {"search": "x" * 201}, "/query/search"), ({"tags": ["a,b"]}, "/query/tags/0"),
                           ({"languages": [str(number) for number in range(31)]}, "/query/languages"), ({"stars": 1}, "/query/stars"),
                           ({"sortBy": "stars"}, "/query/sortBy"), ({"sortOrder": "up"}, "/query/sortOrder"),
                           ({"sortBy": "relevance"}, "/query/sortBy"), ({"after": "yesterday"}, "/query/after"),
                           ({"scope": "public"}, "/query/scope")):
        answer = ana.post(SEARCHES, {"name": "one", "query": query}).expect(400)
        assert [error["pointer"] for error in answer.json["errors"]] == [pointer]
    assert ana.post(SEARCHES, {"name": " ", "query": {}}).expect(400).json["errors"][0]["pointer"] == "/name"


def test_are_their_persons_own_and_a_hundred_at_most(platform):
    owner = platform.sign_up()
    colleague, statuses = platform.invite(owner), []
    for _ in range(97):
        owner.post(SEARCHES, {"name": "one", "query": {}}).expect(201)
    racers = [threading.Thread(target=lambda: statuses.append(owner.post(SEARCHES, {"name": "raced", "query": {}}).status))
              for _ in range(6)]
    [racer.start() for racer in racers]
    [racer.join() for racer in racers]
    assert sorted(statuses) == [201] * 3 + [409] * 3
    kept = owner.get(SEARCHES).expect(200).json["items"]
    assert len(kept) == 100
    assert owner.post(SEARCHES, {"name": "one", "query": {}}).expect(409).code == "too_many_saved_searches"
    assert colleague.get(SEARCHES).expect(200).json["items"] == []
    assert colleague.delete(path(kept[0]), headers={"If-Match": "*"}).status == 404


def test_a_repeated_key_keeps_one(ana):
    key = {"Idempotency-Key": str(uuid.uuid4())}
    first = ana.post(SEARCHES, {"name": "keyed", "query": QUERY}, headers=key).expect(201)
    assert ana.post(SEARCHES, {"name": "keyed", "query": QUERY}, headers=key).expect(201).json == first.json
    assert ana.post(SEARCHES, {"name": "other", "query": QUERY}, headers=key).expect(422).code == "idempotency_key_reused"
    assert [one["name"] for one in ana.get(SEARCHES).json["items"]].count("keyed") == 1
