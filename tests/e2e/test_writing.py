"""Whoever reads compressed answers, as every browser does, can write: an entity tag names a version, however it travelled."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import yaml

from local import description
from platform_fixtures import Person

CONTRACTS = Path(__file__).parents[2] / "contracts" / "openapi"

LONG = "It is a long text that a person has written about what was tried and what came of it. " * 14 + "It ends here."
CODINGS = ["gzip", "br"]
TRAVELLED = ['W/"{}"', '"{}-gzip"', '"{}--gzip"', '"{}-br"', 'W/"{}-zstd"']


@dataclass
class Resource:
    """One that everybody may change who owns it."""

    path: str
    method: str
    body: dict

    def change(self, person: Person, tag: str):
        return person.request(self.method, self.path, self.body, headers={"If-Match": tag})


def poc(person, method, body, **content):
    made = person.post("/api/v1/pocs", {"name": "long", "description": LONG} | content).expect(201).json
    return Resource(f"/api/v1/pocs/{made['pocId']}", method, body)


def saved_search(person, method, body):
    kept = person.post("/api/v1/pocs/searches", {"name": "one", "query": {}}).expect(201)
    return Resource(kept.headers["location"], method, body)


def each_resource(platform, owner):
    """Everything that has an entity tag, with a change of it."""
    colleague = platform.invite(owner)
    owner.put("/api/v1/content/schedules", {"monthlyReport": False, "yearVideo": False}, headers={"If-Match": "*"}).expect(200)
    member = f"/api/v1/tenants/current/members/{colleague.user_id}"
    return {
        "PATCH POC": poc(owner, "PATCH", {"name": "changed"}),
        "PUT POC": poc(owner, "PUT", {"name": "changed"}),
        "DELETE POC": poc(owner, "DELETE", None),
        "PUT saved search": saved_search(owner, "PUT", {"name": "changed", "query": {}}),
        "DELETE saved search": saved_search(owner, "DELETE", None),
        "PATCH me": Resource("/api/v1/users/me", "PATCH", {"fullName": "Another Name"}),
        "PATCH tenant": Resource("/api/v1/tenants/current", "PATCH", {"companyName": "Another Company"}),
        "PUT schedules": Resource("/api/v1/content/schedules", "PUT", {"monthlyReport": True, "yearVideo": False}),
        "PATCH member": Resource(member, "PATCH", {"role": "ADMIN"}),
        "DELETE member": Resource(member, "DELETE", None),
    }


def conditional_operations() -> set[tuple[str, str]]:
    """What the contracts ask an If-Match of: method, and the path as a pattern."""
    contracts = [yaml.safe_load((CONTRACTS / f"{name}.yaml").read_text()) for name in description.NAMES]
    return {(method.upper(), re.sub(r"{\w+}", r"[^/]+", path)) for contract in contracts
            for path, item in contract["paths"].items() for method, operation in item.items()
            if method != "parameters" and any(one.get("$ref", "").endswith("/IfMatch") for one in operation.get("parameters", []))}


def test_nothing_that_asks_for_an_entity_tag_is_left_out_here(platform):
    resources = each_resource(platform, platform.sign_up()).values()
    asked = conditional_operations()
    assert len(asked) >= 10
    for method, path in asked:
        assert any(one.method == method and re.fullmatch(path, one.path) for one in resources), f"{method} {path}"


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("method, body, status", [("PATCH", {"name": "changed"}, 200), ("PUT", {"name": "changed"}, 200),
                                                  ("DELETE", None, 204)])
def test_a_long_text_is_changed_with_the_tag_that_came(person, coding, method, body, status):
    browser = replace(person, coding=coding)
    long = poc(browser, method, body)
    read = browser.get(long.path).expect(200)
    assert read.headers["content-encoding"] == coding and "accept-encoding" in read.headers["vary"].lower()
    assert read.json["description"] == LONG
    long.change(browser, read.headers["etag"]).expect(status)


@pytest.mark.parametrize("coding", CODINGS)
def test_one_change_after_another_each_with_the_tag_of_the_answer_before(person, coding):
    browser = replace(person, coding=coding)
    answer = browser.post("/api/v1/pocs", {"name": "0", "description": LONG}).expect(201)
    path = f"/api/v1/pocs/{answer.json['pocId']}"
    for name in "12345":
        answer = browser.patch(path, {"name": name}, headers={"If-Match": answer.headers["etag"]}).expect(200)
    assert browser.get(path).expect(200).json["name"] == "5"


@pytest.mark.parametrize("coding", CODINGS)
def test_of_two_that_read_the_same_version_compressed_the_second_is_told(person, coding):
    browser = replace(person, coding=coding)
    long = poc(browser, "PATCH", {"name": "first"})
    tag = browser.get(long.path).expect(200).headers["etag"]
    long.change(browser, tag).expect(200)
    assert browser.patch(long.path, {"name": "second"}, headers={"If-Match": tag}).expect(412).code == "stale"


def test_every_resource_tells_its_version_and_takes_it(platform):
    owner = platform.sign_up()
    for name, resource in each_resource(platform, owner).items():
        version = owner.get(resource.path).expect(200).json["version"]
        answer = resource.change(owner, f'"{version}"')
        assert answer.status in (200, 204), f"{name}: {answer.status} {answer.code}"
        if answer.status == 200:
            assert answer.json["version"] == owner.get(resource.path).json["version"] > version, name


@pytest.mark.parametrize("query", [{}, {"search": "wombatographer"}])
def test_what_a_list_shows_can_be_changed_without_reading_it_again(platform, query):
    owner = platform.sign_up()
    owner.post("/api/v1/pocs", {"name": "wombatographer"}).expect(201)
    (item,) = owner.get("/api/v1/pocs", query=query).expect(200).json["items"]
    changed = owner.patch(f"/api/v1/pocs/{item['pocId']}", {"name": "2"}, headers={"If-Match": f'"{item["version"]}"'}).expect(200)
    assert changed.json["version"] > item["version"]


@pytest.mark.parametrize("form", TRAVELLED)
def test_every_resource_takes_its_tag_as_a_proxy_passes_it_on(platform, form):
    owner = platform.sign_up()
    for name, resource in each_resource(platform, owner).items():
        tag = owner.get(resource.path).expect(200).headers["etag"].removeprefix("W/").strip('"')
        answer = resource.change(owner, form.format(tag))
        assert answer.status in (200, 204), f"{name} with {form}: {answer.status} {answer.code}"


@pytest.mark.parametrize("form", ['"{}"', *TRAVELLED])
def test_no_resource_takes_the_tag_of_another_version(platform, form):
    owner = platform.sign_up()
    for name, resource in each_resource(platform, owner).items():
        for version in ("0", "-1", "9000000000", "0f"):
            answer = resource.change(owner, form.format(version))
            assert answer.status == 412, f"{name} with {form.format(version)}: {answer.status}"
