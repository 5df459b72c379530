"""Two tabs, borrowed cursors, repeated keys, things that are gone: who uses the catalogue against its grain."""

import secrets
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from values import TEXTS, TIMES

POCS = "/api/v1/pocs"
LISTS = [POCS, f"{POCS}/facets", f"{POCS}/export"]
SHORT_TEXTS = [text for text in TEXTS if len(text) < 1_000]


@pytest.fixture(scope="module")
def colleague(platform, person):
    return platform.invite(person)


def made(person, **content):
    """Path and entity tag of a new POC."""
    answer = person.post(POCS, {"name": "alpha"} | content).expect(201)
    return f"{POCS}/{answer.json['pocId']}", answer.headers["etag"]


def total(person, **query):
    return person.get(POCS, query=query).expect(200).json["pagination"]["totalItems"]


def at_once(count, call):
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(call, range(count)))


@pytest.mark.parametrize("method", ["PATCH", "PUT"])
def test_of_many_tabs_that_saw_the_same_version_exactly_one_wins(person, method):
    path, tag = made(person)
    found = at_once(12, lambda tab: person.request(method, path, {"name": f"tab {tab}"}, headers={"If-Match": tag}).status)
    assert sorted(found) == [200] + [412] * 11, found


def test_many_tabs_that_delete_the_same_are_all_told_that_it_is_gone(person):
    path, tag = made(person)
    assert set(at_once(12, lambda _: person.delete(path, headers={"If-Match": tag}).status)) == {204}


@pytest.mark.parametrize("tag, status", [
    (None, 428), ("*", 200), ("{}", 200), ('{}, "x"', 200), ('"x", {}', 200), ('"x"', 412), ('"x", "y"', 412), ("W/{}", 200),
    ('"0"', 412), ('W/"0"', 412), ('"-1"', 412),
    ("", 400), ("x", 400), ('"', 400), ('"x', 400), ('"a" "b"', 400), ('*, "x"', 400)])
def test_if_match(person, tag, status):
    path, current = made(person)
    headers = {} if tag is None else {"If-Match": tag.format(current)}
    assert person.patch(path, {"name": "changed"}, headers=headers).status == status
    assert (person.get(path).json["name"] == "changed") == (status == 200)


def test_a_star_matches_nothing_that_is_gone(person, colleague):
    path, tag = made(person, isPublic=True)
    person.delete(path, headers={"If-Match": tag}).expect(204)
    for method, body in (("PATCH", {"name": "x"}), ("PUT", {"name": "x"})):
        person.request(method, path, body, headers={"If-Match": "*"}).expect(404)
    colleague.delete(path, headers={"If-Match": "*"}).expect(404)


def test_what_is_deleted_is_gone_everywhere_and_comes_back_once(person):
    word = f"quokka{secrets.token_hex(4)}"
    path, tag = made(person, name=word)
    person.put(f"{path}/favorite").expect(204)
    person.delete(path, headers={"If-Match": tag}).expect(204)
    assert total(person, search=word) == total(person, search=word, favorite="true") == 0
    for method, thing in (("GET", path), ("PUT", f"{path}/favorite"), ("DELETE", f"{path}/favorite")):
        person.request(method, thing).expect(404)
    back = at_once(8, lambda _: person.post(f"{path}/restore").expect(200).headers["etag"])
    assert len(set(back)) == 1, "one that is not deleted answers the same"
    assert total(person, search=word) == total(person, search=word, favorite="true") == 1


def test_a_colleague_loses_what_becomes_private(person, colleague):
    word = f"wombat{secrets.token_hex(4)}"
    path, tag = made(person, name=word, isPublic=True)
    colleague.put(f"{path}/favorite").expect(204)
    person.patch(path, {"isPublic": False, "name": f"{word} secret"}, headers={"If-Match": tag}).expect(200)
    for query in ({"search": word}, {"favorite": "true"}, {}):
        assert word not in str(colleague.get(POCS, query=query | {"scope": "tenant"}).expect(200).json)
        assert word not in colleague.get(f"{POCS}/export", query=query | {"scope": "tenant"}).expect(200).body.decode()
    for method, thing in (("GET", path), ("DELETE", f"{path}/favorite"), ("POST", f"{path}/restore")):
        colleague.request(method, thing).expect(404)
    by = time.monotonic() + 50                    # counts come from the index, which follows within moments
    while total(colleague, search=word, scope="tenant") != 0:
        assert time.monotonic() < by, "still counted"


def test_a_cursor_is_of_one_person_and_one_question(platform, person, colleague):
    for number in range(3):
        made(person, name=f"paged {number}")
    asked = {"pageSize": 1, "search": "paged"}
    cursor = person.get(POCS, query=asked).expect(200).json["pagination"]["nextCursor"]
    assert person.get(POCS, query=asked | {"cursor": cursor}).expect(200).json["pagination"]["page"] == 2
    for other in ({"pageSize": 2}, {"search": "other"}, {"language": "Go"}, {"sortBy": "name"}, {"sortOrder": "asc"},
                  {"scope": "tenant"}, {"favorite": "true"}, {"after": "2026-01-01T00:00:00Z"}):
        assert person.get(POCS, query=asked | {"cursor": cursor} | other).expect(400).code == "invalid_cursor", other
    for thief in (colleague, platform.sign_up()):
        assert thief.get(POCS, query=asked | {"cursor": cursor}).expect(400).code == "invalid_cursor"
    for path in (f"{POCS}/imports", "/api/v1/tenants/current/members", "/api/v1/tenants/current/invitations"):
        assert person.get(path, query={"cursor": cursor}).expect(400).code == "invalid_cursor"
    assert person.get(POCS, query=asked | {"cursor": cursor, "page": 1}).expect(400).code == "page_and_cursor"
    for place in range(0, len(cursor), 7):
        forged = cursor[:place] + ("A" if cursor[place] != "A" else "B") + cursor[place + 1:]
        assert person.get(POCS, query=asked | {"cursor": forged}).expect(400).code == "invalid_cursor"


@pytest.mark.parametrize("path", [POCS, f"{POCS}?search=alpha", f"{POCS}/imports", "/api/v1/tenants/current/members"])
def test_pages_beyond_the_end_are_empty_and_beyond_reason_refused(person, path):
    joint = "&" if "?" in path else "?"
    assert person.get(f"{path}{joint}page=1000000&pageSize=100").expect(200).json["items"] == []
    for page in ("0", "-1", "1000000000", str(2**63), "1e3", "", "1&page=2"):
        assert person.get(f"{path}{joint}page={page}").expect(400).code == "invalid_request"


@pytest.mark.parametrize("name", ["search", "language", "languages", "tags", "framework", "frameworks"])
def test_odd_texts_are_looked_for_or_refused(person, name):
    for text in SHORT_TEXTS:
        found = {path: person.get(path, query={name: text}).status for path in LISTS}
        assert set(found.values()) in ({200}, {400}), (text, found)


@pytest.mark.parametrize("name", ["after", "before"])
def test_odd_times_are_understood_or_refused(person, name):
    for moment in TIMES:
        for path in LISTS + [f"{POCS}/stats"]:
            assert person.get(path, query={name: moment}).status in (200, 400), (moment, path)


@pytest.mark.parametrize("zone", ["../../etc/passwd", "/etc/localtime", "x", "+05:00", "<+99>-99", "EST5EDT4,M1.1.1"])
def test_a_time_zone_is_one_of_the_data_base(person, zone):
    assert person.get(f"{POCS}/stats", query={"timeZone": zone}).status == 400


def test_a_repeated_key_makes_one_thing_of_one_person(platform, person, colleague):
    key, name = {"Idempotency-Key": secrets.token_hex(8)}, f"once{secrets.token_hex(4)}"
    answers = at_once(12, lambda _: person.post(POCS, {"name": name}, headers=key))
    assert {answer.status for answer in answers} <= {201, 409}
    assert len({answer.json["pocId"] for answer in answers if answer.status == 201}) == 1
    assert total(person, search=name) == 1
    assert person.post(POCS, {"name": "another"}, headers=key).expect(422).code == "idempotency_key_reused"
    first = answers[0].json.get("pocId")
    for other in (colleague, platform.sign_up()):
        assert other.post(POCS, {"name": name}, headers=key).expect(201).json["pocId"] != first
    person.post(f"{POCS}/imports", '{"name": "x"}', headers=key | {"Content-Type": "application/x-ndjson"}).expect(202)
