"""Streams of Server-Sent Events, as a client reads them."""

import http.client
import json
import time
from urllib.parse import urlsplit


class Stream:
    """Reads events as they come: {"event": ..., "id": ..., "data": {...}}."""

    def __init__(self, person, path: str, **headers: str):
        where = urlsplit(person.url)
        self.link = http.client.HTTPConnection(where.hostname, where.port, timeout=20, source_address=(person.source, 0))
        self.link.request("GET", path, headers={"Authorization": f"Bearer {person.token}"} | headers)
        self.answer = self.link.getresponse()
        assert self.answer.status == 200 and self.answer.headers["content-type"].startswith("text/event-stream")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.answer.close()
        self.link.close()

    def next(self) -> dict | None:
        """Nothing once it has ended. Signs of life are passed over."""
        event: dict = {}
        while line := self.answer.readline().decode():
            if line == "\n" and event:
                return event | {"data": json.loads(event["data"])}
            name, colon, value = line.rstrip("\n").partition(": ")
            if name and colon:
                event[name] = value
        return None

    def until(self, is_last) -> list[dict]:
        events = []
        while (event := self.next()) is not None:
            events.append(event)
            if is_last(event):
                return events
        raise AssertionError(f"it ended after {events}")

    def rest(self) -> list[dict]:
        return list(iter(self.next, None))


def is_ready(event) -> bool:
    return event["event"] == "ready"


def ends_with_the_session(person, path: str) -> None:
    with Stream(person, path) as stream:
        stream.until(is_ready)
        person.post("/api/v1/auth/logout").expect(204)
        begun = time.monotonic()
        assert stream.rest() == []
    assert time.monotonic() - begun < 30, "not with its token, which is good for ten minutes"


# A query and headers that no stream takes, and what is wrong.
NOT_MEANT = [
    ("?seconds=-1", {}, "query:seconds"), ("?seconds=3601", {}, "query:seconds"), ("", {"Last-Event-ID": "x"}, "header:Last-Event-ID"),
    ("", {"Last-Event-ID": "1" * 20}, "header:Last-Event-ID")]
