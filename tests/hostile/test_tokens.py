"""Tokens with one thing wrong, the rest right, signature included: 401 from every service."""

import hashlib
import hmac
import json
import time

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from forging import access_token_key, jwk_of, packed, parts_of, service_key, signed

NOWHERE = "http://127.0.0.1:1/keys"      # whoever fetches it fails, and takes longer than the test allows
CLAIMS_REFUSED = {
    "expired": lambda now: {"iat": now - 700, "exp": now - 60},
    "of too long a life": lambda now: {"iat": now, "exp": now + 86_400},
    "of the future": lambda now: {"iat": now + 300, "exp": now + 900},
    "not yet valid": lambda now: {"nbf": now + 300},
    "without an end": lambda now: {"exp": None},
    "without a beginning": lambda now: {"iat": None},
    "with a text for an end": lambda now: {"exp": str(now + 600)},
    "with an end beyond numbers": lambda now: {"exp": 10**30},
    "for another audience": lambda now: {"aud": "catalog"},
    "for several audiences": lambda now: {"aud": ["mrbill", "other"]},
    "without audience": lambda now: {"aud": None},
    "of another issuer": lambda now: {"iss": "catalog"},
    "with an unknown role": lambda now: {"role": "SUPERUSER"},
    "without session": lambda now: {"sid": None},
    "without tenant": lambda now: {"tid": None},
    "with a tenant that is none": lambda now: {"tid": "' OR ''='"},
}
HEADERS_REFUSED = {
    "alg none": {"alg": "none"}, "alg ES384": {"alg": "ES384"}, "alg es256": {"alg": "es256"}, "alg missing": {"alg": None},
    "alg a list": {"alg": ["ES256"]}, "crit": {"crit": ["exp"]}, "an empty crit": {"crit": []}, "b64": {"b64": False},
    "jku": {"jku": NOWHERE}, "x5u": {"x5u": NOWHERE}, "no kid": {"kid": None}, "kid a number": {"kid": 1},
    "kid a path": {"kid": "../../../dev/null"}, "kid an injection": {"kid": "' UNION SELECT 1 --"},
    "another typ": {"typ": "secevent+jwt"},
}


@pytest.fixture(scope="module")
def key(platform):
    return access_token_key(platform)


def changed(values, changes):
    return {name: value for name, value in (values | changes).items() if value is not None}


def refused(platform, token):
    begun = time.monotonic()
    for path in ("/api/v1/users/me", "/api/v1/pocs"):
        answer = platform.api.get(path, headers={"Authorization": f"Bearer {token}"}).expect(401)
        assert answer.code in ("token_invalid", "token_expired") and answer.headers["www-authenticate"].startswith("Bearer")
    assert time.monotonic() - begun < 2, "did somebody fetch something?"


def test_what_we_sign_like_auth_is_believed(platform, person, key):
    """Or else the tests below would prove nothing."""
    token = signed(key, *parts_of(person.token))
    for path in ("/api/v1/users/me", "/api/v1/pocs"):
        platform.api.get(path, headers={"Authorization": f"Bearer {token}"}).expect(200)


@pytest.mark.parametrize("name", CLAIMS_REFUSED)
def test_claims(platform, person, key, name):
    header, claims = parts_of(person.token)
    refused(platform, signed(key, header, changed(claims, CLAIMS_REFUSED[name](int(time.time())))))


@pytest.mark.parametrize("name", HEADERS_REFUSED)
def test_headers(platform, person, key, name):
    header, claims = parts_of(person.token)
    refused(platform, signed(key, changed(header, HEADERS_REFUSED[name]), claims))


def test_names_said_twice(platform, person, key):
    header, claims = parts_of(person.token)
    refused(platform, signed(key, b'{"alg":"none",' + json.dumps(header).encode()[1:], claims))
    refused(platform, signed(key, header, b'{"role":"OWNER",' + json.dumps(claims).encode()[1:]))


def test_keys_of_the_senders_own(platform, person):
    header, claims = parts_of(person.token)
    own = ec.generate_private_key(ec.SECP256R1())
    for trick in ({}, {"jwk": jwk_of(own)}, {"jku": NOWHERE}, {"kid": "x"}, {"x5c": ["MIIB"]}):
        refused(platform, signed(own, header | trick, claims))


def test_signatures(platform, person, key):
    header, claims = parts_of(person.token)
    head = person.token.rpartition(".")[0]
    for signature in (b"", b"\0" * 64, b"\0" * 31 + b"\1" + b"\0" * 31 + b"\1", b"\xff" * 64):
        refused(platform, f"{head}.{packed(signature)}")
    refused(platform, signed(key, header, claims, der=True))
    refused(platform, person.token + "=")
    refused(platform, person.token[:-1] + chr(ord(person.token[-1]) + 1))        # other bits, the same bytes


def test_the_other_signature_that_verifies_alike(platform, person, key):
    refused(platform, signed(key, *parts_of(person.token), high_s=True))


def test_the_public_key_as_a_secret(platform, person, key):
    header, claims = parts_of(person.token)
    public = key.public_key()
    for secret in (public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
                   public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo), json.dumps(jwk_of(key)).encode()):
        head = packed(json.dumps(header | {"alg": "HS256"}).encode()) + "." + packed(json.dumps(claims).encode())
        refused(platform, head + "." + packed(hmac.new(secret, head.encode(), hashlib.sha256).digest()))


@pytest.mark.parametrize("service", ["auth", "catalog"])
def test_a_service_is_no_person(platform, person, service):
    header, claims = parts_of(person.token)
    own, now = service_key(platform, service), int(time.time())
    token = {"iss": service, "aud": "auth", "iat": now, "exp": now + 60, "jti": "1", "tid": claims["tid"], "sub": claims["sub"]}
    for body in (token, token | {"aud": "catalog"}, claims, claims | {"iss": service}):
        refused(platform, signed(own, {"alg": "ES256", "typ": "JWT", "kid": service}, body))


def test_only_the_header_carries_a_token(platform, person):
    platform.api.get("/api/v1/users/me", query={"access_token": person.token}).expect(400, 401)
    platform.api.get("/api/v1/users/me", headers={"Cookie": f"access_token={person.token}"}).expect(401)
    for value in (person.token, f"Basic {person.token}", f"Bearer  {person.token}", f"Bearer {person.token}, Bearer x"):
        platform.api.get("/api/v1/users/me", headers={"Authorization": value}).expect(401)


def test_a_session_that_ended_is_refused_everywhere_within_a_second(platform, person):
    gone = platform.log_in(person.email)
    gone.post("/api/v1/auth/logout").expect(204)
    by = time.monotonic() + 10      # ten times that: the machine may be full of other tests
    while {gone.get(path).status for path in ("/api/v1/users/me", "/api/v1/pocs")} != {401}:
        assert time.monotonic() < by, "still believed"
