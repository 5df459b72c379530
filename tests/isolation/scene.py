"""A tenant with something to steal, and everybody who might want it."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field

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
    content: dict[str, str] = field(default_factory=dict)

    def poc(self, *, public: bool) -> dict:
        body = POC | {"name": f"{'public' if public else self.marker} ray tracer", "isPublic": public}
        return self.owner.post("/api/v1/pocs", body).expect(201).json

    def job(self) -> str:
        line = f'{{"name": "{self.marker} imported"}}\n'
        answer = self.owner.post("/api/v1/pocs/imports", line, headers={"Content-Type": "application/x-ndjson"})
        return answer.expect(202).json["importId"]

    def video(self) -> str:
        return self._made("videos", "requestId")

    def report(self) -> str:
        return self._made("reports", "reportId")

    def _made(self, kind: str, name: str) -> str:
        """The owner's, made, with the marker in its title; one is enough."""
        if kind not in self.content:
            path = f"/api/v1/content/{kind}"
            self.content[kind] = self.owner.post(path, {"title": f"{self.marker} {kind}"}).expect(202).json[name]
            gone_by = time.monotonic() + 20
            while self.owner.get(f"{path}/{self.content[kind]}").expect(200).json["status"] != "COMPLETED":
                assert time.monotonic() < gone_by, f"the {kind} are not made"
                time.sleep(0.05)
        return self.content[kind]

    def track(self) -> str:
        if "track" not in self.content:
            answer = self.owner.post("/api/v1/content/tracks", b"sound", query={"name": f"{self.marker} song"},
                                     headers={"Content-Type": "audio/mpeg"})
            self.content["track"] = answer.expect(201).json["trackId"]
        return self.content["track"]

    def saved_search(self) -> str:
        body = {"name": f"{self.marker} search", "query": {"search": self.marker}}
        if "saved_search" not in self.content:
            self.content["saved_search"] = self.owner.post("/api/v1/pocs/searches", body).expect(201).json["savedSearchId"]
        return self.content["saved_search"]

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
    actors["homeless"] = platform.log_in(leaver.email)
    return Scene(owner, actors, marker)


def _remove(owner: Person, leaver: Person) -> None:
    path = f"/api/v1/tenants/current/members/{leaver.user_id}"
    tag = owner.get(path).expect(200).headers["etag"]
    owner.delete(path, headers={"If-Match": tag}).expect(204)
    gone_by = time.monotonic() + 20
    while leaver.get("/api/v1/users/me").status != 401:
        assert time.monotonic() < gone_by, "a removed member's token still works"
        time.sleep(0.05)


def etag_of(client: Client, path: str) -> str:
    """The entity tag as its owner sees it: what an attacker may have guessed."""
    return client.get(path).expect(200).headers["etag"]


def leaks(answer: Answer, marker: str) -> bool:
    return marker in answer.body.decode(errors="replace") or any(marker in value for value in answer.headers.values())
