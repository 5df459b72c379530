"""What is made without being asked for each time: off until it is switched on, once for each month and year, by the person's calendar."""

import time

import pytest

from making import REPORTS, VIDEOS, register, wait

PATH = "/api/v1/content/schedules"


@pytest.fixture(scope="module")
def studio(platform_with):
    return platform_with({})


@pytest.fixture
def person(studio):
    return studio.sign_up()


def switch(person, **spec) -> dict:
    tag = person.get(PATH).expect(200).headers["etag"]
    body = {"monthlyReport": False, "yearVideo": False} | spec
    return person.put(PATH, body, headers={"If-Match": tag}).expect(200).json


def sweep(studio) -> None:
    """The worker's rounds begin anew with the worker."""
    killed = studio.kill("content-worker")
    studio.wait_back("content-worker", killed)


def listed(person, kind: str, count: int) -> list[dict]:
    deadline = time.monotonic() + 60
    while len(items := person.get(kind).expect(200).json["items"]) < count:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return items


def test_who_has_them_is_told_so_and_malformed_conditions_are_refused(person):
    tag = person.get(PATH).expect(200).headers["etag"]
    assert person.get(PATH, headers={"If-None-Match": f'"other", W/{tag}'}).expect(304).headers["etag"] == tag
    assert person.get(PATH, headers={"If-None-Match": "7"}).expect(400).json["errors"][0]["pointer"] == "header:If-None-Match"


def test_they_are_off_at_first_and_change_under_if_match(person):
    first = person.get(PATH).expect(200)
    assert not first.json["monthlyReport"] and not first.json["yearVideo"] and first.json["updatedAt"] is None
    body = {"monthlyReport": True, "yearVideo": False, "reportFormat": "EXCEL", "reportGroupBy": ["tag"]}
    person.put(PATH, body).expect(428)
    changed = person.put(PATH, body, headers={"If-Match": first.headers["etag"]}).expect(200)
    assert (changed.json["reportFormat"], changed.json["reportGroupBy"]) == ("EXCEL", ["tag"]) and changed.json["updatedAt"]
    again = person.put(PATH, body, headers={"If-Match": first.headers["etag"]}).expect(200)
    assert again.json == changed.json and again.headers["etag"] == changed.headers["etag"], "its answer may have been lost"
    other = body | {"yearVideo": True}
    person.put(PATH, other, headers={"If-Match": first.headers["etag"]}).expect(412)
    person.put(PATH, other, headers={"If-Match": changed.headers["etag"]}).expect(200)
    assert person.put(PATH, {"monthlyReport": True, "yearVideo": True, "videoStyle": "none-such"},
                      headers={"If-Match": "*"}).expect(400).json["errors"][0]["pointer"] == "/videoStyle"


def test_last_months_report_is_made_once(studio, person):
    register(person, "one")
    switch(person, monthlyReport=True, reportFormat="CSV")
    studio.sql("content", f"UPDATE schedules SET updated_at = now() - interval '70 days' WHERE user_id = '{person.user_id}'")
    sweep(studio)
    (report,) = listed(person, REPORTS, 1)
    state = wait(person, REPORTS, report["reportId"])
    assert state["isScheduled"] and state["status"] == "COMPLETED" and state["format"] == "CSV"
    assert state["toDate"][8:10] == "01" and state["fromDate"][8:10] == "01" and state["toDate"] < state["createdAt"]
    assert studio.mail_to(person.email, subject=state["title"]).link == f"{studio.url}/reports/{report['reportId']}"
    sweep(studio)
    time.sleep(1)
    assert len(listed(person, REPORTS, 1)) == 1
    person.delete(f"{REPORTS}/{report['reportId']}").expect(204)
    sweep(studio)
    time.sleep(1)
    assert person.get(REPORTS).json["items"] == []


def test_who_switched_it_on_this_month_waits_for_the_next(studio, person):
    switch(person, monthlyReport=True)
    beginning = "date_trunc('month', now()) + interval '2 days'"
    studio.sql("content", f"UPDATE schedules SET updated_at = {beginning} WHERE user_id = '{person.user_id}' AND now() > {beginning}")
    sweep(studio)
    time.sleep(1)
    early = studio.sql("content", f"SELECT now() < {beginning}") == "t"
    assert early or person.get(REPORTS).json["items"] == []


def test_who_left_the_tenant_gets_nothing_more(studio, person):
    member = studio.invite(person)
    switch(member, monthlyReport=True)
    path = f"/api/v1/tenants/current/members/{member.user_id}"
    person.delete(path, headers={"If-Match": person.get(path).headers["etag"]}).expect(204)
    deadline = time.monotonic() + 60
    while studio.sql("content", f"SELECT monthly_report FROM schedules WHERE user_id = '{member.user_id}'") != "f":
        assert time.monotonic() < deadline
        time.sleep(0.05)
