"""Who tries to become somebody else, to be more than they are, or to keep somebody out."""

import secrets
from concurrent.futures import ThreadPoolExecutor

import pytest

from local.client import Client
from platform_fixtures import PASSWORD

MEMBERS = "/api/v1/tenants/current/members/"
INVITATIONS = "/api/v1/tenants/current/invitations"
ANY_VERSION = {"If-Match": "*"}


def at_once(calls):
    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(call) for call in calls]]


def statuses(answers):
    return sorted(answer.status for answer in answers)


def invited(platform, owner, address=None, role="USER"):
    """The token of the mail, and the invitation's id."""
    address = address or f"guest-{secrets.token_hex(5)}@example.org"
    invitation = owner.post(INVITATIONS, {"email": address, "role": role}).expect(201).json
    return platform.mail_to(address, subject="invit").token, invitation["invitationId"]


def accept(client, token, **more):
    return client.post("/api/v1/auth/accept-invitation", {"token": token} | more)


def newcomer(number=0):
    return {"fullName": f"New {number}", "password": f"{PASSWORD} {number}"}


@pytest.fixture(scope="module")
def staff(platform):
    owner = platform.sign_up()
    return {"OWNER": owner, "ADMIN": platform.invite(owner, "ADMIN"), "USER": platform.invite(owner)}


@pytest.mark.parametrize("who, whom, role", [
    ("USER", "USER", "ADMIN"), ("USER", "USER", "OWNER"), ("USER", "ADMIN", "USER"), ("USER", "OWNER", "USER"),
    ("ADMIN", "ADMIN", "OWNER"), ("ADMIN", "USER", "OWNER"), ("ADMIN", "OWNER", "USER"), ("ADMIN", "OWNER", "ADMIN")])
def test_nobody_raises_themselves_or_lowers_who_stands_above(staff, who, whom, role):
    answer = staff[who].patch(MEMBERS + staff[whom].user_id, {"role": role}, headers=ANY_VERSION)
    assert (answer.status, answer.code) == (403, "not_permitted")


@pytest.mark.parametrize("who, role", [("USER", "USER"), ("USER", "OWNER"), ("ADMIN", "OWNER")])
def test_nobody_invites_above_themselves(staff, who, role):
    staff[who].post(INVITATIONS, {"email": "friend@example.org", "role": role}).expect(403)


@pytest.mark.parametrize("method, body", [("DELETE", None), ("PATCH", {"role": "USER"})])
def test_of_two_owners_who_go_at_once_one_stays(platform, method, body):
    one = platform.sign_up()
    both = (one, platform.invite(one, "OWNER"))
    answers = at_once([lambda owner=owner: owner.request(method, MEMBERS + owner.user_id, body, headers=ANY_VERSION)
                       for owner in both])
    assert sum(answer.status < 300 for answer in answers) == 1 and "last_owner" in {answer.code for answer in answers}


def test_an_invitation_accepted_by_many_at_once_makes_one_member(platform, staff):
    token, _ = invited(platform, staff["OWNER"])
    answers = at_once([lambda number=number: accept(platform.api, token, **newcomer(number)) for number in range(12)])
    assert statuses(answers) == [200] + [400] * 11
    assert accept(platform.api, token, **newcomer()).code == "invalid_token"


def test_an_invitation_is_of_its_address_alone(platform, staff, person):
    token, _ = invited(platform, staff["OWNER"])
    assert accept(person, token).code == "invitation_not_yours"
    accept(platform.api, token, **newcomer()).expect(200)


def test_an_invitation_takes_no_account_over(platform, staff):
    victim = platform.sign_up()
    token, _ = invited(platform, staff["OWNER"], victim.email)
    assert accept(platform.api, token, **newcomer()).code == "invalid_credentials"  # not the password of the account
    platform.log_in(victim.email)


def test_withdrawn_or_accepted_but_not_both(platform, staff):
    for _ in range(3):
        token, invitation = invited(platform, staff["OWNER"])
        answers = at_once([lambda: accept(platform.api, token, **newcomer()),
                           lambda: staff["OWNER"].delete(f"{INVITATIONS}/{invitation}")])
        assert tuple(answer.status for answer in answers) in {(200, 409), (400, 204)}


def test_a_mailed_token_serves_its_purpose_once_and_no_other(platform):
    address = f"new-{secrets.token_hex(5)}@example.org"
    api = platform.api
    api.post("/api/v1/users", {"email": address, "password": PASSWORD, "fullName": "A", "companyName": "B", "locale": "en"}).expect(201)
    verify = platform.mail_to(address).token
    assert api.post("/api/v1/auth/reset-password", {"token": verify, "password": PASSWORD}).code == "invalid_token"
    assert accept(api, verify, **newcomer()).code == "invalid_token"
    proofs = at_once([lambda: platform.api.post("/api/v1/auth/verify-email", {"token": verify})] * 8)
    assert statuses(proofs) == [204] + [400] * 7
    api.post("/api/v1/auth/forgot-password", {"email": address}).expect(202)
    reset = platform.mail_to(address, subject="password").token
    assert api.post("/api/v1/auth/verify-email", {"token": reset}).code == "invalid_token"
    resets = at_once([lambda number=number: platform.api.post("/api/v1/auth/reset-password", {"token": reset} | {
        "password": f"{PASSWORD} {number}"}) for number in range(8)])
    assert statuses(resets) == [204] + [400] * 7


@pytest.mark.parametrize("spell", [str.upper, lambda a: " " + a, lambda a: a + ".", lambda a: a.replace("e", "\u0435", 1),
                                   lambda a: a.replace("@", "\uff20"), lambda a: '"' + a.replace("@", '"@')])
def test_no_other_spelling_of_an_address_is_another_person(platform, person, spell):
    body = {"email": spell(person.email), "password": PASSWORD, "fullName": "A", "companyName": "B"}
    assert platform.api.post("/api/v1/users", body).status in (400, 409)


def test_one_address_signed_up_at_once_is_one_person(platform):
    body = {"email": f"raced-{secrets.token_hex(5)}@example.org", "password": PASSWORD, "fullName": "A", "companyName": "B"}
    assert statuses(at_once([lambda: platform.api.post("/api/v1/users", body)] * 8)) == [201] + [409] * 7


def test_an_attack_from_everywhere_keeps_nobody_out(platform):
    victim = platform.sign_up()
    guess = {"email": victim.email, "password": "a wrong long sentence"}

    def attack():
        everywhere = [f"127.{180 + number % 5}.{number}.9" for number in range(1, 61)]
        with ThreadPoolExecutor(8) as pool:
            clients = [Client(platform.url, source=source) for source in everywhere]
            return list(pool.map(lambda client: client.post("/api/v1/auth/login", guess), clients))

    assert {answer.status for answer in attack()} == {401, 429}
    right = {"email": victim.email, "password": PASSWORD}
    Client(platform.url, source=victim.source).post("/api/v1/auth/login", right).expect(200)     # where they signed in before
    victim.get("/api/v1/users/me").expect(200)                                                   # and whoever is in stays in
    elsewhere = platform.api                                                                     # a new network: by mail
    elsewhere.post("/api/v1/auth/forgot-password", {"email": victim.email}).expect(202)
    token = platform.mail_to(victim.email, subject="password").token
    elsewhere.post("/api/v1/auth/reset-password", {"token": token, "password": "another long sentence"}).expect(204)
    attack()
    elsewhere.post("/api/v1/auth/login", right | {"password": "another long sentence"}).expect(200)


@pytest.mark.parametrize("page", ["verify-email", "reset-password", "accept-invitation"])
def test_pages_behind_mailed_links_show_nothing_of_the_sender_and_are_not_kept(platform, page):
    broken = platform.api.get(f"/api/v1/auth/{page}", query={"token": "a" * 30 + '"><script>'}).expect(404)
    assert b"<script>" not in broken.body
    answer = platform.api.get(f"/api/v1/auth/{page}", query={"token": "a" * 43}).expect(404)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "form-action 'self'" in policy and "frame-ancestors 'none'" in policy
    assert answer.headers["cache-control"] == "no-store" and answer.headers["referrer-policy"] == "no-referrer"
