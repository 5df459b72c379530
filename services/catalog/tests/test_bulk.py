"""One change of many POCs over HTTP: each answered by itself, as the single write would be."""

import threading
import uuid

import pytest

import importing
import sample

BULK = "/api/v1/pocs/bulk"


@pytest.fixture(scope="module")
def ana(platform):
    return platform.sign_up()


@pytest.fixture(scope="module")
def ben(platform, ana):
    return platform.invite(ana)


def made(person, **content):
    return person.post("/api/v1/pocs", {"name": "one", "tags": ["a"]} | content).expect(201).json


def seen(*pocs):
    return [{"pocId": poc["pocId"], "version": poc["version"]} for poc in pocs]


def change(person, action, pocs, tags=None, **more):
    return person.post(BULK, {"action": action, "pocs": pocs} | ({} if tags is None else {"tags": tags}), **more)


def codes(answer):
    return [item["code"] for item in answer.expect(200).json["items"]]


def read(person, poc):
    return person.get(f"/api/v1/pocs/{poc['pocId']}").expect(200)


def test_each_is_answered_by_itself_in_the_order_of_the_request(ana, ben):
    first, second, public = made(ana), made(ana), made(ana, isPublic=True)
    bens = made(ben, isPublic=True), made(ben)
    asked = [*seen(*bens, first, public), {"pocId": str(uuid.uuid4()), "version": 1}, {"pocId": second["pocId"], "version": 0}]
    answer = change(ana, "addTags", asked, [" New ", "a"]).expect(200).json
    assert [item["pocId"] for item in answer["items"]] == [poc["pocId"] for poc in asked]
    assert [item["code"] for item in answer["items"]] == ["not_permitted", "poc_not_found", None, None, "poc_not_found", "stale"]
    assert (answer["done"], answer["refused"]) == (2, 4)
    for poc, item in ((first, answer["items"][2]), (public, answer["items"][3])):
        found = read(ana, poc)
        assert found.json["tags"] == ["a", "new"] and found.json["version"] == item["version"] > poc["version"]
        assert found.headers["etag"].removeprefix("W/").startswith(f'"{item["version"]}')
    assert read(ana, second).json["tags"] == ["a"] and read(ben, bens[0]).json == bens[0]


def test_tags_visibility_deletion_and_back(ana, ben):
    pocs = [made(ana), made(ana)]
    for action, tags, holds in (("addTags", ["b"], lambda poc: poc["tags"] == ["a", "b"]),
                                ("removeTags", ["A"], lambda poc: poc["tags"] == ["b"]),
                                ("publish", None, lambda poc: poc["isPublic"]),
                                ("unpublish", None, lambda poc: not poc["isPublic"])):
        assert codes(change(ana, action, seen(*pocs), tags)) == [None, None]
        pocs = [read(ana, poc).json for poc in pocs]
        assert all(map(holds, pocs)), action
    assert codes(change(ana, "delete", seen(*pocs))) == [None, None]
    gone = ana.get("/api/v1/pocs", query={"deleted": "true"}).expect(200).json["items"]
    assert {poc["pocId"] for poc in gone} == {poc["pocId"] for poc in pocs}
    assert codes(change(ben, "restore", seen(*gone))) == ["poc_not_found"] * 2
    assert codes(change(ana, "restore", seen(*gone))) == [None, None]
    assert all(read(ana, poc).json["tags"] == ["b"] for poc in pocs)


def test_the_next_search_and_the_figures_know_it(platform):
    person = platform.sign_up()
    pocs = [made(person, name=f"wombat {number}") for number in range(3)]
    assert codes(change(person, "addTags", seen(*pocs), ["zebrafish"])) == [None] * 3
    for query in ({"search": "zebrafish"}, {"tags": "zebrafish"}):
        found = person.get("/api/v1/pocs", query=query).expect(200).json
        assert found["pagination"]["totalItems"] == 3
    tags = {count["value"]: count["count"] for count in person.get("/api/v1/pocs/facets").expect(200).json["tags"]}
    assert tags == {"a": 3, "zebrafish": 3}
    pocs = [read(person, poc).json for poc in pocs]
    assert codes(change(person, "delete", seen(*pocs))) == [None] * 3
    assert person.get("/api/v1/pocs", query={"search": "wombat"}).expect(200).json["items"] == []


@pytest.mark.parametrize("body, pointers", [
    ({"action": "delete", "pocs": []}, {"/pocs"}),
    ({"action": "rename", "pocs": [{"pocId": str(uuid.UUID(int=1)), "version": 1}]}, {"/action"}),
    ({"action": "addTags", "pocs": [{"pocId": str(uuid.UUID(int=1)), "version": 1}]}, {"/tags"}),
    ({"action": "delete", "tags": ["a"], "pocs": [{"pocId": str(uuid.UUID(int=1)), "version": 1}]}, {"/tags"}),
    ({"action": "addTags", "tags": ["a,b"], "pocs": [{"pocId": str(uuid.UUID(int=1)), "version": 1}]}, {"/tags/0"}),
    ({"action": "delete", "pocs": [{"pocId": str(uuid.UUID(int=1)), "version": 1}] * 2}, {"/pocs/1/pocId"}),
    ({"action": "delete", "pocs": [{"pocId": str(uuid.UUID(int=number)), "version": 1} for number in range(501)]}, {"/pocs"}),
    ({"action": "delete", "pocs": [{"pocId": "x", "version": -1}]}, {"/pocs/0/pocId", "/pocs/0/version"}),
])
def test_what_is_wrong_with_a_request_is_told_and_nothing_is_done(ana, body, pointers):
    answer = ana.post(BULK, body).expect(400)
    assert answer.code == "invalid_request" and {error["pointer"] for error in answer.json["errors"]} == pointers


def test_what_is_sent_again_is_answered_as_the_first_time(ana):
    pocs = [made(ana), made(ana)]
    for more in ({}, {"headers": {"Idempotency-Key": str(uuid.uuid4())}}):
        asked = [*seen(*pocs), {"pocId": str(uuid.uuid4()), "version": 1}]
        first = change(ana, "addTags", asked, ["x" if more else "y"], **more).expect(200).json
        assert change(ana, "addTags", asked, ["x" if more else "y"], **more).expect(200).json == first
        if more:
            assert change(ana, "addTags", asked, ["z"], **more).expect(422).code == "idempotency_key_reused"
        pocs = [read(ana, poc).json for poc in pocs]


def test_of_raced_changes_of_one_version_one_wins_each_poc(ana):
    pocs, answers = [made(ana) for _ in range(20)], []
    racers = [threading.Thread(target=lambda i=i: answers.append(change(ana, "addTags", seen(*pocs), [f"racer {i}"]).expect(200).json))
              for i in range(4)]
    [racer.start() for racer in racers]
    [racer.join() for racer in racers]
    for place, poc in enumerate(pocs):
        won = [answer["items"][place]["version"] for answer in answers if answer["items"][place]["code"] is None]
        assert won == [read(ana, poc).json["version"]] and len(read(ana, poc).json["tags"]) == 2


def test_five_hundred_are_one_change(platform):
    person = platform.sign_up()
    importing.run(person, sample.jsonl(sample.generated(500, prefix="bulk")))
    pocs = [poc for page in range(1, 6) for poc in person.get("/api/v1/pocs", query={"page": page, "pageSize": 100}).json["items"]]
    answer = change(person, "addTags", seen(*pocs), ["many"]).expect(200)
    assert answer.json["done"] == 500 and [item["code"] for item in answer.json["items"]] == [None] * 500
    found = person.get("/api/v1/pocs", query={"tags": "many", "pageSize": 1}).expect(200).json
    assert found["pagination"]["totalItems"] == 500
