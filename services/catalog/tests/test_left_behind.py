"""What a person who leaves a company leaves behind in its catalogue."""

import json
import time

import pytest

import importing

MEMBERS = "/api/v1/tenants/current/members"


@pytest.fixture(scope="module")
def owner(platform):
    return platform.sign_up()


@pytest.fixture
def member(platform, owner):
    return platform.invite(owner)


def remove(by, whom) -> None:
    by.delete(f"{MEMBERS}/{whom.user_id}", headers={"If-Match": "*"}).expect(204)


def within(seconds: float, condition) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds} s"
        time.sleep(0.02)


def test_a_running_import_stops_within_a_second_and_says_why(platform, owner, member):
    rows = "".join(json.dumps({"name": f"row {n}", "repositoryUrl": f"https://example.org/leaving/{n}"}) + "\n" for n in range(150_000))
    job = importing.start(member, rows).expect(202).json["importId"]
    state = lambda: platform.sql("catalog", f"SELECT status || ' ' || error_code FROM jobs WHERE job_id = '{job}'")
    within(30, lambda: member.get(f"/api/v1/pocs/imports/{job}").json["createdRows"] > 0)
    remove(owner, member)
    within(15, lambda: state() == "CANCELLED membership_ended")
    taken = lambda: platform.sql("catalog", f"SELECT count(*) FROM pocs WHERE user_id = '{member.user_id}'")
    before = taken()
    time.sleep(0.5)
    assert taken() == before and int(before) < 150_000


def test_public_pocs_of_who_left_are_looked_after_by_administrators(platform, owner, member):
    admin, colleague = platform.invite(owner, "ADMIN"), platform.invite(owner)
    made = member.post("/api/v1/pocs", {"name": "left behind", "isPublic": True}).expect(201)
    path = f"/api/v1/pocs/{made.json['pocId']}"
    tag = {"If-Match": made.headers["etag"]}
    admin.patch(path, {"name": "mine now"}, headers=tag).expect(403)        # its creator is still there
    remove(member, member)
    within(15, lambda: admin.patch(path, {"language": "Zig"}, headers={"If-Match": "*"}).status == 200)
    colleague.patch(path, {"name": "mine now"}, headers={"If-Match": "*"}).expect(403)
    platform.sign_up().patch(path, {"name": "mine now"}, headers={"If-Match": "*"}).expect(404)
    admin.patch(path, {"isPublic": False}, headers={"If-Match": "*"}).expect(403)
    seen = colleague.get(path).expect(200).json
    assert (seen["language"], seen["name"]) == ("Zig", "left behind")
    owner.delete(path, headers={"If-Match": "*"}).expect(204)
    colleague.get(path).expect(404)


def test_who_comes_back_has_their_pocs_again(platform, owner):
    member = platform.invite(owner)
    made = member.post("/api/v1/pocs", {"name": "kept for them", "isPublic": True}).expect(201)
    assert platform.sql("catalog", f"SELECT count(*) FROM memberships WHERE user_id = '{member.user_id}' AND is_over") == "0"
    remove(member, member)
    within(15, lambda: owner.patch(f"/api/v1/pocs/{made.json['pocId']}", {"tags": ["old"]}, headers={"If-Match": "*"}).status == 200)
