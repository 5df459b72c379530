"""What caches may keep, and for whom: no answer to a person is ever shown to another."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from mutations import FILES, operations
from values import TEXTS

CONTRACTS = Path(__file__).parents[2] / "contracts" / "openapi"
OBJECTS = yaml.safe_load((CONTRACTS / "objects.yaml").read_text())["paths"]["/objects/{key}"]["get"]["responses"]


@pytest.fixture(scope="module")
def colleague(platform, person):
    return platform.invite(person)


def asks_for_a_person(operation) -> bool:
    contract = FILES[operation.service]
    node = contract["paths"][operation.path][operation.method.lower()]
    return any("bearerAuth" in one for one in node.get("security", contract["security"]))


@pytest.mark.parametrize("path", [one.path for one in operations() if one.method == "GET" and "{" not in one.path
                                  and asks_for_a_person(one)])
def test_an_answer_to_a_person_is_theirs_alone(person, path):
    for client in (person, replace(person, token="nonsense")):
        answer = client.get(path)
        assert answer.headers["cache-control"] in ("no-store", "private, no-cache"), f"{path}: {answer.status}"
        assert "authorization" in answer.headers["vary"].lower(), f"{path}: {answer.status}"


@pytest.mark.parametrize("path", [one.path for one in operations() if one.method == "GET" and not asks_for_a_person(one)])
def test_what_strangers_are_answered_is_kept_only_where_that_is_said(platform, path):
    mailed = {"token": "x" * 43} if path.startswith("/api/v1/auth/") else None
    answer = platform.api.get(path.replace("{token}", "x" * 43), query=mailed)
    assert answer.headers["cache-control"] == ("public, max-age=300" if path == "/.well-known/jwks.json" else "no-store"), path


def tagged_by_both(person):
    """What two members of one company both read, each at the same address."""
    shown = person.post("/api/v1/pocs", {"name": "shown", "isPublic": True}).expect(201).json
    return ["/api/v1/users/me", "/api/v1/tenants/current", "/api/v1/content/schedules", f"/api/v1/pocs/{shown['pocId']}",
            f"/api/v1/tenants/current/members/{person.user_id}"]


def test_entity_tags_of_two_people_at_one_address_differ(person, colleague):
    for path in tagged_by_both(person):
        mine, theirs = (client.get(path).expect(200) for client in (person, colleague))
        assert mine.headers["etag"] != theirs.headers["etag"], path
        assert mine.headers["etag"] == person.get(path).expect(200).headers["etag"], path
        assert mine.headers["cache-control"] == "private, no-cache", path
        assert colleague.get(path, headers={"If-None-Match": mine.headers["etag"]}).expect(200).body == theirs.body, path


def test_what_one_has_is_not_sent_again_however_its_tag_travelled(person):
    path = tagged_by_both(person)[3]
    tag = person.get(path).expect(200).headers["etag"].strip('"')
    for form in ('"{}"', 'W/"{}"', '"{}-gzip"', '"x", "{}"'):
        answer = person.get(path, headers={"If-None-Match": form.format(tag)}).expect(304)
        assert answer.body == b"" and answer.headers["etag"].endswith(f'"{tag}"') and "authorization" in answer.headers["vary"].lower()


@pytest.fixture(scope="module")
def link(person):
    """A signed link to a file, without the server's address."""
    made = person.post("/api/v1/content/reports", {"title": "kept"}).expect(202).json["reportId"]
    deadline = time.monotonic() + 30
    while (report := person.get(f"/api/v1/content/reports/{made}").expect(200).json)["status"] != "COMPLETED":
        assert time.monotonic() < deadline, report
        time.sleep(0.05)
    return "/objects/" + report["reportUrl"].partition("/objects/")[2]


def test_every_answer_about_a_file_stands_in_its_contract(platform, link):
    whole = platform.api.get(link, headers={"Accept-Encoding": "gzip"}).expect(200)
    tag = whole.headers["etag"]
    assert "content-encoding" not in whole.headers and not tag.startswith("W/")
    asked = {200: (link, {}), 206: (link, {"Range": "bytes=0-0"}), 304: (link, {"If-None-Match": tag}), 403: (link + "x", {}),
             412: (link, {"If-Match": f"W/{tag}"}), 416: (link, {"Range": "bytes=99999999-"})}
    for status, (path, headers) in asked.items():
        answer = platform.api.get(path, headers=headers).expect(status)
        kept = "private, max-age=900, no-transform" if status in (200, 206, 304) else "no-store"
        assert str(status) in OBJECTS and answer.headers["cache-control"] == kept, status
        documented = {name.lower() for name in OBJECTS[str(status)].get("headers", {})}
        assert {"etag", "last-modified", "accept-ranges", "content-range"} & set(answer.headers) <= documented, status


@pytest.mark.parametrize("range_", [text for text in TEXTS if text.isascii() and text.isprintable() and len(text) < 100])
def test_no_spelling_of_a_range_is_our_fault(platform, link, range_):
    assert str(platform.api.get(link, headers={"Range": range_}).status) in OBJECTS
