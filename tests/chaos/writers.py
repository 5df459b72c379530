"""People who register POCs without pause, whatever happens to the platform, and remember what was acknowledged.

Each POC has an idempotency key and is sent again until it is acknowledged, as a good client does. So afterwards there must be
exactly as many POCs as were acknowledged: one less is a loss, one more a double effect.
"""

from __future__ import annotations

import http.client
import threading
import time
import uuid
from dataclasses import dataclass, field

from local.client import Client

RETRY = (409, 429, 502, 503, 504)      # 409: the first attempt with this key is still running
PAUSE = 0.02                           # seconds between attempts


@dataclass
class Writer:
    client: Client
    marker: str
    acknowledged: dict[str, str] = field(default_factory=dict)     # pocId -> name
    refused: list[str] = field(default_factory=list)               # statuses that no client should see
    stopping: threading.Event = field(default_factory=threading.Event)

    def start(self) -> "Writer":
        self._thread = threading.Thread(target=self._write, daemon=True)
        self._thread.start()
        return self

    def finish(self) -> None:
        self.stopping.set()
        self._thread.join(60)
        assert not self._thread.is_alive(), "a write was never answered"

    def _write(self) -> None:
        number = 0
        while not self.stopping.is_set():
            number += 1
            self._until_acknowledged(f"{self.marker} number{number}")

    def _until_acknowledged(self, name: str) -> None:
        key = str(uuid.uuid4())
        deadline = time.monotonic() + 45
        while time.monotonic() < deadline:
            try:
                answer = self.client.post("/api/v1/pocs", {"name": name}, headers={"Idempotency-Key": key})
            except (OSError, http.client.HTTPException):
                time.sleep(PAUSE)
                continue
            if answer.status == 201:
                self.acknowledged[answer.json["pocId"]] = name
                return
            if answer.status not in RETRY:
                self.refused.append(f"{answer.status} {answer.body[:200]!r}")
                return
            time.sleep(PAUSE)
        self.refused.append(f"{name} was not acknowledged within 45 s")
