"""Searching beside colleagues and beside writes, over HTTP."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

import importing
import sample

SECRET = {"name": "quetzalcoatl", "description": "layoffs before the acquisition", "tags": ["notebok"], "isPublic": False}


@pytest.fixture
def company(own_platform):
    owner = own_platform.sign_up()
    return owner, own_platform.invite(owner)


def search(person, words, scope="tenant", **query):
    return person.get("/api/v1/pocs", query={"search": words, "scope": scope, **query}).expect(200).json


def told(person, words):
    """Everything that an answer says of words: total, who and where, facets."""
    page = search(person, words, pageSize=100)
    facets = person.get("/api/v1/pocs/facets", query={"search": words, "scope": "tenant"}).expect(200).json
    return page["pagination"]["totalItems"], [(item["name"], item.get("highlights")) for item in page["items"]], facets


def test_a_row_written_a_moment_ago_is_searched_beside_an_index_full_of_equals(platform):
    person = platform.sign_up()
    for number in range(120):
        person.post("/api/v1/pocs", {"name": f"A{number}", "description": "a a ba ba b"}).expect(201)
    for name in ("A:", "A;", "B"):
        person.post("/api/v1/pocs", {"name": name}).expect(201)
        page = search(person, name, scope="mine", pageSize=100)
        assert page["pagination"]["totalItems"] >= 121
        assert name in [item["name"] for item in page["items"]]


def test_a_colleagues_private_words_change_no_answer_letter_by_letter(company):
    owner, colleague = company
    colleague.post("/api/v1/pocs", {"name": "notebook"}).expect(201)
    asked = [f"{beside}{word[:letters]}" for word in ("quetzalcoatl", "layoffs", "acquisition", "notebok")
             for letters in range(1, len(word) + 1) for beside in ("", "notebook ", "notebok ")]
    before = [told(colleague, words) for words in asked]
    owner.post("/api/v1/pocs", SECRET).expect(201)
    assert search(owner, "quetzalcoatl")["pagination"]["totalItems"] == 1
    assert [told(colleague, words) for words in asked] == before


@pytest.mark.parametrize("hide", [
    lambda owner, poc: owner.delete(f"/api/v1/pocs/{poc['pocId']}", headers={"If-Match": poc["etag"]}).expect(204),
    lambda owner, poc: owner.patch(f"/api/v1/pocs/{poc['pocId']}", {"isPublic": False}, headers={"If-Match": poc["etag"]}).expect(200),
], ids=["deleted", "made private"])
def test_what_was_hidden_a_moment_ago_counts_for_nobody_while_the_indexer_stands_still(own_platform, company, hide):
    owner, colleague = company
    marker = "zanzibar" + owner.tenant_id[:6]
    born = owner.post("/api/v1/pocs", {"name": f"{marker} plan", "language": "Zig", "isPublic": True}).expect(201)
    owner.post("/api/v1/pocs", {"name": f"{marker} rest", "language": "Go", "isPublic": True}).expect(201)
    assert told(colleague, marker)[0] == 2
    own_platform.freeze("catalog-indexer")
    try:
        hide(owner, born.json | {"etag": born.headers["etag"]})
        total, items, facets = told(colleague, marker)
        assert (total, [name for name, _ in items]) == (1, [f"{marker} rest"])
        assert (facets["total"], [one["value"] for one in facets["languages"]]) == (1, ["Go"])
        assert told(colleague, "plna")[0] == 0, "its words correct nothing"
    finally:
        own_platform.thaw("catalog-indexer")


def test_who_asks_for_too_many_searches_at_once_is_told_and_nobody_else(own_platform, company):
    owner, _ = company
    stranger = own_platform.sign_up()
    stranger.post("/api/v1/pocs", {"name": "tool"}).expect(201)
    own_platform.freeze("catalog-indexer")
    try:  # each of the company's searches now waits for the index, and keeps its place
        importing.run(owner, sample.jsonl(sample.generated(600, prefix="behind")))
        with ThreadPoolExecutor(45) as threads:
            asked = [threads.submit(owner.get, "/api/v1/pocs", query={"search": "kafka"}) for _ in range(40)]
            others = [threads.submit(search, stranger, "tool") for _ in range(4)]
        assert [other.result()["pagination"]["totalItems"] for other in others] == [1, 1, 1, 1]
        refused = [answer for answer in (one.result() for one in asked) if answer.status == 429]
        assert len(refused) >= 20
        assert {answer.json["code"] for answer in refused} == {"too_many_searches"}
        assert all(int(answer.headers["retry-after"]) >= 1 for answer in refused)
        owner.get("/api/v1/pocs", query={"pageSize": 1}).expect(200)
    finally:
        own_platform.thaw("catalog-indexer")


def test_a_search_read_by_cursor_neither_skips_nor_repeats_while_others_write_and_delete(own_platform, company):
    owner, colleague = company
    importing.run(owner, "".join(json.dumps({"name": "tie", "isPublic": True, "repositoryUrl": f"https://example.org/tie/{n}"}) + "\n"
                                 for n in range(120)))
    assert search(colleague, "tie")["pagination"]["totalItems"] == 120
    there = {item["pocId"]: item["version"] for number in (1, 2) for item in search(colleague, "tie", page=number, pageSize=60)["items"]}
    found, cursor = [], {}
    while True:
        page = search(colleague, "tie", pageSize=10, **cursor)
        found += [item["pocId"] for item in page["items"]]
        if page["pagination"]["nextCursor"] is None:
            break
        cursor = {"cursor": page["pagination"]["nextCursor"]}
        for _ in range(3):
            owner.post("/api/v1/pocs", {"name": "tie", "isPublic": True}).expect(201)
        gone, version = there.popitem()
        owner.delete(f"/api/v1/pocs/{gone}", headers={"If-Match": f'"{version}"'}).expect(204)
    assert len(found) == len(set(found)) and set(there) <= set(found)


def test_an_answer_tells_what_a_misspelt_word_was_read_as(platform):
    person = platform.sign_up()
    person.post("/api/v1/pocs", {"name": "spring boot"}).expect(201)
    assert search(person, "sprnig")["corrections"] == [{"typed": "sprnig", "words": ["spring"]}]
    assert search(person, "spring")["corrections"] == []
    assert person.get("/api/v1/pocs").expect(200).json["corrections"] == []
