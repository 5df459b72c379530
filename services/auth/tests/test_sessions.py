"""Refresh tokens, cookies, companies: what a session lives through."""

import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from test_journey import PASSWORD, log_in, status_of, within_a_second

COOKIE = {"X-Session-Transport": "cookie"}


def refresh(api, token, **headers):
    return api.post("/api/v1/auth/refresh", {"refreshToken": token}, headers=headers)


def hold_the_moment(platform, person):
    """The token that is used now counts as just used, however long the machine takes for all who race."""
    used = ("used_at IS NOT NULL AND session_id IN "
            f"(SELECT session_id FROM sessions WHERE user_id = '{person.user_id}')")
    deadline = time.monotonic() + 60
    while platform.sql("auth", f"SELECT count(*) FROM refresh_generations WHERE {used}").strip() == "0":
        assert time.monotonic() < deadline
        time.sleep(0.01)
    platform.sql("auth", f"UPDATE refresh_generations SET used_at = now() + interval '10 minutes' WHERE {used}")


def test_a_thousand_raced_refreshes_give_one_successor(platform):
    person = platform.sign_up()
    start = threading.Barrier(50)

    def once():
        while (answer := refresh(platform.api, person.refresh_token)).status == 503:
            time.sleep(0.05)                           # more at once than can be answered soon: again
        return answer

    def race(_):
        start.wait()
        return [once() for _ in range(20)]

    with ThreadPoolExecutor(50) as pool:
        batches = pool.map(race, range(50))
        hold_the_moment(platform, person)
        answers = [answer for batch in batches for answer in batch]
    assert {answer.status for answer in answers} == {200}
    assert len({answer.json["refreshToken"] for answer in answers}) == 1
    generations = platform.sql("auth", "SELECT count(*) FROM refresh_generations g JOIN sessions s USING (session_id) "
                                       f"WHERE s.user_id = '{person.user_id}'")
    assert generations.strip() == "2"


def test_a_stolen_token_ends_its_session_and_no_other(platform):
    person = platform.sign_up()
    other = platform.log_in(person.email)
    successor = refresh(platform.api, person.refresh_token).expect(200).json["refreshToken"]
    platform.sql("auth", "UPDATE refresh_generations SET used_at = used_at - interval '11 seconds' WHERE used_at IS NOT NULL "
                         f"AND session_id IN (SELECT session_id FROM sessions WHERE user_id = '{person.user_id}')")
    refresh(platform.api, person.refresh_token).expect(401)
    refresh(platform.api, successor).expect(401)
    within_a_second(lambda: status_of(person) == 401)
    assert status_of(other) == 200
    refresh(platform.api, other.refresh_token).expect(200)


def test_a_browser_keeps_its_token_in_a_cookie(platform):
    person = platform.sign_up()
    answer = platform.api.post("/api/v1/auth/login", {"email": person.email, "password": PASSWORD}, headers=COOKIE).expect(200)
    assert "refreshToken" not in answer.json
    cookie = answer.headers["set-cookie"]
    for attribute in ("HttpOnly", "Secure", "SameSite=Strict", "Path=/api/v1/auth"):
        assert attribute in cookie
    value = cookie.split(";")[0]

    without = platform.api.post("/api/v1/auth/refresh", headers={"Cookie": value}).expect(401)
    assert without.code == "session_transport_required"
    refreshed = platform.api.post("/api/v1/auth/refresh", headers=COOKIE | {"Cookie": value}).expect(200)
    assert "refreshToken" not in refreshed.json
    assert refresh(platform.api, value.partition("=")[2]).expect(401).code == "invalid_refresh_token"

    new_value = refreshed.headers["set-cookie"].split(";")[0]
    assert platform.api.post("/api/v1/auth/logout", headers={"Cookie": new_value}).expect(401).code == "session_transport_required"
    gone = platform.api.post("/api/v1/auth/logout", headers=COOKIE | {"Cookie": new_value}).expect(204)
    assert "Max-Age=0" in gone.headers["set-cookie"]
    platform.api.post("/api/v1/auth/refresh", headers=COOKIE | {"Cookie": new_value}).expect(401)


def signed_in_by_cookie(platform):
    """(person, the cookie as a browser sends it)"""
    person = platform.sign_up()
    answer = platform.api.post("/api/v1/auth/login", {"email": person.email, "password": PASSWORD}, headers=COOKIE).expect(200)
    return person, answer.headers["set-cookie"].split(";")[0]


def test_a_browser_that_signed_in_before_its_cookie_had_a_mark_stays_signed_in(platform):
    _, cookie = signed_in_by_cookie(platform)
    name, _, token = cookie.partition("=")
    assert re.fullmatch("mrbill_refresh_[0-9a-f]{8}", name)
    former = {"Cookie": f"mrbill_refresh={token}"}
    assert platform.api.post("/api/v1/auth/refresh", headers=former).expect(401).code == "session_transport_required"
    moved = platform.api.post("/api/v1/auth/refresh", headers=COOKIE | former).expect(200)
    kept, taken = moved.headers["set-cookie"].split("\n")
    assert kept.startswith(f"{name}=mrb_rt_") and taken.startswith("mrbill_refresh=; ") and "Max-Age=0" in taken
    again = platform.api.post("/api/v1/auth/refresh", headers=COOKIE | {"Cookie": kept.split(";")[0]}).expect(200)
    assert again.headers["set-cookie"].count("mrbill_refresh") == 1


def test_another_installations_cookie_is_neither_read_nor_taken_away(platform):
    """Browsers send cookies of all ports of a host."""
    _, ours = signed_in_by_cookie(platform)
    theirs = "mrbill_refresh=mrb_rt_" + "A" * 70 + "; mrbill_refresh_00000000=mrb_rt_" + "B" * 70
    refreshed = platform.api.post("/api/v1/auth/refresh", headers=COOKIE | {"Cookie": f"{theirs}; {ours}"}).expect(200)
    assert refreshed.headers["set-cookie"].startswith(ours.partition("=")[0]) and "\n" not in refreshed.headers["set-cookie"]
    alone = platform.api.post("/api/v1/auth/refresh", headers=COOKIE | {"Cookie": theirs}).expect(401)
    assert alone.code == "invalid_refresh_token" and "set-cookie" not in alone.headers
    out = platform.api.post("/api/v1/auth/logout", headers=COOKIE | {"Cookie": f"{theirs}; {ours}"}).expect(204)
    assert out.headers["set-cookie"].startswith(ours.partition("=")[0] + "=;") and "\n" not in out.headers["set-cookie"]


def test_a_session_moves_between_companies(platform):
    owner, guest = platform.sign_up(), platform.sign_up()
    owner.post("/api/v1/tenants/current/invitations", {"email": guest.email, "role": "ADMIN"}).expect(201)
    token = platform.mail_to(guest.email, subject="invites you").token
    guest.post("/api/v1/auth/accept-invitation", {"token": token}).expect(200)

    choice = log_in(platform.api, guest.email).expect(400)
    assert choice.code == "tenant_required"
    assert {tenant["tenantId"] for tenant in choice.json["tenants"]} == {guest.tenant_id, owner.tenant_id}
    assert log_in(platform.api, guest.email, tenantId=owner.tenant_id).expect(200).json["role"] == "ADMIN"

    switched = guest.post("/api/v1/auth/switch", {"tenantId": owner.tenant_id}).expect(200).json
    assert (switched["tenantId"], switched["role"]) == (owner.tenant_id, "ADMIN")
    assert "refreshToken" not in switched
    within_a_second(lambda: status_of(guest) == 401)
    assert platform.api.get("/api/v1/users/me", token=switched["accessToken"]).expect(200).json["tenantId"] == owner.tenant_id
    assert refresh(platform.api, guest.refresh_token).expect(200).json["tenantId"] == owner.tenant_id


def test_signing_out_is_repeatable_and_needs_something(platform):
    person = platform.sign_up()
    for _ in range(2):
        platform.api.post("/api/v1/auth/logout", {"refreshToken": person.refresh_token}).expect(204)
    assert platform.api.post("/api/v1/auth/logout").expect(401).code == "unauthenticated"
    assert platform.api.post("/api/v1/auth/refresh").expect(401).code == "unauthenticated"
    assert platform.api.post("/api/v1/auth/refresh", {}).expect(401).code == "unauthenticated", "a body that the contract allows"


def test_a_session_outlives_a_killed_service(platform):
    person = platform.sign_up()
    killed = platform.kill("auth")
    platform.wait_back("auth", killed)
    deadline = time.monotonic() + 60
    while status_of(person) != 200:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    refresh(platform.api, person.refresh_token).expect(200)
