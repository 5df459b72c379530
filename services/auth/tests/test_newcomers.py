"""A newcomer is spoken to in their language, and their days are their own, from the first moment."""

import secrets

import pytest

from test_journey import PASSWORD, new_address, sign_up
from test_members import INVITATIONS


def newcomer(api, headers=None, **preferences):
    address = new_address()
    body = {"email": address, "password": PASSWORD, "fullName": "Ana Souza", "companyName": "Souza Labs"} | preferences
    return address, api.post("/api/v1/users", body, headers=headers or {})


def test_who_asks_for_nothing_is_taken_for_a_brazilian(platform):
    address, created = newcomer(platform.api)
    assert (created.expect(201).json["locale"], created.json["timeZone"]) == ("pt-BR", "America/Sao_Paulo")
    mail = platform.mail_to(address)
    assert mail.subject == "Confirme seu e-mail" and mail.text.startswith("Olá, Ana!")
    user = created.json["userId"]
    assert platform.sql("auth", f"SELECT locale, time_zone FROM users WHERE user_id = '{user}'") == "pt-BR|America/Sao_Paulo"


@pytest.mark.parametrize(("header", "locale", "greeting"), [
    ("pt-BR,pt;q=0.9", "pt-BR", "Olá, Ana!"), ("en-US,en;q=0.9,pt;q=0.1", "en-US", "Hello Ana,"), ("de,fr;q=0.5", "pt-BR", "Olá, Ana!")])
def test_a_browsers_language_counts(platform, header, locale, greeting):
    address, created = newcomer(platform.api, {"Accept-Language": header})
    assert created.expect(201).json["locale"] == locale
    assert platform.mail_to(address).text.startswith(greeting)


def test_what_is_asked_for_counts_before_the_browser(platform):
    _, created = newcomer(platform.api, {"Accept-Language": "pt-BR"}, locale="EN-gb", timeZone="Europe/London")
    assert (created.expect(201).json["locale"], created.json["timeZone"]) == ("en-GB", "Europe/London")


@pytest.mark.parametrize("preference", [{"timeZone": zone}
                                  for zone in ("Mars/Olympus", "BRT", "UTC+3", "../../etc/passwd", "CET", "america/sao_paulo")]
                         + [{"locale": tag} for tag in ("--", "pt-", "portuguese-brazil")])
def test_zones_and_languages_are_checked_at_the_door(platform, person, preference):
    pointer = "/" + next(iter(preference))
    _, refused = newcomer(platform.api, **preference)
    assert [error["pointer"] for error in refused.expect(400).json["errors"]] == [pointer]
    tag = person.get("/api/v1/users/me").headers["etag"]
    refused = person.patch("/api/v1/users/me", preference, headers={"If-Match": tag}).expect(400)
    assert [error["pointer"] for error in refused.json["errors"]] == [pointer]


@pytest.mark.parametrize("zone", ["Mars/Olympus", "BRT", "UTC+3", "CET"])
def test_figures_are_counted_in_no_zone_that_the_profile_could_not_have(person, zone):
    refused = person.get("/api/v1/pocs/stats", query={"timeZone": zone}).expect(400)
    assert [error["pointer"] for error in refused.json["errors"]] == ["query:timeZone"]


def test_who_is_invited_brings_their_own(platform):
    owner, address = platform.sign_up(), new_address()
    owner.post(INVITATIONS, {"email": address, "role": "USER"}).expect(201)
    accept = {"token": platform.mail_to(address).token, "fullName": "Rui Lima", "password": PASSWORD, "locale": "pt-PT",
              "timeZone": "Europe/Lisbon"}
    platform.api.post("/api/v1/auth/accept-invitation", accept).expect(200)
    me = platform.log_in(address).get("/api/v1/users/me").json
    assert (me["locale"], me["timeZone"]) == ("pt-PT", "Europe/Lisbon")


def test_an_address_is_trimmed_wherever_it_is_typed(platform, person):
    api, blank = platform.api, f" {person.email.upper()}\t"
    api.post("/api/v1/auth/login", {"email": blank, "password": PASSWORD}).expect(200)
    api.post("/api/v1/auth/forgot-password", {"email": blank}).expect(202)
    assert sign_up(api, blank).expect(409).code == "email_taken"


def test_an_international_domain_is_one_account_in_both_spellings(platform):
    name = f"ana-{secrets.token_hex(6)}"
    typed, ascii_spelling = f"{name}@AÇAÍ.example", f"{name}@{'açaí'.encode('idna').decode()}.example"
    created = sign_up(platform.api, typed).expect(201)
    assert created.json["email"] == ascii_spelling
    assert sign_up(platform.api, ascii_spelling).expect(409).code == "email_taken"
    token = platform.mail_to(ascii_spelling).token
    platform.api.post("/api/v1/auth/verify-email", {"token": token}).expect(204)
    for spelling in (typed, ascii_spelling):
        platform.api.post("/api/v1/auth/login", {"email": spelling, "password": PASSWORD}).expect(200)


def test_who_accepts_by_password_is_known_on_their_network_and_device(platform):
    owner, person = platform.sign_up(), platform.sign_up()
    before = platform.mails_to(person.email)
    owner.post(INVITATIONS, {"email": person.email, "role": "USER"}).expect(201)
    token = platform.mail_to(person.email, after=before).token
    networks = f"SELECT count(*) FROM known_networks WHERE user_id = '{person.user_id}'"
    known = int(platform.sql("auth", networks))
    accepted = platform.api.post("/api/v1/auth/accept-invitation", {"token": token, "password": PASSWORD}).expect(200)
    assert accepted.headers["set-cookie"].startswith("mrbill_device_")
    assert int(platform.sql("auth", networks)) == known + 1
