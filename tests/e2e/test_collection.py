"""A real collection, imported whole: every row is reached by its name, language, tags and frameworks, and with a letter wrong."""

from __future__ import annotations

import http.client
import json
import random
import time
from collections import defaultdict
from urllib.parse import urlencode

import pytest

import collection

ROWS = collection.rows()
FIRST_PAGE = 20


class Catalogue:
    """The person's catalogue over one kept connection to the service itself: thousands of questions."""

    def __init__(self, platform, person) -> None:
        self._link = http.client.HTTPConnection("127.0.0.1", platform.ports["catalog"], timeout=30)
        self._headers = {"Authorization": f"Bearer {person.token}"}

    def page(self, **query) -> dict:
        self._link.request("GET", "/api/v1/pocs?" + urlencode(query), headers=self._headers)
        answer = self._link.getresponse()
        body = json.loads(answer.read())
        assert answer.status == 200, body
        return body

    def all_urls(self, **query) -> list[str]:
        """By paging to the end."""
        urls, page, pages = [], 1, 1
        while page <= pages:
            body = self.page(page=page, pageSize=100, **query)
            urls += [item["repositoryUrl"] for item in body["items"]]
            pages = body["pagination"]["totalPages"]
            page += 1
        assert len(urls) == body["pagination"]["totalItems"], query
        assert len(set(urls)) == len(urls), f"a row came twice: {query}"
        return urls


@pytest.fixture(scope="module")
def platform(platform_with):
    """One whose limits let a person ask thousands of questions in a row."""
    return platform_with({"catalog": {"MRBILL_CATALOG_REQUESTS_A_MINUTE": "10000000", "MRBILL_CATALOG_SEARCH_PERCENT": "400"}})


@pytest.fixture(scope="module")
def owner(platform):
    person = platform.sign_up()
    job = _import(person)
    assert (job["totalRows"], job["createdRows"], job["failedRows"]) == (len(ROWS), len(ROWS), 0)
    return person


@pytest.fixture(scope="module")
def catalogue(platform, owner):
    return Catalogue(platform, owner)


def _import(person) -> dict:
    lines = "".join(json.dumps(row) + "\n" for row in ROWS)
    job = person.post("/api/v1/pocs/imports", lines, headers={"Content-Type": "application/x-ndjson"}).expect(202).json
    deadline = time.monotonic() + 60
    while job["status"] not in ("COMPLETED", "FAILED"):
        assert time.monotonic() < deadline, job
        time.sleep(0.05)
        job = person.get(f"/api/v1/pocs/imports/{job['importId']}").expect(200).json
    return job


def _urls_by(values_of) -> dict[str, set[str]]:
    urls = defaultdict(set)
    for row in ROWS:
        for value in values_of(row):
            urls[value].add(row["repositoryUrl"])
    return urls


def test_every_row_keeps_its_dates_and_words(catalogue):
    listed = {}
    for page in range(1, len(ROWS) // 100 + 2):
        for item in catalogue.page(page=page, pageSize=100, sortBy="createdAt", sortOrder="asc")["items"]:
            listed[item["repositoryUrl"]] = item
    for row in ROWS:
        item = listed[row["repositoryUrl"]]
        assert (item["name"], item["language"], sorted(item["tags"]), item["createdAt"][:19], item["updatedAt"][:19]) == (
            row["name"], row["language"], sorted(row["tags"]), row["createdAt"][:19], row["updatedAt"][:19])


def test_every_row_stands_on_the_first_page_of_its_names_search(catalogue):
    for name, urls in _urls_by(lambda row: [row["name"]]).items():
        assert urls <= {item["repositoryUrl"] for item in catalogue.page(search=name, pageSize=100)["items"]}, name


def test_a_search_is_paged_to_its_end(catalogue):
    for name, urls in sorted(_urls_by(lambda row: [row["name"]]).items())[::200]:
        assert urls <= set(catalogue.all_urls(search=name)), name


def test_every_row_is_reached_by_its_language(catalogue):
    for language, urls in _urls_by(lambda row: [row["language"]]).items():
        assert urls == set(catalogue.all_urls(language=language)), language


def test_every_row_is_reached_by_each_of_its_tags(catalogue):
    for tag, urls in _urls_by(lambda row: row["tags"]).items():
        assert urls == set(catalogue.all_urls(tags=tag)), tag


def test_every_row_is_reached_by_each_of_its_frameworks(catalogue):
    for framework, urls in _urls_by(lambda row: row["frameworks"]).items():
        assert urls == set(catalogue.all_urls(framework=framework)), framework


def test_facets_count_exactly_what_filters_find(owner):
    facets = owner.get("/api/v1/pocs/facets", query={"limit": 100}).expect(200).json
    by_language = _urls_by(lambda row: [row["language"]])
    assert {one["value"]: one["count"] for one in facets["languages"]} == {
        language: len(urls) for language, urls in by_language.items()}


def test_with_one_letter_wrong_names_stand_on_the_first_page_for_95_percent(catalogue):
    chance = random.Random(7)
    tried = found = 0
    for name in sorted({row["name"] for row in ROWS}):
        typed = collection.misspelt(name, chance) if len(name) >= 5 else None
        if typed is None:
            continue
        tried += 1
        found += name in [item["name"] for item in catalogue.page(search=typed, pageSize=FIRST_PAGE)["items"]]
    print(f"{found} of {tried} names found with one letter wrong: {found / tried:.1%}")
    assert found >= 0.95 * tried


def test_a_second_import_changes_nothing(owner):
    before = owner.get("/api/v1/pocs", query={"pageSize": 1, "sortBy": "updatedAt"}).expect(200).json
    job = _import(owner)
    assert (job["createdRows"], job["updatedRows"], job["unchangedRows"]) == (0, 0, len(ROWS))
    assert owner.get("/api/v1/pocs", query={"pageSize": 1, "sortBy": "updatedAt"}).expect(200).json == before
