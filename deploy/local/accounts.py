"""Makes verified people through the public API and the mailed links. What was half done before is completed."""

from __future__ import annotations

from pathlib import Path

from . import mail
from .client import Client


def sign_up(api: Client, maildir: Path, person: dict, company: str) -> None:
    """Registers the founder of a new tenant and verifies the address. A verified one is left as they are."""
    answer = api.post("/api/v1/users", {
        "email": person["email"], "password": person["password"], "fullName": person["fullName"],
        "companyName": company, "role": "OWNER"} | _preferences(person)).expect(201, 409)
    if answer.status == 201:
        verify(api, maildir, person["email"])
    elif _log_in_code(api, person) == "verification_required":
        seen = len(mail.newest_first(maildir, person["email"]))
        api.post("/api/v1/auth/verification-mails", {"email": person["email"]}).expect(202)
        verify(api, maildir, person["email"], after=seen)


def _preferences(person: dict) -> dict:
    return {name: person[name] for name in ("locale", "timeZone") if name in person}


def _log_in_code(api: Client, person: dict) -> str | None:
    return api.post("/api/v1/auth/login", {"email": person["email"], "password": person["password"]}).code


def verify(api: Client, maildir: Path, address: str, after: int = 0) -> None:
    token = mail.wait_for(maildir, address, after=after).token
    api.post("/api/v1/auth/verify-email", {"token": token}).expect(204)


def invite(owner: Client, maildir: Path, person: dict, role: str) -> None:
    """Invites a person into the owner's tenant and accepts for them; a member is left as they are."""
    seen = len(mail.newest_first(maildir, person["email"]))
    invitation = {"email": person["email"], "role": role}
    answer = owner.post("/api/v1/tenants/current/invitations", invitation).expect(201, 409)
    if answer.code == "already_member":
        return
    if answer.code == "already_invited":
        _withdraw(owner, person["email"])
        owner.post("/api/v1/tenants/current/invitations", invitation).expect(201)
    token = mail.wait_for(maildir, person["email"], after=seen).token
    Client(owner.url, source=owner.source).post("/api/v1/auth/accept-invitation", {
        "token": token, "fullName": person["fullName"], "password": person["password"]} | _preferences(person)).expect(200)


def _withdraw(owner: Client, address: str) -> None:
    open_ones = owner.get("/api/v1/tenants/current/invitations", query={"pageSize": 100}).expect(200).json["items"]
    for invitation in open_ones:
        if invitation["email"] == address:
            owner.delete(f"/api/v1/tenants/current/invitations/{invitation['invitationId']}").expect(204, 404, 409)
