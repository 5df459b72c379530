"""Asking for films and reports, and waiting for them."""

from __future__ import annotations

import time

from platform_fixtures import Person

VIDEOS, REPORTS = "/api/v1/content/videos", "/api/v1/content/reports"
WAIT = 120.0     # seconds: the machine may be full of other tests


def path_of(url: str) -> str:
    return "/" + url.split("://", 1)[1].split("/", 1)[1]


def register(person: Person, *names: str, **more: object) -> list[str]:
    return [person.post("/api/v1/pocs", {"name": name} | more).expect(201).json["pocId"] for name in names]


def ask(person: Person, kind: str, title: str = "My year", **spec: object) -> str:
    answer = person.post(kind, {"title": title} | spec).expect(202).json
    assert answer["status"] == "PENDING" and answer["estimatedCompletionTime"]
    return answer["requestId" if kind == VIDEOS else "reportId"]


def wait(person: Person, kind: str, request: str, *statuses: str, seconds: float = WAIT) -> dict:
    """What it is once it is over, or once it has one of the statuses."""
    deadline, last = time.monotonic() + seconds, -1
    while True:
        state = person.get(f"{kind}/{request}").expect(200).json
        assert state["progress"] >= last, "progress fell"
        last = state["progress"]
        if state["status"] in (statuses or ("COMPLETED", "FAILED")):
            return state
        assert time.monotonic() < deadline, f"still {state['status']} at {state['progress']} %"
        time.sleep(0.02)


def make(person: Person, kind: str, title: str = "My year", **spec: object) -> dict:
    state = wait(person, kind, ask(person, kind, title, **spec))
    assert state["status"] == "COMPLETED", state
    return state
