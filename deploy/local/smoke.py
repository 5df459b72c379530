"""Sign in, create, search, list, a report, delete: against any deployment. Prints one line a step."""

from __future__ import annotations

import secrets
import time
from typing import Callable

from . import failures
from .client import Client

SEEN_SECONDS = 5.0
REPORT_SECONDS = 30.0


def run(url: str, email: str, password: str) -> int:
    """0 when every step went well. What was created is deleted, also after a failed step."""
    walk = Walk(Client(url.rstrip("/"), timeout=15))
    steps: list[tuple[str, Callable[[], None]]] = [
        ("sign in", lambda: walk.sign_in(email, password)), ("create", walk.create), ("search", walk.search),
        ("list", walk.list), ("report", walk.report), ("delete", walk.delete)]
    failed = 0
    for name, step in steps:
        begun = time.monotonic()
        try:
            step()
            print(f"ok      {name} ({(time.monotonic() - begun) * 1000:.0f} ms)")
        except Exception as error:  # whatever it is, it is this step's failure
            failed += 1
            print(f"failed  {name}: {failures.told(error) or error}")
            if name == "sign in":
                break
    print(f"{url}: {'all steps passed' if not failed else f'{failed} of {len(steps)} steps failed'}")
    return 1 if failed else 0


class Walk:
    def __init__(self, api: Client) -> None:
        self.api = api
        self.name = f"smoke {secrets.token_hex(6)}"
        self.poc: dict = {}
        self.etag = "*"

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
