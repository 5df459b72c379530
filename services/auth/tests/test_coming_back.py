"""Who left, or was removed from, their only company comes back, or begins anew."""

import pytest

from test_journey import PASSWORD, log_in, status_of, within_a_second
from test_members import INVITATIONS, new_address, remove
from test_throttle import WRONG

ACCEPT = "/api/v1/auth/accept-invitation"


def invited_again(platform, owner, person):
    """The token of the mail."""
    before = platform.mails_to(person.email)
    owner.post(INVITATIONS, {"email": person.email, "role": "USER"}).expect(201)
    return platform.mail_to(person.email, subject="invites you", after=before).token


@pytest.fixture
def removed(platform):
    owner = platform.sign_up()
    user = platform.invite(owner)
    remove(owner, user).expect(204)
    return owner, user


def test_a_removed_member_comes_back_with_the_mailed_token_and_the_password(platform, removed):
    owner, user = removed
    token = invited_again(platform, owner, user)
    assert platform.api.post(ACCEPT, {"token": token}).expect(401).code == "sign_in_required"
    assert platform.api.post(ACCEPT, {"token": token, "password": WRONG}).expect(401).code == "invalid_credentials"
    joined = platform.api.post(ACCEPT, {"token": token, "password": PASSWORD}).expect(200).json
    assert (joined["userId"], joined["tenantId"]) == (user.user_id, owner.tenant_id)
    back = platform.log_in(user.email)
    assert back.tenant_id == owner.tenant_id
    back.get("/api/v1/pocs").expect(200)
    assert platform.api.post(ACCEPT, {"token": token, "password": PASSWORD}).expect(400).code == "invalid_token"


def test_the_page_of_the_mail_takes_the_password_of_an_account(platform, removed):
    owner, user = removed
    token = invited_again(platform, owner, user)
    form = f"token={token}&fullName=Whoever&password={PASSWORD.replace(' ', '+')}"
    done = platform.api.post(ACCEPT, form, headers={"Content-Type": "application/x-www-form-urlencoded"}).expect(200)
    assert done.headers["content-type"].startswith("text/html")
    assert platform.log_in(user.email).tenant_id == owner.tenant_id


def test_guessing_the_password_behind_a_token_is_slowed(platform, removed):
    owner, user = removed
    token = invited_again(platform, owner, user)
    api = platform.api
    answers = [api.post(ACCEPT, {"token": token, "password": WRONG}) for _ in range(12)]
    assert answers[0].code == "invalid_credentials"
    assert answers[-1].status == 429 and int(answers[-1].headers["retry-after"]) >= 1
    assert log_in(api, user.email).status == 429           # one and the same counter


def test_a_locked_account_does_not_come_back(platform, removed):
    owner, user = removed
    token = invited_again(platform, owner, user)
    platform.sql("auth", f"UPDATE users SET status = 'LOCKED' WHERE user_id = '{user.user_id}'")
    assert platform.api.post(ACCEPT, {"token": token, "password": PASSWORD}).expect(403).code == "account_locked"


def test_who_belongs_to_none_has_a_session_that_is_good_for_little(platform, removed):
    _, user = removed
    tokens = log_in(platform.api, user.email).expect(200).json
    assert (tokens["tenantId"], tokens["role"]) == (None, "USER")
    api, token = platform.api, tokens["accessToken"]
    me = api.get("/api/v1/users/me", token=token).expect(200).json
    assert (me["tenantId"], me["companyName"], me["memberships"]) == (None, None, [])
    for path in ("/api/v1/tenants/current", "/api/v1/tenants/current/members", "/api/v1/pocs", "/api/v1/content/videos"):
        assert api.get(path, token=token).expect(403).code == "no_membership"
    poc = {"name": "Nobody's", "language": "C", "tags": []}
    assert api.post("/api/v1/pocs", poc, token=token).expect(403).code == "no_membership"
    refreshed = api.post("/api/v1/auth/refresh", {"refreshToken": tokens["refreshToken"]}).expect(200).json
    assert refreshed["tenantId"] is None
    api.post("/api/v1/auth/logout", token=refreshed["accessToken"]).expect(204)
    within_a_second(lambda: api.get("/api/v1/users/me", token=refreshed["accessToken"]).status == 401)


def test_a_session_without_a_company_accepts_an_invitation_and_goes_there(platform, removed):
    owner, user = removed
    back = platform.log_in(user.email)
    token = invited_again(platform, owner, user)
    back.post(ACCEPT, {"token": token}).expect(200)
    switched = back.post("/api/v1/auth/switch", {"tenantId": owner.tenant_id}).expect(200).json
    assert (switched["tenantId"], switched["role"]) == (owner.tenant_id, "USER")
    platform.api.get("/api/v1/pocs", token=switched["accessToken"]).expect(200)
    refreshed = platform.api.post("/api/v1/auth/refresh", {"refreshToken": back.refresh_token}).expect(200).json
    assert refreshed["tenantId"] == owner.tenant_id


def test_a_session_without_a_company_founds_one(platform, removed):
    _, user = removed
    back = platform.log_in(user.email)
    founded = back.post("/api/v1/tenants", {"companyName": "  Second Start "}).expect(201)
    assert (founded.json["companyName"], founded.json["memberCount"]) == ("Second Start", 1)
    assert founded.headers["location"] == "/api/v1/tenants/current"
    assert back.post("/api/v1/tenants", {"companyName": "Third"}).expect(409).code == "has_tenant"
    switched = back.post("/api/v1/auth/switch", {"tenantId": founded.json["tenantId"]}).expect(200).json
    assert switched["role"] == "OWNER"
    back.token = switched["accessToken"]
    back.post("/api/v1/pocs", {"name": "Mine", "language": "C", "tags": []}).expect(201)
    assert platform.log_in(user.email).tenant_id == founded.json["tenantId"]


def test_who_left_is_back_as_well(platform):
    owner = platform.sign_up()
    user = platform.invite(owner)
    remove(user, user).expect(204)
    within_a_second(lambda: status_of(user) == 401)
    assert platform.log_in(user.email).tenant_id is None
    joined = platform.api.post(ACCEPT, {"token": invited_again(platform, owner, user), "password": PASSWORD}).expect(200)
    assert joined.json["role"] == "USER"


def test_an_address_that_was_never_verified_is_proven_by_the_mail_of_an_invitation(platform):
    owner, address = platform.sign_up(), new_address()
    platform.sign_up(verified=False, email=address)
    token = platform.mail_to(owner.post(INVITATIONS, {"email": address, "role": "USER"}).expect(201).json["email"],
                             subject="invites you").token
    platform.api.post(ACCEPT, {"token": token, "password": PASSWORD}).expect(200)
    assert log_in(platform.api, address, tenantId=owner.tenant_id).expect(200).json["role"] == "USER"
