"""One POC's life over HTTP: registered, read, changed, deleted, restored, marked."""

import threading
import time
import uuid

import pytest

POC = {"name": " Ray tracer ", "description": "Paths & light", "repositoryUrl": "https://github.com/ana/rays",
       "language": "cpp", "tags": ["Graphics", "c++"], "frameworks": ["SDL"], "isPublic": True}


@pytest.fixture(scope="module")
def ana(platform):
    person = platform.sign_up()
    until_named(platform, person)
    return person


def until_named(platform, person):
    """What auth tells of people arrives a moment after they joined."""
    deadline = time.monotonic() + 30
    while not platform.sql("catalog", f"SELECT 1 FROM people WHERE user_id = '{person.user_id}' AND tenant_id = '{person.tenant_id}'"):
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.fixture(scope="module")
def ben(platform, ana):
    return platform.invite(ana)


@pytest.fixture(scope="module")
def stranger(platform):
    return platform.sign_up()


@pytest.fixture
def poc(ana):
    return ana.post("/api/v1/pocs", POC).expect(201).json


def path(poc):
    return f"/api/v1/pocs/{poc['pocId']}"


def etag(person, poc):
    return person.get(path(poc)).expect(200).headers["etag"]


def test_registers_in_canonical_form(ana):
    answer = ana.post("/api/v1/pocs", POC).expect(201)
    made = answer.json
    assert (made["name"], made["language"], made["tags"]) == ("Ray tracer", "C++", ["graphics", "c++"])
    assert made["createdAt"] == made["updatedAt"] and made["createdAt"].endswith("Z")
    assert (made["userId"], made["tenantId"], made["isFavorite"]) == (ana.user_id, ana.tenant_id, False)
    assert answer.headers["location"] == path(made)
    read = ana.get(path(made)).expect(200)
    assert read.json == made and read.headers["etag"] == answer.headers["etag"]


def test_whoever_reads_a_poc_reads_who_registered_it(platform, ana, ben, poc):
    assert poc["creatorName"] == "Some Body"
    until_named(platform, ben)
    other = ben.post("/api/v1/pocs", POC | {"name": "Orbit simulator"}).expect(201).json
    assert ben.get(path(poc)).json["creatorName"] == "Some Body"
    listed = {item["pocId"]: item["creatorName"] for query in ({"scope": "tenant"}, {"scope": "tenant", "search": "orbit"})
              for item in ana.get("/api/v1/pocs", query=query).expect(200).json["items"]}
    assert (listed[poc["pocId"]], listed[other["pocId"]]) == ("Some Body", "Member")
    changed = ana.patch(path(poc), {"name": "Rays"}, headers={"If-Match": etag(ana, poc)}).expect(200).json
    assert changed["creatorName"] == "Some Body"


def test_fields_without_value_are_null(ana):
    made = ana.post("/api/v1/pocs", {"name": "bare"}).expect(201).json
    assert [made[f] for f in ("description", "repositoryUrl", "language")] == [None] * 3
    assert (made["tags"], made["frameworks"], made["isPublic"]) == ([], [], False)


@pytest.mark.parametrize("body, pointers", [
    ({}, {"/name"}),
    ({"name": ""}, {"/name"}),
    ({"name": "x" * 101, "tags": ["a,b", "a/b"], "repositoryUrl": "javascript:alert(1)"},
     {"/name", "/tags/0", "/tags/1", "/repositoryUrl"}),
    ({"name": "x", "tags": [f"t{i}" for i in range(31)]}, {"/tags"}),
    ({"name": "x", "stars": 5, "isPublic": "yes"}, {"/stars", "/isPublic"}),
    ({"name": "x", "repositoryUrl": "https://user:secret@github.com/a"}, {"/repositoryUrl"}),
])
def test_tells_all_field_errors_at_once(ana, body, pointers):
    answer = ana.post("/api/v1/pocs", body).expect(400)
    assert answer.code == "invalid_request"
    assert {error["pointer"] for error in answer.json["errors"]} == pointers


def test_demands_a_person(api, poc):
    assert api.get(path(poc)).status == 401
    assert api.post("/api/v1/pocs", POC).status == 401


def test_changes_demand_the_version_last_seen(ana, poc):
    assert ana.put(path(poc), {"name": "two"}).expect(428).code == "precondition_required"
    first = etag(ana, poc)
    changed = ana.put(path(poc), {"name": "two"}, headers={"If-Match": first}).expect(200)
    assert changed.json["description"] is None and changed.json["createdAt"] == poc["createdAt"]
    assert ana.put(path(poc), {"name": "three"}, headers={"If-Match": first}).expect(412).code == "stale"
    assert ana.patch(path(poc), {"name": "three"}, headers={"If-Match": first}).status == 412
    assert ana.delete(path(poc), headers={"If-Match": first}).status == 412
    assert ana.patch(path(poc), {"name": "three"}, headers={"If-Match": changed.headers["etag"]}).expect(200).json["name"] == "three"
    assert ana.delete(path(poc), headers={"If-Match": '"nonsense'}).status == 400


@pytest.mark.parametrize("method, body", [("PATCH", {"tags": ["B", "b"]}), ("PUT", {"name": " two "}), ("DELETE", None)])
def test_a_change_whose_answer_was_lost_is_sent_again_and_answered_as_the_first_time(ana, poc, method, body):
    based_on = {"If-Match": etag(ana, poc)}
    first = ana.request(method, path(poc), body, headers=based_on).expect(200, 204)
    again = ana.request(method, path(poc), body, headers=based_on)
    assert (again.status, again.json, again.headers.get("etag")) == (first.status, first.json, first.headers.get("etag"))


def test_a_change_sent_twice_at_once_is_made_once(ana, poc):
    based_on, found = {"If-Match": etag(ana, poc)}, []
    send = [threading.Thread(target=lambda: found.append(ana.patch(path(poc), {"name": "two"}, headers=based_on)))
            for _ in range(8)]
    for one in send:
        one.start()
    for one in send:
        one.join()
    assert {(answer.status, answer.headers["etag"]) for answer in found} == {(200, etag(ana, poc))}


def test_patch_leaves_what_it_does_not_name_and_null_empties(ana, poc):
    changed = ana.patch(path(poc), {"description": None, "tags": ["one"]}, headers={"If-Match": "*"}).expect(200).json
    assert (changed["description"], changed["tags"], changed["language"], changed["frameworks"]) == (None, ["one"], "C++", ["SDL"])
    assert ana.patch(path(poc), {"name": None}, headers={"If-Match": "*"}).expect(400).json["errors"][0]["pointer"] == "/name"


def test_a_change_that_changes_nothing_keeps_the_version(ana, poc):
    before = etag(ana, poc)
    assert ana.put(path(poc), POC, headers={"If-Match": before}).expect(200).headers["etag"] == before


def test_an_unchanged_poc_answers_304(ana, poc):
    tag = etag(ana, poc)
    assert ana.get(path(poc), headers={"If-None-Match": tag}).status == 304
    ana.put(path(poc) + "/favorite").expect(204)
    marked = ana.get(path(poc), headers={"If-None-Match": tag}).expect(200)
    assert marked.json["isFavorite"]
    assert ana.patch(path(poc), {"name": "n"}, headers={"If-Match": tag}).status == 200, "a mark is no change of the POC"


def test_private_is_its_creators_alone_and_public_is_read_only_to_colleagues(ana, ben, stranger, poc):
    assert ben.get(path(poc)).expect(200).json["name"] == "Ray tracer"
    assert ben.put(path(poc), {"name": "x"}, headers={"If-Match": "*"}).expect(403).code == "not_permitted"
    assert ben.delete(path(poc), headers={"If-Match": "*"}).status == 403
    ana.patch(path(poc), {"isPublic": False}, headers={"If-Match": "*"}).expect(200)
    unknown = f"/api/v1/pocs/{uuid.uuid4()}"
    for person in (ben, stranger):
        for target in (path(poc), unknown):
            answers = [person.get(target), person.delete(target, headers={"If-Match": "*"}), person.put(target + "/favorite"),
                       person.post(target + "/restore")]
            assert [(a.status, a.code) for a in answers] == [(404, "poc_not_found")] * 4


def test_deleted_and_restored(ana, ben, poc):
    ana.delete(path(poc), headers={"If-Match": etag(ana, poc)}).expect(204)
    assert ana.get(path(poc)).status == 404
    assert ana.delete(path(poc), headers={"If-Match": "*"}).status == 204, "its answer may have been lost"
    assert ben.delete(path(poc), headers={"If-Match": "*"}).status == 404
    assert ben.post(path(poc) + "/restore").status == 404
    restored = ana.post(path(poc) + "/restore").expect(200)
    assert restored.json["name"] == poc["name"]
    assert ana.post(path(poc) + "/restore").expect(200).headers["etag"] == restored.headers["etag"]
    assert ana.get(path(poc)).status == 200


def test_the_own_trash_is_listed_newest_deletion_first_and_seen_by_nobody_else(platform, stranger):
    owner = platform.sign_up()
    colleague, made = platform.invite(owner), {}
    for name in ("one", "two", "three"):
        made[name] = owner.post("/api/v1/pocs", {"name": name, "isPublic": True, "language": "Go"}).expect(201).json
    for name in ("two", "one"):
        owner.delete(path(made[name]), headers={"If-Match": "*"}).expect(204)

    def trash(person, **query):
        return person.get("/api/v1/pocs", query={"deleted": "true", **query}).expect(200).json

    found = trash(owner, pageSize=1)
    assert [item["name"] for item in found["items"]] == ["one"] and found["pagination"]["totalItems"] == 2
    found = trash(owner, pageSize=1, cursor=found["pagination"]["nextCursor"])
    (item,) = found["items"]
    assert item["name"] == "two" and item["deletedAt"] > made["two"]["createdAt"] and found["pagination"]["nextCursor"] is None
    assert [item["name"] for item in trash(owner, sortBy="name", sortOrder="desc")["items"]] == ["two", "one"]
    assert trash(owner, language="Rust")["items"] == trash(colleague)["items"] == trash(stranger)["items"] == []
    assert owner.get("/api/v1/pocs").json["items"][0]["deletedAt"] is None
    owner.post(path(item) + "/restore").expect(200)
    assert [item["name"] for item in trash(owner)["items"]] == ["one"]


@pytest.mark.parametrize("query, pointer", [({"search": "one"}, "query:search"), ({"scope": "tenant"}, "query:scope")])
def test_a_trash_is_neither_searched_nor_shared(ana, query, pointer):
    refused = ana.get("/api/v1/pocs", query={"deleted": "true", **query}).expect(400).json["errors"]
    assert [(error["pointer"], error["code"]) for error in refused] == [(pointer, "combination")]


def test_favourites_are_each_persons_own(ana, ben, poc):
    ben.put(path(poc) + "/favorite").expect(204)
    ben.put(path(poc) + "/favorite").expect(204)
    assert ben.get(path(poc)).json["isFavorite"] and not ana.get(path(poc)).json["isFavorite"]
    listed = ben.get("/api/v1/pocs", query={"scope": "tenant", "favorite": "true"}).expect(200).json["items"]
    assert [item["pocId"] for item in listed] == [poc["pocId"]]
    ben.delete(path(poc) + "/favorite").expect(204)
    assert not ben.get(path(poc)).json["isFavorite"]


def test_a_repeated_key_gives_the_same_answer(ana):
    key = {"Idempotency-Key": str(uuid.uuid4())}
    first = ana.post("/api/v1/pocs", POC, headers=key).expect(201)
    second = ana.post("/api/v1/pocs", POC, headers=key).expect(201)
    assert second.json == first.json and second.headers["etag"] == first.headers["etag"]
    assert ana.post("/api/v1/pocs", POC | {"name": "other"}, headers=key).expect(422).code == "idempotency_key_reused"


def test_a_key_raced_by_twenty_makes_one_poc(ana):
    key, made = {"Idempotency-Key": str(uuid.uuid4())}, []

    def once():
        answer = ana.post("/api/v1/pocs", POC, headers=key)
        made.append((answer.status, answer.json.get("pocId")))

    racers = [threading.Thread(target=once) for _ in range(20)]
    [racer.start() for racer in racers]
    [racer.join() for racer in racers]
    assert {status for status, _ in made} <= {201, 409}
    assert len({poc for status, poc in made if status == 201}) == 1


def test_raced_changes_have_one_winner(ana, poc):
    tag, answers = etag(ana, poc), []
    racers = [threading.Thread(target=lambda i=i: answers.append(
        ana.patch(path(poc), {"name": f"racer {i}"}, headers={"If-Match": tag}).status)) for i in range(10)]
    [racer.start() for racer in racers]
    [racer.join() for racer in racers]
    assert sorted(answers) == [200] + [412] * 9
