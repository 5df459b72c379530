"""Sign in, create, search, list, a report, delete: against any deployment; then as a person does it, through the app, where there is a
browser. Prints one line a step."""

from __future__ import annotations

import secrets
import time
from pathlib import Path
from typing import Callable

from . import failures
from .client import Client
from .smoke_app import App

SEEN_SECONDS = 5.0
REPORT_SECONDS = 30.0


def run(checkout: Path, url: str, email: str, password: str) -> int:
    """0 when every step went well. What was created is deleted, also after a failed step."""
    url = url.rstrip("/")
    walk = Walk(Client(url, timeout=15))
    steps: list[tuple[str, Callable[[], None]]] = [
        ("sign in", lambda: walk.sign_in(email, password)), ("create", walk.create), ("search", walk.search),
        ("list", walk.list), ("report", walk.report), ("delete", walk.delete)]
    failed = sum(not _took(name, step) for name, step in steps) if _took(*steps.pop(0)) else 1
    if walk.is_signed_in:
        failed += _through_app(checkout, walk, url, email, password)
    print(f"{url}: {'all steps passed' if not failed else '1 step failed' if failed == 1 else f'{failed} steps failed'}")
    return 1 if failed else 0


def _took(name: str, step: Callable[[], None]) -> bool:
    begun = time.monotonic()
    try:
        step()
    except Exception as error:  # whatever it is, it is this step's failure
        return _told(name, failures.told(error) or str(error))
    return _told(name, None, (time.monotonic() - begun) * 1000)


def _told(name: str, error: str | None, milliseconds: float = 0) -> bool:
    print(f"failed  {name}: {error}" if error else f"ok      {name} ({milliseconds:.0f} ms)")
    return error is None


def _through_app(checkout: Path, walk: "Walk", url: str, email: str, password: str) -> int:
    """How many steps failed. Where there is no browser it is left out, and said so."""
    app = App.here(checkout)
    if isinstance(app, str):
        print(f"left out  through the app: {app}")
        return 0
    name = f"{walk.name} app"
    try:
        steps = app.walk(url, email, password, name)
        return sum(not _told(f"through the app: {step.name}", step.error, step.milliseconds) for step in steps)
    finally:
        walk.clear(name)


class Walk:
    def __init__(self, api: Client) -> None:
        self.api = api
        self.name = f"smoke {secrets.token_hex(6)}"
        self.poc: dict = {}
        self.etag = "*"

    @property
    def is_signed_in(self) -> bool:
        return self.api.token is not None

    def sign_in(self, email: str, password: str) -> None:
        self.api = self.api.log_in(email, password)

    def create(self) -> None:
        answer = self.api.post("/api/v1/pocs", {
            "name": self.name, "description": "Made by a smoke test, deleted by it.", "repositoryUrl": None,
            "language": "C++", "tags": ["smoke"], "frameworks": [], "isPublic": False}).expect(201)
        self.poc, self.etag = answer.json, answer.headers.get("etag", "*")

    def search(self) -> None:
        deadline = time.monotonic() + SEEN_SECONDS
        while self.poc["pocId"] not in self._found({"search": self.name}):
            if time.monotonic() > deadline:
                raise AssertionError("what was created is not found by its name")

    def list(self) -> None:
        if self.poc["pocId"] not in self._found({"pageSize": 100}):
            raise AssertionError("what was created is not among the newest 100")

    def report(self) -> None:
        """A report of what was created alone: its tag is nobody else's."""
        spec = {"title": self.name, "format": "CSV", "includeTags": ["smoke"]}
        path = "/api/v1/content/reports/" + self.api.post("/api/v1/content/reports", spec).expect(202).json["reportId"]
        try:
            deadline = time.monotonic() + REPORT_SECONDS
            while (report := self.api.get(path).expect(200).json)["status"] not in ("COMPLETED", "FAILED"):
                if time.monotonic() > deadline:
                    raise AssertionError(f"it is {report['status']} at {report['progress']} %")
                time.sleep(0.05)
            if report["status"] != "COMPLETED" or not report["pocCount"]:
                raise AssertionError(report["errorMessage"] or "it is empty")
        finally:
            self.api.delete(path).expect(204)

    def delete(self) -> None:
        self.api.delete(f"/api/v1/pocs/{self.poc['pocId']}", headers={"If-Match": self.etag}).expect(204)
        self.api.get(f"/api/v1/pocs/{self.poc['pocId']}").expect(404)

    def _found(self, query: dict) -> set[str]:
        return {item["pocId"] for item in self.api.get("/api/v1/pocs", query=query).expect(200).json["items"]}

    def clear(self, name: str) -> None:
        """Whatever is called so, however far the walk came."""
        for poc in self.api.get("/api/v1/pocs", query={"pageSize": 100}).expect(200).json["items"]:
            if poc["name"] == name:
                self.api.delete(f"/api/v1/pocs/{poc['pocId']}", headers={"If-Match": "*"}).expect(204)
        for report in self.api.get("/api/v1/content/reports").expect(200).json["items"]:
            if report["title"] == name:
                self.api.delete(f"/api/v1/content/reports/{report['reportId']}").expect(204)
