"""The demo as a newcomer meets it: logins that work, a year and a half of POCs, two tenants that see nothing of each other."""

import json
from datetime import datetime, timedelta, timezone

import pytest

from local import demo


@pytest.fixture(scope="module")
def logins(platform):
    loaded = platform.mrbill("demo")
    assert loaded.returncode == 0, loaded.stdout
    return json.loads(platform.mrbill("status", "--json").stdout)["demo"]


def total(person, **query):
    return person.get("/api/v1/pocs", query=query).expect(200).json["pagination"]["totalItems"]


def test_each_tenant_has_an_owner_and_a_plain_user(logins):
    assert all(set(login) == {"email", "password", "tenantId", "role"} for login in logins)
    roles = {}
    for login in logins:
        roles.setdefault(login["tenantId"], []).append(login["role"])
    assert [sorted(of_tenant) for of_tenant in roles.values()] == [["OWNER", "USER"], ["OWNER", "USER"]]


def test_everybody_can_sign_in(platform, logins):
    for login in logins:
        person = platform.log_in(login["email"], login["password"])
        assert (person.tenant_id, person.role) == (login["tenantId"], login["role"])


def test_the_first_login_shows_a_year_and_a_half_of_pocs(platform, logins):
    ana = platform.log_in(logins[0]["email"], logins[0]["password"])
    rows = len((demo.FOLDER / "ana.jsonl").read_text().splitlines())
    assert total(ana) == rows >= 150
    oldest = ana.get("/api/v1/pocs", query={"sortBy": "createdAt", "sortOrder": "asc", "pageSize": 1}).json["items"][0]
    age = datetime.now(timezone.utc) - datetime.fromisoformat(oldest["createdAt"])
    assert timedelta(days=500) < age < timedelta(days=600)


def test_a_second_load_changes_nothing(platform, logins):
    ana = platform.log_in(logins[0]["email"], logins[0]["password"])
    before = total(ana)
    again = platform.mrbill("demo")
    assert again.returncode == 0, again.stdout
    assert total(ana) == before


def test_the_tenants_see_nothing_of_each_other(platform, logins):
    ana, maya = (platform.log_in(login["email"], login["password"]) for login in (logins[0], logins[2]))
    assert total(ana, search="warehouse", scope="tenant") == 0
    assert total(maya, search="warehouse", scope="tenant") > 0


def test_the_newest_mail_is_printed_with_its_link(platform, logins):
    shown = platform.mrbill("mail", logins[0]["email"])
    assert shown.returncode == 0 and f"Link: {platform.url}/verify-email#token=" in shown.stdout
    assert platform.mrbill("mail", "nobody@example.org").returncode == 1


def test_smoke_walks_through_and_leaves_nothing(platform, logins):
    ana = platform.log_in(logins[0]["email"], logins[0]["password"])
    before = total(ana)
    walk = platform.mrbill("smoke", platform.url)
    assert walk.returncode == 0, walk.stdout
    assert [line.split()[0] for line in walk.stdout.splitlines()[:-1]] == ["ok"] * 10, walk.stdout
    assert [line.split(": ")[1].split(" (")[0] for line in walk.stdout.splitlines()[6:10]] == ["sign in", "create", "search", "report"]
    assert total(ana) == before
    assert not [report for report in ana.get("/api/v1/content/reports").expect(200).json["items"] if report["title"].startswith("smoke")]


def test_smoke_tells_a_failure(platform):
    walk = platform.mrbill("smoke", platform.url, "--email", "nobody@example.org", "--password", "not the right password")
    assert walk.returncode == 1 and walk.stdout.startswith("failed  sign in")
