"""From sign-up to sign-out, as a client sees it."""

import secrets
import time

PASSWORD = "a long enough sentence"


def new_address():
    return f"ana-{secrets.token_hex(6)}@example.org"


def sign_up(api, address, **more):
    return api.post("/api/v1/users", {"email": address, "password": PASSWORD, "fullName": "Ana Souza",
                                      "companyName": "Souza Labs"} | more)


def log_in(api, address, password=PASSWORD, **more):
    return api.post("/api/v1/auth/login", {"email": address, "password": password} | more)


def status_of(person):
    return person.get("/api/v1/users/me").status


def within_a_second(condition):
    """Ten, here: the machine may be full of other tests."""
    begun = time.monotonic()
    while not condition():
        assert time.monotonic() - begun < 10, "not within ten times a second"
        time.sleep(0.01)
    return True


def test_the_way_of_a_newcomer(platform):
    api, address = platform.api, new_address()
    created = sign_up(api, address, role="USER").expect(201)
    assert set(created.json) == {"userId", "email", "fullName", "companyName", "role", "createdAt", "tenantId", "locale", "timeZone"}
    assert (created.json["role"], created.json["email"]) == ("OWNER", address)
    assert log_in(api, address).expect(403).code == "verification_required"

    mail = platform.mail_to(address)
    assert mail.link.startswith(platform.url + "/verify-email#token=")
    page = api.get(f"/api/v1/auth/verify-email?token={mail.token}").expect(200)
    assert page.headers["content-type"].startswith("text/html")
    assert mail.token in page.body.decode()
    api.post("/api/v1/auth/verify-email", {"token": mail.token}).expect(204)
    assert api.post("/api/v1/auth/verify-email", {"token": mail.token}).expect(400).code == "invalid_token"

    tokens = log_in(api, address).expect(200).json
    assert (tokens["tokenType"], tokens["expiresIn"], tokens["userId"]) == ("Bearer", 600, created.json["userId"])
    me = api.get("/api/v1/users/me", token=tokens["accessToken"]).expect(200).json
    assert (me["email"], me["emailVerified"], me["companyName"]) == (address, True, "Souza Labs")


def test_a_form_is_answered_with_a_page(platform):
    address = new_address()
    sign_up(platform.api, address).expect(201)
    done = platform.api.post("/api/v1/auth/verify-email", f"token={platform.mail_to(address).token}",
                             headers={"Content-Type": "application/x-www-form-urlencoded"}).expect(200)
    assert done.headers["content-type"].startswith("text/html")


def test_signing_out_ends_the_tokens_within_a_second(platform):
    person = platform.sign_up()
    assert status_of(person) == 200
    person.post("/api/v1/auth/logout").expect(204)
    within_a_second(lambda: status_of(person) == 401)
    assert platform.api.post("/api/v1/auth/refresh", {"refreshToken": person.refresh_token}).expect(401).code \
        == "invalid_refresh_token"


def test_a_forgotten_password(platform):
    person = platform.sign_up()
    other = platform.log_in(person.email)
    platform.api.post("/api/v1/auth/forgot-password", {"email": person.email}).expect(202)
    token = platform.mail_to(person.email, subject="new password").token
    reset = {"token": token, "password": "another long sentence"}
    assert platform.api.post("/api/v1/auth/reset-password", reset | {"password": "short"}).expect(400).code == "invalid_request"
    platform.api.post("/api/v1/auth/reset-password", reset).expect(204)
    within_a_second(lambda: status_of(person) == 401 and status_of(other) == 401)
    assert platform.api.post("/api/v1/auth/reset-password", reset).expect(400).code == "invalid_token"
    log_in(platform.api, person.email).expect(401)
    assert status_of(platform.log_in(person.email, "another long sentence")) == 200
    assert "changed" in platform.mail_to(person.email, subject="changed").text


def test_a_changed_profile_needs_the_version_last_seen(person):
    me = person.get("/api/v1/users/me").expect(200)
    change = {"fullName": "  Ana de Souza ", "timeZone": "America/Sao_Paulo", "locale": "pt-BR"}
    assert person.patch("/api/v1/users/me", change).expect(428).code == "precondition_required"
    changed = person.patch("/api/v1/users/me", change, headers={"If-Match": me.headers["etag"]}).expect(200)
    assert (changed.json["fullName"], changed.json["locale"]) == ("Ana de Souza", "pt-BR")
    again = person.patch("/api/v1/users/me", change, headers={"If-Match": me.headers["etag"]}).expect(200)
    assert again.json == changed.json and again.headers["etag"] == changed.headers["etag"], "its answer may have been lost"
    stale = person.patch("/api/v1/users/me", change | {"locale": "en"}, headers={"If-Match": me.headers["etag"]}).expect(412)
    assert stale.code == "stale"


def test_the_same_key_gives_the_same_answer(platform):
    address, key = new_address(), {"Idempotency-Key": secrets.token_hex(8)}
    body = {"email": address, "password": PASSWORD, "fullName": "Ana", "companyName": "Labs"}
    first = platform.api.post("/api/v1/users", body, headers=key).expect(201)
    assert platform.api.post("/api/v1/users", body, headers=key).expect(201).json == first.json
    other = platform.api.post("/api/v1/users", body | {"fullName": "Bea"}, headers=key).expect(422)
    assert other.code == "idempotency_key_reused"


def test_a_taken_address_is_a_conflict(person, platform):
    assert sign_up(platform.api, person.email.upper()).expect(409).code == "email_taken"
