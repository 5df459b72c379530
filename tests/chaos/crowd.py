"""People who use the platform through the gateway without pause, each on one kept connection as browsers do, and count what fails.

Nothing is asked twice: a failure is a failure. What HTTP itself leaves to the client is done as every client does: when a kept
connection was closed before the first byte of an answer, a request that changes nothing is sent once more on a new one.
"""

from __future__ import annotations

import http.client
import json
import threading
import time
from dataclasses import dataclass, field

from local.client import Client

PAUSE = 0.2


@dataclass
class Visitor:
    """Does `ask(number)` (method, path, body) again and again."""

    client: Client
    ask: callable
    answered: int = 0
    failed: list[str] = field(default_factory=list)
    slowest: float = 0.0
    stopping: threading.Event = field(default_factory=threading.Event)

    def start(self) -> "Visitor":
        self._thread = threading.Thread(target=self._visit, daemon=True)
        self._thread.start()
        return self

    def finish(self) -> None:
        self.stopping.set()
        self._thread.join(60)
        assert not self._thread.is_alive(), "a request was never answered"

    def _visit(self) -> None:
        link, number = self.client._connection(), 0
        while not self.stopping.is_set():
            number += 1
            begun = time.monotonic()
            try:
                status, text = self._once(link, *self.ask(number))
            except (OSError, http.client.HTTPException) as error:
                status, text = 0, f"{type(error).__name__} {error}"
                link.close()
            self.slowest = max(self.slowest, time.monotonic() - begun)
            if 200 <= status < 300:
                self.answered += 1
            elif status == 429:  # a bound of its own, however the platform is
                time.sleep(PAUSE)
            else:
                self.failed.append(f"{time.strftime('%H:%M:%S')} {status} {self.ask(number)[:2]} {text[:160]}")

    def _once(self, link: http.client.HTTPConnection, method: str, path: str, body: dict | None = None) -> tuple[int, str]:
        headers = {"Authorization": f"Bearer {self.client.token}"} if self.client.token else {}
        data = json.dumps(body) if body is not None else None
        if data:
            headers["Content-Type"] = "application/json"
        link.request(method, path, data, headers)
        answer = link.getresponse()
        return answer.status, answer.read().decode(errors="replace")


class Crowd:
    """`with Crowd(visitors) as crowd: ...; crowd.failed()`"""

    def __init__(self, visitors: list[Visitor]) -> None:
        self.visitors = visitors

    def __enter__(self) -> "Crowd":
        for visitor in self.visitors:
            visitor.start()
        self.wait_for_more(5)
        return self

    def __exit__(self, *_: object) -> None:
        for visitor in self.visitors:
            visitor.finish()

    def wait_for_more(self, each: int, seconds: float = 60) -> None:
        """Until every one of them has been answered so many times more."""
        wanted = [visitor.answered + each for visitor in self.visitors]
        deadline = time.monotonic() + seconds
        while any(visitor.answered < number for visitor, number in zip(self.visitors, wanted)):
            assert time.monotonic() < deadline, f"nobody answers: {self.failed()[-3:]}"
            time.sleep(0.02)

    def failed(self) -> list[str]:
        return [one for visitor in self.visitors for one in visitor.failed]

    def answered(self) -> int:
        return sum(visitor.answered for visitor in self.visitors)


def usual(person: Client, marker: str) -> list[Visitor]:
    """What people do: lists, searches, writes, themselves, films; some of each."""
    poc = person.post("/api/v1/pocs", {"name": f"{marker} first"}).expect(201).json["pocId"]
    asks = [
        lambda n: ("GET", "/api/v1/pocs?pageSize=20"),
        lambda n: ("GET", f"/api/v1/pocs?search={marker}"),
        lambda n: ("GET", f"/api/v1/pocs/{poc}"),
        lambda n: ("POST", "/api/v1/pocs", {"name": f"{marker} number{n}"}),
        lambda n: ("GET", "/api/v1/users/me"),
        lambda n: ("GET", "/api/v1/content/videos"),
        lambda n: ("GET", "/api/v1/pocs/facets"),
        lambda n: ("POST", "/api/v1/pocs", {"name": f"{marker} other{n}", "tags": ["restart"]}),
    ]
    return [Visitor(person, ask) for ask in asks]
