"""A tenant with something to steal, and everybody who might want it."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass

from local.client import Answer, Client
from platform_fixtures import Person, RunningPlatform

POC = {"name": "Ray tracer", "description": None, "repositoryUrl": None, "language": "C++", "tags": ["graphics"],
       "frameworks": ["SDL"], "isPublic": False}


@dataclass
class Scene:
    """`owner` owns everything in the tenant; the marker is in every text of theirs that others must not see."""

    owner: Person
    actors: dict[str, Client]
    marker: str

    def poc(self, *, public: bool) -> dict:
        body = POC | {"name": f"{'public' if public else self.marker} ray tracer", "isPublic": public}
        return self.owner.post("/api/v1/pocs", body).expect(201).json

    def job(self) -> str:
        line = f'{{"name": "{self.marker} imported"}}\n'
        answer = self.owner.post("/api/v1/pocs/imports", line, headers={"Content-Type": "application/x-ndjson"})
        return answer.expect(202).json["importId"]

    def invitation(self) -> str:
        body = {"email": f"{self.marker}-{secrets.token_hex(4)}@example.org", "role": "USER"}
        return self.owner.post("/api/v1/tenants/current/invitations", body).expect(201).json["invitationId"]


def build(platform: RunningPlatform) -> Scene:
    marker = f"canary{secrets.token_hex(4)}"
    owner = platform.sign_up(company=f"Company {marker}")
    leaver = platform.invite(owner)
    actors = {
        "anonymous": platform.api,
        "member": platform.invite(owner),
        "admin": platform.invite(owner, role="ADMIN"),
        "ex_member": leaver,
        "stranger": platform.sign_up(company="Another company"),
    }
    _remove(owner, leaver)
    return Scene(owner, actors, marker)


def _remove(owner: Person, leaver: Person) -> None:
    path = f"/api/v1/tenants/current/members/{leaver.user_id}"
    tag = owner.get(path).expect(200).headers["etag"]
    owner.delete(path, headers={"If-Match": tag}).expect(204)
    gone_by = time.monotonic() + 5
    while leaver.get("/api/v1/users/me").status != 401:
        assert time.monotonic() < gone_by, "a removed member's token still works"
        time.sleep(0.05)


def etag_of(client: Client, path: str) -> str:
    """The entity tag as its owner sees it: what an attacker may have guessed."""
    return client.get(path).expect(200).headers["etag"]


def leaks(answer: Answer, marker: str) -> bool:
    return marker in answer.body.decode(errors="replace") or any(marker in value for value in answer.headers.values())
