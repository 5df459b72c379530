"""The demo tenants: people.json, and for each author a JSON Lines file of POCs dated by days before today."""

from __future__ import annotations

import json
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

from .. import accounts
from ..client import Client
from ..description import TOKEN_CHECKER
from ..postgres import Postgres
from ..process import write_atomically
from ..state import State

FOLDER = Path(__file__).parent
IMPORT_SECONDS = 60.0


def load(state: State, url: str) -> list[dict]:
    """Creates what is missing of the demo and remembers the logins. Repeatable: rows are keyed by their repository."""
    logins = []
    for tenant in json.loads((FOLDER / "people.json").read_text()):
        logins += _load_tenant(Client(url), state.mail, tenant)
    write_atomically(state.demo, json.dumps(logins, indent=1), 0o644)  # the documentation shows them to everybody
    return logins


def remembered(state: State) -> list[dict]:
    return json.loads(state.demo.read_text()) if state.demo.exists() else []


# A login holds while the person may sign in as they were made: with that password, into that company.
_HOLDING = """
select email, case when user_id is null then 'the account is gone' when status <> 'ACTIVE' then 'the account is locked'
  when email_verified_at is null then 'the address is not verified' when password_changed_at > created_at then 'the password was changed'
  when not exists (select from memberships m where m.user_id = u.user_id and m.tenant_id = l."tenantId") then 'left the company' end
from jsonb_to_recordset('{logins}') as l(email text, "tenantId" uuid) left join users u using (email)"""


def expired(logins: list[dict], postgres: Postgres) -> dict[str, str]:
    """Of the logins that no longer hold, by address: why."""
    if not logins:
        return {}
    text = json.dumps([{name: login[name] for name in ("email", "tenantId")} for login in logins]).replace("'", "''")
    told = [line.partition("|") for line in postgres.sql(_HOLDING.format(logins=text), TOKEN_CHECKER.name).splitlines()]
    return {email: why for email, _, why in told if why}


def known_people() -> list[dict]:
    return [person for tenant in json.loads((FOLDER / "people.json").read_text()) for person in tenant["people"]]


def _load_tenant(api: Client, maildir: Path, tenant: dict) -> list[dict]:
    founder, *others = tenant["people"]
    accounts.sign_up(api, maildir, founder, tenant["company"])
    owner = api.log_in(founder["email"], founder["password"])
    for person in others:
        accounts.invite(owner, maildir, person, person["role"])
    for person in tenant["people"]:
        if "pocs" in person:
            import_pocs(api.log_in(person["email"], person["password"]), rows(FOLDER / person["pocs"]))
    tenant_id = owner.get("/api/v1/tenants/current").expect(200).json["tenantId"]
    return [{"email": person["email"], "password": person["password"], "tenantId": tenant_id, "role": person["role"]}
            for person in tenant["people"]]


def rows(file: Path, now: datetime | None = None) -> str:
    """The import file: `daysAgo` and `updatedDaysAgo` of each line become createdAt and updatedAt."""
    today = (now or datetime.now(timezone.utc)).replace(microsecond=0)
    lines = []
    for number, line in enumerate(file.read_text().splitlines()):
        row = json.loads(line)
        created = row.pop("daysAgo")
        updated = row.pop("updatedDaysAgo", created)
        row["createdAt"] = _moment(today, created, number)
        row["updatedAt"] = max(row["createdAt"], _moment(today, updated, number + 3))
        lines.append(json.dumps(row, ensure_ascii=False))
    return "\n".join(lines) + "\n"


def _moment(today: datetime, days: int, number: int) -> str:
    """Somewhere in the afternoon or evening of that day, never in the future."""
    day = today.replace(hour=13, minute=0, second=0) - timedelta(days=days)
    moment = day + timedelta(minutes=(number * 97) % 560)
    return min(moment, today).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def import_pocs(person: Client, jsonl: str) -> dict:
    """Imports as this person and waits for the end of the job."""
    job = person.post("/api/v1/pocs/imports", jsonl.encode(),
                      headers={"Content-Type": "application/x-ndjson"}).expect(202).json
    deadline = time.monotonic() + IMPORT_SECONDS
    while job["status"] in ("PENDING", "PROCESSING"):
        if time.monotonic() > deadline:
            raise TimeoutError(f"the import is not done after {IMPORT_SECONDS} s: {job}")
        time.sleep(0.1)
        job = person.get(f"/api/v1/pocs/imports/{job['importId']}").expect(200).json
    if job["status"] != "COMPLETED":
        raise RuntimeError(f"the import failed: {job}")
    return job
