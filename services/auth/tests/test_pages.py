"""Whatever a mailed link has become, whoever follows it ends on a page that says what to do next, in their language."""

import re
from urllib.parse import urlencode

import pytest

from test_journey import PASSWORD, log_in, new_address, sign_up
from test_members import INVITATIONS

VERIFY, RESET, ACCEPT = "/api/v1/auth/verify-email", "/api/v1/auth/reset-password", "/api/v1/auth/accept-invitation"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
NEW = "another long sentence"


def page(answer, status, *words, language="pt-BR"):
    """The text of the page, after what every page has."""
    answer.expect(status)
    assert answer.headers["content-type"] == "text/html; charset=utf-8" and answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-language"] == language
    html = answer.body.decode()
    assert f'<html lang="{language}">' in html and "<script" not in html
    assert "<form" in html or 'class="go"' in html, "there is a next step"
    for word in words:
        assert word in html, f"{word!r} is not in {html}"
    return html


def post(api, path, token="", headers=None, **fields):
    return api.post(path, urlencode({"token": token} | fields).encode(), headers=FORM | (headers or {}))


@pytest.fixture(scope="module")
def owner(platform):
    return platform.sign_up(company="Souza Labs")


def invited(platform, owner, address):
    before = platform.mails_to(address)
    invitation = owner.post(INVITATIONS, {"email": address, "role": "USER"}).expect(201).json
    return platform.mail_to(address, after=before).token, invitation["invitationId"]


def reset_token(platform, address):
    before = platform.mails_to(address)
    platform.api.post("/api/v1/auth/forgot-password", {"email": address}).expect(202)
    return platform.mail_to(address, after=before).token


@pytest.mark.parametrize("path", [VERIFY, RESET, ACCEPT, "/api/v1/auth/verification-mails", "/api/v1/auth/forgot-password"])
def test_what_is_refused_before_a_page_is_told_in_a_page(platform, path):
    refused = platform.api.request("DELETE", path, headers=BROWSER)
    page(refused, 405, "Não dá para fazer isso aqui", "Este recurso não aceita esse método.", "Ir para o Mr Bill")
    assert "POST" in refused.headers["allow"]
    page(platform.api.get(f"{path}/nothing", headers=BROWSER | {"Accept-Language": "en"}), 404, "There is nothing here", language="en")
    page(platform.api.post(path, b"x" * ((1 << 16) + 1), headers=FORM), 413, "O corpo da requisição é maior do que o aceito")
    assert platform.api.request("DELETE", path).expect(405).code == "method_not_allowed", "a program"


def test_confirming_an_address_twice_ends_in_pages(platform):
    api, address = platform.api, new_address()
    sign_up(api, address).expect(201)
    token = platform.mail_to(address).token
    link = f"{VERIFY}?token={token}&utm_source=mail"          # what mail programs hang on does not count
    page(api.get(link), 200, "Confirme seu e-mail", token, "Confirmar")
    done = post(api, VERIFY, token)
    page(done, 200, "E-mail confirmado")
    assert done.headers["set-cookie"].startswith("mrbill_device_")
    page(post(api, VERIFY, token), 400, "Este e-mail já foi confirmado")
    page(api.get(link), 410, "Este e-mail já foi confirmado")
    page(api.get(link, headers={"Accept-Language": "en"}), 410, "This address is confirmed already", language="en")


@pytest.mark.parametrize("path", [VERIFY, RESET, ACCEPT])
@pytest.mark.parametrize("query", ["", "?token=", "?token=cut", "?token=%ff", "?token=" + "x" * 2000, "?token=%3Cb%3E", "?other=1",
                                   "?token=" + "A" * 43, "?token=a&token=b"])
def test_a_broken_link_ends_in_a_page(platform, path, query):
    html = page(platform.api.get(path + query), 404, "Este link não funciona")
    assert "<b>" not in html


@pytest.mark.parametrize("path", [VERIFY, RESET, ACCEPT])
def test_a_form_with_a_broken_token_ends_in_a_page(platform, path):
    for token in ("", "cut", "A" * 43):
        page(post(platform.api, path, token, password=NEW), 400, "Este link não funciona")


def test_an_expired_link_offers_another_mail(platform):
    api, address = platform.api, new_address()
    sign_up(api, address).expect(201)
    token = platform.mail_to(address).token
    platform.sql("auth", f"UPDATE email_tokens SET expires_at = now() - interval '1 hour' WHERE user_id = "
                         f"(SELECT user_id FROM users WHERE email = '{address}')")
    html = page(api.get(f"{VERIFY}?token={token}"), 410, "Este link expirou", "Enviar outro link")
    action = re.search(r'action="([^"]+)"', html)[1]
    page(api.post(action, urlencode({"email": address}).encode(), headers=FORM), 200, "Confira seu e-mail", address)
    again = platform.mail_to(address, after=1).token
    page(post(api, VERIFY, again), 200, "E-mail confirmado")
    page(api.post(action, b"email=nobody", headers=FORM), 400, "não é um endereço de e-mail válido")


def test_a_new_password_is_asked_for_again_until_it_is_one(platform):
    person = platform.sign_up()
    token = reset_token(platform, person.email)
    api = platform.api
    page(api.get(f"{RESET}?token={token}"), 200, "Crie uma nova senha", 'autocomplete="new-password"')
    page(post(api, RESET, token, password="short"), 400, "pelo menos 15 caracteres", token)
    page(post(api, RESET, token, password="passwordpassword"), 400, "primeiras que alguém tentaria", token)
    page(post(api, RESET, token, password=NEW), 200, "Senha alterada")
    page(post(api, RESET, token, password=NEW), 400, "Este link já foi usado", "Enviar outro link")
    page(api.get(f"{RESET}?token={token}"), 410, "Este link já foi usado")
    log_in(api, person.email, NEW).expect(200)


def test_who_has_no_account_gets_one_by_the_page(platform, owner):
    api, address = platform.api, new_address()
    token, _ = invited(platform, owner, address)
    page(api.get(f"{ACCEPT}?token={token}"), 200, "Participe da empresa “Souza Labs”", "“Some Body” convidou", address, 'name="fullName"')
    page(post(api, ACCEPT, token, fullName="Rui Lima", password="short"), 400, "pelo menos 15 caracteres", token)
    joined = post(api, ACCEPT, token, fullName="Rui Lima", password=PASSWORD)
    page(joined, 200, "Você agora faz parte de “Souza Labs”", address)
    assert joined.headers["set-cookie"].startswith("mrbill_device_")
    page(api.get(f"{ACCEPT}?token={token}"), 410, "Este convite já foi aceito", address)
    page(post(api, ACCEPT, token, fullName="Rui Lima", password=PASSWORD), 400, "Este convite já foi aceito")
    me = api.get("/api/v1/users/me", token=log_in(api, address).expect(200).json["accessToken"]).json
    assert (me["locale"], me["timeZone"], me["tenantId"]) == ("pt-BR", "America/Sao_Paulo", owner.tenant_id)


def test_who_has_an_account_accepts_with_its_password(platform, owner):
    person = platform.sign_up()
    api = platform.api
    token, _ = invited(platform, owner, person.email)
    html = page(api.get(f"{ACCEPT}?token={token}"), 200, "já tem uma conta", 'autocomplete="current-password"', "Esqueci minha senha")
    assert 'name="fullName"' not in html
    page(post(api, ACCEPT, token, password="wrong"), 401, "A senha não confere", token)
    page(post(api, ACCEPT, token, password=PASSWORD), 200, "Você agora faz parte de “Souza Labs”")
    platform.log_in(person.email, tenant_id=owner.tenant_id)


def test_guessing_behind_a_page_is_slowed_with_a_page(platform, owner):
    person = platform.sign_up()
    token, _ = invited(platform, owner, person.email)
    api = platform.api
    answers = [post(api, ACCEPT, token, password="wrong wrong wrong") for _ in range(12)]
    html = page(answers[-1], 429, "Muitas tentativas. ", token)
    assert _wait(int(answers[-1].headers["retry-after"])) in html


def _wait(seconds: int) -> str:
    if seconds <= 1:
        return "Tente de novo daqui a pouco"
    return f"Aguarde {seconds} segundos" if seconds <= 120 else f"Aguarde {-(-seconds // 60)} minutos"


def test_a_withdrawn_and_an_expired_invitation_say_whom_to_ask(platform, owner):
    api, address = platform.api, new_address()
    token, invitation = invited(platform, owner, address)
    platform.sql("auth", f"UPDATE invitations SET expires_at = now() - interval '1 hour' WHERE invitation_id = '{invitation}'")
    page(api.get(f"{ACCEPT}?token={token}"), 410, "Este convite expirou", "Peça a “Some Body”")
    token, invitation = invited(platform, owner, new_address())
    owner.delete(f"{INVITATIONS}/{invitation}").expect(204)
    page(api.get(f"{ACCEPT}?token={token}"), 410, "Este convite foi cancelado", "“Some Body”")
    page(post(api, ACCEPT, token, fullName="x", password=PASSWORD), 400, "Este convite foi cancelado")


def test_somebody_else_is_told_whose_invitation_it_is(platform, owner):
    somebody, address = platform.sign_up(), new_address()
    token, _ = invited(platform, owner, address)
    mine = {"Authorization": f"Bearer {somebody.token}"}
    page(post(platform.api, ACCEPT, token, headers=mine, password=PASSWORD), 403, "Este convite é de outra pessoa", address)
    page(platform.api.get(f"{ACCEPT}?token={token}"), 200, address)
    member = platform.invite(owner)
    token, _ = invited(platform, owner, new_address())
    platform.sql("auth", f"UPDATE invitations SET email = '{member.email}' WHERE accepted_at IS NULL AND revoked_at IS NULL "
                         f"AND invitation_id = (SELECT invitation_id FROM invitations ORDER BY created_at DESC LIMIT 1)")
    page(post(platform.api, ACCEPT, token, password=PASSWORD), 409, "Você já faz parte de “Souza Labs”")


def test_names_on_a_page_are_text_and_no_links(platform):
    bait = '<b>win</b> at http://evil.example/ "'
    owner = platform.sign_up(company=bait)
    token, _ = invited(platform, owner, new_address())
    html = page(platform.api.get(f"{ACCEPT}?token={token}"), 200)
    assert "<b>" not in html and "evil.example" not in html and "://" not in html


def test_a_program_is_answered_as_before(platform):
    api = platform.api
    assert api.post(VERIFY, {"token": "A" * 43}).expect(400).code == "invalid_token"
    assert api.post(RESET, {"token": "A" * 43, "password": NEW}).expect(400).code == "invalid_token"
    assert api.post(ACCEPT, {"token": "cut"}).expect(400).code == "invalid_request"
