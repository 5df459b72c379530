"""Companies: members, roles, invitations."""

import secrets
from concurrent.futures import ThreadPoolExecutor

import pytest

from test_journey import PASSWORD, status_of, within_a_second

MEMBERS = "/api/v1/tenants/current/members"
INVITATIONS = "/api/v1/tenants/current/invitations"


def member(person, of):
    return person.get(f"{MEMBERS}/{of.user_id}").expect(200)


def change(person, of, role):
    return person.patch(f"{MEMBERS}/{of.user_id}", {"role": role}, headers={"If-Match": member(person, of).headers["etag"]})


def remove(person, of):
    return person.delete(f"{MEMBERS}/{of.user_id}", headers={"If-Match": member(person, of).headers["etag"]})


def new_address():
    return f"rui-{secrets.token_hex(6)}@example.org"


def test_a_new_role_counts_within_a_second_and_after_a_refresh(platform):
    owner = platform.sign_up()
    user = platform.invite(owner)
    assert user.get(INVITATIONS).expect(403).code == "not_permitted"
    assert change(owner, user, "ADMIN").expect(200).json["role"] == "ADMIN"
    within_a_second(lambda: status_of(user) == 401)
    tokens = platform.api.post("/api/v1/auth/refresh", {"refreshToken": user.refresh_token}).expect(200).json
    assert tokens["role"] == "ADMIN"
    user.token = tokens["accessToken"]
    user.get(INVITATIONS).expect(200)


def test_a_removed_member_is_out_within_a_second(platform):
    owner = platform.sign_up()
    user = platform.invite(owner)
    remove(owner, user).expect(204)
    within_a_second(lambda: status_of(user) == 401)
    platform.api.post("/api/v1/auth/refresh", {"refreshToken": user.refresh_token}).expect(401)
    assert platform.log_in(user.email).tenant_id is None
    assert owner.get(f"{MEMBERS}/{user.user_id}").expect(404).code == "member_not_found"


def test_a_company_keeps_an_owner(platform):
    owner = platform.sign_up()
    assert change(owner, owner, "USER").expect(409).code == "last_owner"
    assert remove(owner, owner).expect(409).code == "last_owner"


def test_an_admin_cannot_touch_an_owner_nor_make_one(platform):
    owner = platform.sign_up()
    admin, user = platform.invite(owner, "ADMIN"), platform.invite(owner)
    assert change(admin, owner, "USER").expect(403).code == "not_permitted"
    assert remove(admin, owner).expect(403).code == "not_permitted"
    assert change(admin, user, "OWNER").expect(403).code == "not_permitted"
    assert admin.post(INVITATIONS, {"email": new_address(), "role": "OWNER"}).expect(403).code == "not_permitted"
    assert change(admin, user, "ADMIN").expect(200).json["role"] == "ADMIN"


def test_two_owners_who_step_down_at_once_leave_one(platform):
    owner = platform.sign_up()
    second = platform.invite(owner, "OWNER")
    etags = {person.user_id: member(owner, person).headers["etag"] for person in (owner, second)}

    def step_down(person):
        return person.patch(f"{MEMBERS}/{person.user_id}", {"role": "USER"}, headers={"If-Match": etags[person.user_id]}).status

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(step_down, (owner, second))) == [200, 409]


def test_everybody_may_leave(platform):
    owner = platform.sign_up()
    user = platform.invite(owner)
    remove(user, user).expect(204)
    assert owner.get(MEMBERS).expect(200).json["pagination"]["totalItems"] == 1


def test_addresses_are_for_those_who_manage_members(platform):
    owner = platform.sign_up()
    user = platform.invite(owner)
    assert {item["email"] for item in owner.get(MEMBERS).json["items"]} == {owner.email, user.email}
    assert {item["email"] for item in user.get(MEMBERS).json["items"]} == {None}


def test_members_are_paged_by_cursor_and_by_number(platform):
    owner = platform.sign_up()
    for _ in range(4):
        platform.invite(owner)
    first = owner.get(MEMBERS, query={"pageSize": 2}).expect(200)
    assert first.json["pagination"]["totalPages"] == 3
    assert 'rel="next"' in first.headers["link"]
    seen, cursor = [item["userId"] for item in first.json["items"]], first.json["pagination"]["nextCursor"]
    while cursor:
        page = owner.get(MEMBERS, query={"pageSize": 2, "cursor": cursor}).expect(200).json
        seen += [item["userId"] for item in page["items"]]
        cursor = page["pagination"]["nextCursor"]
    assert len(seen) == len(set(seen)) == 5
    stranger = platform.sign_up()
    foreign = stranger.get(MEMBERS, query={"cursor": first.json["pagination"]["nextCursor"]}).expect(400)
    assert foreign.code == "invalid_cursor"


def test_only_owners_rename_the_company(platform):
    owner = platform.sign_up()
    admin = platform.invite(owner, "ADMIN")
    etag = owner.get("/api/v1/tenants/current").expect(200).headers["etag"]
    rename = {"companyName": "Souza Laborat\u00f3rios"}
    assert admin.patch("/api/v1/tenants/current", rename, headers={"If-Match": etag}).expect(403).code == "not_permitted"
    renamed = owner.patch("/api/v1/tenants/current", rename, headers={"If-Match": etag}).expect(200)
    assert renamed.json["companyName"] == rename["companyName"]
    again = owner.patch("/api/v1/tenants/current", rename, headers={"If-Match": etag}).expect(200)
    assert again.json == renamed.json and again.headers["etag"] == renamed.headers["etag"], "its answer may have been lost"
    owner.patch("/api/v1/tenants/current", {"companyName": "Other"}, headers={"If-Match": etag}).expect(412)
    assert admin.patch("/api/v1/tenants/current", rename, headers={"If-Match": etag}).status == 403, "whatever it says already"


READ = "/api/v1/auth/read-invitation"


def read(platform, token):
    return platform.api.post(READ, {"token": token})


def test_an_invitation_says_who_invites_whom_and_what_has_become_of_it(platform):
    owner, address = platform.sign_up(company="Souza Labs"), new_address()
    made = owner.post(INVITATIONS, {"email": address, "role": "ADMIN"}).expect(201).json
    token = platform.mail_to(address).token
    said = read(platform, token).expect(200)
    assert said.headers["cache-control"] == "no-store"
    told = {"companyName": "Souza Labs", "inviterName": "Some Body", "email": address, "role": "ADMIN", "expiresAt": made["expiresAt"]}
    assert said.json == told | {"status": "PENDING", "hasAccount": False}
    assert read(platform, token).json == said.json, "reading changes nothing"

    platform.api.post("/api/v1/auth/accept-invitation", {"token": token, "fullName": "Rui Lima", "password": PASSWORD}).expect(200)
    assert read(platform, token).expect(200).json == told | {"status": "ACCEPTED", "hasAccount": None}


def test_an_invitation_that_is_over_says_so_and_nothing_of_accounts(platform):
    owner, guest = platform.sign_up(), platform.sign_up()
    made = owner.post(INVITATIONS, {"email": guest.email, "role": "USER"}).expect(201).json
    token = platform.mail_to(guest.email, subject="invites you").token
    assert read(platform, token).json["hasAccount"] is True
    platform.sql("auth", f"UPDATE invitations SET expires_at = now() - interval '1 hour' WHERE invitation_id = '{made['invitationId']}'")
    assert read(platform, token).expect(200).json | {"expiresAt": ""} == {
        "companyName": company_of(owner), "inviterName": "Some Body", "email": guest.email, "role": "USER", "status": "EXPIRED",
        "hasAccount": None, "expiresAt": ""}
    owner.delete(f"{INVITATIONS}/{made['invitationId']}").expect(204)
    assert read(platform, token).expect(200).json["status"] == "WITHDRAWN"


def company_of(owner):
    return owner.get("/api/v1/tenants/current").expect(200).json["companyName"]


@pytest.mark.parametrize("token", ["A" * 43, "not-a-token-at-all-but-long"])
def test_an_unknown_token_reads_no_invitation(platform, token):
    assert read(platform, token).expect(404).code == "invitation_not_found"
    assert platform.api.get(f"{READ}?token={token}").expect(405).code == "method_not_allowed", "no token in an address"


def test_the_token_of_another_mail_reads_no_invitation(platform):
    person = platform.sign_up()
    platform.api.post("/api/v1/auth/forgot-password", {"email": person.email}).expect(202)
    assert read(platform, platform.mail_to(person.email, subject="new password").token).expect(404).code == "invitation_not_found"


def test_an_invitation_works_once_for_its_address(platform):
    owner, address = platform.sign_up(), new_address()
    made = owner.post(INVITATIONS, {"email": address, "role": "USER"}, headers={"Idempotency-Key": secrets.token_hex(8)}).expect(201)
    assert made.json["status"] == "PENDING"
    assert owner.post(INVITATIONS, {"email": address, "role": "USER"}).expect(409).code == "already_invited"
    token = platform.mail_to(address).token

    stranger = platform.sign_up()
    assert stranger.post("/api/v1/auth/accept-invitation", {"token": token}).expect(403).code == "invitation_not_yours"
    missing = platform.api.post("/api/v1/auth/accept-invitation", {"token": token}).expect(400)
    assert missing.json["errors"][0]["pointer"] == "/fullName"
    accept = {"token": token, "fullName": "Rui Lima", "password": PASSWORD}
    joined = platform.api.post("/api/v1/auth/accept-invitation", accept).expect(200).json
    assert (joined["tenantId"], joined["role"]) == (owner.tenant_id, "USER")
    assert platform.api.post("/api/v1/auth/accept-invitation", accept).expect(400).code == "invalid_token"
    assert platform.log_in(address).tenant_id == owner.tenant_id
    assert owner.get(INVITATIONS).json["items"][0]["status"] == "ACCEPTED"
    assert owner.post(INVITATIONS, {"email": address, "role": "USER"}).expect(409).code == "already_member"


def test_who_has_an_account_signs_in_to_accept(platform):
    owner, guest = platform.sign_up(), platform.sign_up()
    owner.post(INVITATIONS, {"email": guest.email, "role": "USER"}).expect(201)
    token = platform.mail_to(guest.email, subject="invites you").token
    accept = {"token": token, "fullName": "Somebody Else", "password": "a hijacker's long sentence"}
    assert platform.api.post("/api/v1/auth/accept-invitation", accept).expect(401).code == "invalid_credentials"
    guest.post("/api/v1/auth/accept-invitation", {"token": token}).expect(200)
    assert len(guest.get("/api/v1/users/me").json["memberships"]) == 2


@pytest.mark.parametrize("role", ["ADMIN", "OWNER"])
def test_a_withdrawn_invitation_stops_working(platform, role):
    owner, address = platform.sign_up(), new_address()
    made = owner.post(INVITATIONS, {"email": address, "role": role}).expect(201).json
    token = platform.mail_to(address).token
    owner.delete(f"{INVITATIONS}/{made['invitationId']}").expect(204)
    accept = {"token": token, "fullName": "Rui Lima", "password": PASSWORD}
    assert platform.api.post("/api/v1/auth/accept-invitation", accept).expect(400).code == "invalid_token"


def test_another_company_sees_and_changes_nothing(platform):
    owner, stranger = platform.sign_up(), platform.sign_up()
    invitation = owner.post(INVITATIONS, {"email": new_address(), "role": "USER"}).expect(201).json
    assert stranger.get(f"{MEMBERS}/{owner.user_id}").expect(404).code == "member_not_found"
    assert stranger.delete(f"{INVITATIONS}/{invitation['invitationId']}").expect(404).code == "invitation_not_found"
    assert stranger.get(INVITATIONS).json["items"] == []
    assert stranger.post("/api/v1/auth/switch", {"tenantId": owner.tenant_id}).expect(404).code == "tenant_not_found"


def test_what_a_removed_admin_wrote_brings_nobody_back(platform):
    owner = platform.sign_up()
    admin, own_address = platform.invite(owner, "ADMIN"), new_address()
    admin.post(INVITATIONS, {"email": own_address, "role": "ADMIN"}).expect(201)
    token = platform.mail_to(own_address).token
    remove(owner, admin).expect(204)
    accept = {"token": token, "fullName": "Back Again", "password": PASSWORD}
    assert platform.api.post("/api/v1/auth/accept-invitation", accept).expect(400).code == "invalid_token"
    assert owner.get(INVITATIONS).json["items"][0]["status"] == "WITHDRAWN"


def test_a_demoted_admin_keeps_no_open_invitation_that_he_may_not_give(platform):
    owner = platform.sign_up()
    admin, address = platform.invite(owner, "ADMIN"), new_address()
    admin.post(INVITATIONS, {"email": address, "role": "ADMIN"}).expect(201)
    token = platform.mail_to(address).token
    change(owner, admin, "USER").expect(200)
    accept = {"token": token, "fullName": "Rui Lima", "password": PASSWORD}
    assert platform.api.post("/api/v1/auth/accept-invitation", accept).expect(400).code == "invalid_token"


def test_an_admin_does_not_withdraw_an_owners_invitation(platform):
    owner = platform.sign_up()
    admin, address = platform.invite(owner, "ADMIN"), new_address()
    made = owner.post(INVITATIONS, {"email": address, "role": "USER"}).expect(201).json
    assert admin.delete(f"{INVITATIONS}/{made['invitationId']}").expect(403).code == "not_permitted"
    owner.delete(f"{INVITATIONS}/{made['invitationId']}").expect(204)


@pytest.mark.parametrize("tag", ['"0"', '"-1"'])
def test_no_entity_tag_but_the_asterisk_means_any_version(platform, tag):
    owner = platform.sign_up()
    user = platform.invite(owner)
    headers = {"If-Match": tag}
    owner.patch("/api/v1/users/me", {"fullName": "Other"}, headers=headers).expect(412)
    owner.patch("/api/v1/tenants/current", {"companyName": "Other"}, headers=headers).expect(412)
    owner.patch(f"{MEMBERS}/{user.user_id}", {"role": "ADMIN"}, headers=headers).expect(412)
    owner.delete(f"{MEMBERS}/{user.user_id}", headers=headers).expect(412)
    owner.delete(f"{MEMBERS}/{user.user_id}", headers={"If-Match": "*"}).expect(204)
