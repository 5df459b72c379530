"""Every byte that arrives is hostile."""

import base64
import hashlib
import hmac
import json
import secrets
import socket
from urllib.parse import urlsplit

import pytest

from test_journey import PASSWORD, new_address

GOOD = {"email": "x@example.org", "password": PASSWORD, "fullName": "Ana", "companyName": "Labs"}


def pointers(answer):
    assert answer.headers["content-type"].startswith("application/problem+json")
    return {error["pointer"]: error["code"] for error in answer.json["errors"]}


def test_every_wrong_field_is_told_at_once(api):
    body = {"email": "no address", "password": "short", "fullName": "", "companyName": "x" * 101, "admin": True}
    found = pointers(api.post("/api/v1/users", body).expect(400))
    assert set(found) == {"/email", "/password", "/fullName", "/companyName", "/admin"}


@pytest.mark.parametrize("body", [
    b"", b"null", b"[]", b"{", b'"text"', b"{}", b"\xff\xfe", b"[" * 10_000, b'{"email":' * 1_000,
    json.dumps(GOOD | {"email": 1}).encode(), json.dumps(GOOD | {"email": ["a@b.c"]}).encode(),
    b'{"email":"a@b.c","email":"d@e.f"}', b'{"email":"\\ud800@b.c"}', json.dumps(GOOD | {"fullName": "a\u0000b"}).encode(),
    json.dumps(GOOD | {"fullName": "a\r\nBcc: x@y.z"}).encode(), json.dumps(GOOD | {"email": "a@b.c\r\nBcc: d@e.f"}).encode(),
    json.dumps(GOOD | {"email": "a" * 300 + "@b.c"}).encode(), json.dumps(GOOD | {"password": "p" * 129}).encode(),
    json.dumps(GOOD | {"fullName": " \u00a0 "}).encode(),
])
def test_broken_bodies_are_refused(api, body):
    api.post("/api/v1/users", body, headers={"Content-Type": "application/json"}).expect(400)


def test_other_media_types_are_refused(api):
    api.post("/api/v1/users", "<user/>", headers={"Content-Type": "text/xml"}).expect(415)
    api.post("/api/v1/auth/login", b"x" * (2 << 20), headers={"Content-Type": "application/json"}).expect(413)


def test_the_role_a_caller_asks_for_raises_nothing(platform):
    created = platform.api.post("/api/v1/users", GOOD | {"email": new_address(), "role": "SUPERUSER"}).expect(201)
    assert created.json["role"] == "OWNER"


@pytest.mark.parametrize("name", ["Host", "X-Forwarded-Host", "Forwarded"])
def test_links_ignore_what_a_request_says_of_the_host(platform, name):
    person = platform.sign_up()
    value = "host=evil.example" if name == "Forwarded" else "evil.example"
    platform.api.post("/api/v1/auth/forgot-password", {"email": person.email}, headers={name: value})
    if name == "Host":   # the gateway may refuse a foreign host outright; then ask auth itself
        auth = urlsplit(f"http://127.0.0.1:{platform.ports['auth']}")
        body = json.dumps({"email": person.email}).encode()
        with socket.create_connection((auth.hostname, auth.port)) as link:
            link.sendall(b"POST /api/v1/auth/forgot-password HTTP/1.1\r\nHost: evil.example\r\nContent-Type: application/json\r\n"
                         b"Connection: close\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
            assert b" 202 " in link.recv(4096)
    mail = platform.mail_to(person.email, subject="new password")
    assert mail.link.startswith(platform.url + "/")
    assert "evil" not in mail.text


def test_mails_carry_no_link_of_a_stranger(platform):
    bait = "win at http://evil.example/, call 0800 1234567"
    owner, victim = platform.sign_up(company=bait), f"victim-{secrets.token_hex(4)}@example.org"
    owner.patch("/api/v1/users/me", {"fullName": bait}, headers={"If-Match": owner.get("/api/v1/users/me").headers["etag"]}).expect(200)
    platform.api.post("/api/v1/users", {"email": victim, "password": PASSWORD, "fullName": bait, "companyName": bait,
                                        "locale": "en"}).expect(201)
    owner.post("/api/v1/tenants/current/invitations", {"email": victim, "role": "USER"}).expect(201)
    for subject in ("Confirm", "invites you"):
        mail = platform.mail_to(victim, subject=subject)
        ours = mail.text.replace(mail.link, "")
        assert mail.link.startswith(platform.url + "/")
        for sign in ("://", "evil.example", "1234567"):
            assert sign not in ours and sign not in mail.subject
        assert "ignore this mail" in mail.text


@pytest.mark.parametrize("password", ["passwordpassword", "Qwertyuiopasdfgh1!", "123456789012345", "iloveyou iloveyou"])
def test_a_password_that_everybody_tries_is_refused(platform, password):
    person = platform.sign_up()
    sign_up = {"email": f"new-{secrets.token_hex(4)}@example.org", "password": password, "fullName": "A", "companyName": "B"}
    platform.api.post("/api/v1/auth/forgot-password", {"email": person.email}).expect(202)
    token = platform.mail_to(person.email, subject="new password").token
    for path, body in (("/api/v1/users", sign_up), ("/api/v1/auth/reset-password", {"token": token, "password": password})):
        refused = platform.api.post(path, body).expect(400)
        assert [(error["pointer"], error["code"]) for error in refused.json["errors"]] == [("/password", "too_common")]
    platform.api.post("/api/v1/auth/reset-password", {"token": token, "password": "another long sentence"}).expect(204)


def test_names_hide_nothing_and_turn_no_line_round(platform):
    person = platform.sign_up(company="Souza\u202e sbaL\u2066")
    me = person.get("/api/v1/users/me")
    assert me.json["companyName"] == "Souza sbaL"
    for sent, kept in (("Ana\u200b Souza\U000e0041", "Ana Souza"), ("Z" + "\u0336" * 60, "Z" + "\u0336" * 4),
                       ("👩\u200d💻 Ana", "👩\u200d💻 Ana"),
                       ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")):
        me = person.patch("/api/v1/users/me", {"fullName": sent}, headers={"If-Match": me.headers["etag"]}).expect(200)
        assert me.json["fullName"] == kept
    for blank in ("\u200b", "\u2800", "\u00ad", "\u3164 \u2060"):
        person.patch("/api/v1/users/me", {"fullName": blank}, headers={"If-Match": me.headers["etag"]}).expect(400)


def parts_of(token):
    return [json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))) for part in token.split(".")[:2]]


def packed(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def test_forged_tokens_are_refused(platform, person):
    header, claims = parts_of(person.token)
    signature = person.token.split(".")[2]
    jwk = platform.api.get("/.well-known/jwks.json").expect(200).json["keys"][0]

    def with_hmac(key):
        head = packed(header | {"alg": "HS256"}) + "." + packed(claims)
        return head + "." + base64.urlsafe_b64encode(hmac.new(key, head.encode(), hashlib.sha256).digest()).rstrip(b"=").decode()

    forged = [
        packed(header | {"alg": "none"}) + "." + packed(claims) + ".",
        packed(header) + "." + packed(claims | {"role": "OWNER", "tid": "0" * 36}) + "." + signature,
        packed(header | {"kid": "../../etc/passwd"}) + "." + packed(claims) + "." + signature,
        packed(header | {"jku": "https://evil.example/jwks.json"}) + "." + packed(claims) + "." + signature,
        packed(header | {"crit": ["b64"]}) + "." + packed(claims) + "." + signature,
        with_hmac(json.dumps(jwk).encode()), with_hmac(jwk["x"].encode()),
        person.token + "x", person.token[:-2], "", ".", "..", person.refresh_token,
    ]
    for token in forged:
        answer = platform.api.get("/api/v1/users/me", headers={"Authorization": f"Bearer {token}"}).expect(401)
        assert answer.headers["www-authenticate"].startswith("Bearer")


def test_the_internal_routes_are_not_reached_through_the_gateway(platform):
    for path in ("/internal/revocations", "/metrics", "/health/ready"):
        platform.api.get(path).expect(404)


def test_what_is_the_installations_wants_its_key(platform):
    for name in ("auth", "auth-worker", "catalog", "catalog-indexer", "catalog-worker", "content", "content-worker"):
        internal = platform.internal(name)
        for path in ("/metrics", *(["/internal/revocations"] if name == "auth" else [])):
            internal.get(path).expect(200)
            for token in ("", "0" * 64, "Bearer"):
                refused = internal.get(path, token="", headers={"Authorization": f"Bearer {token}"}).expect(401)
                assert refused.headers["www-authenticate"] == "Bearer"
        internal.get("/health/ready", headers={"Authorization": ""}).expect(200)


def test_the_public_keys_hold_nothing_private(platform):
    for key in platform.api.get("/.well-known/jwks.json").expect(200).json["keys"]:
        assert set(key) == {"kty", "crv", "x", "y", "kid", "alg", "use"}
