"""A small HTTP client for JSON over one address; for the demo, smoke and the tests.

    api = Client("http://localhost:8080")
    token = api.log_in("ana@example.org", "a password")
    api.get("/api/v1/pocs", query={"search": "kafka"}).json["items"]
"""

from __future__ import annotations

import gzip
import http.client
import json
import socket
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode, urlsplit


@dataclass
class Answer:
    status: int
    headers: dict[str, str]          # names in lower case
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body) if self.body else None

    @property
    def code(self) -> str | None:
        """The code of a problem, None when it is none."""
        is_problem = self.headers.get("content-type", "").startswith("application/problem+json")
        return self.json.get("code") if is_problem else None

    def expect(self, *statuses: int) -> "Answer":
        if self.status not in statuses:
            raise UnexpectedAnswer(f"expected {' or '.join(map(str, statuses))}, got {self.status}: "
                                   f"{self.body[:600].decode(errors='replace')}")
        return self


class UnexpectedAnswer(AssertionError):
    pass


@dataclass
class Client:
    url: str
    token: str | None = None
    timeout: float = 30.0
    headers: dict[str, str] = field(default_factory=dict)
    source: str | None = None        # a loopback address to call from, such as 127.3.2.1: another network to a throttle
    coding: str | None = None        # gzip or br: asks for answers in it, as browsers do

    def request(self, method: str, path: str, body: Any = None, *, query: dict | None = None,
                headers: dict[str, str] | None = None, token: str | None = None) -> Answer:
        """`body` is sent as it is when bytes or str, else as JSON. One connection a request: no state between calls."""
        sent = {"Accept": "application/json"} | self.headers
        bearer = token or self.token
        if bearer:
            sent["Authorization"] = f"Bearer {bearer}"
        data = body
        if body is not None and not isinstance(body, (bytes, str)):
            data = json.dumps(body)
            sent["Content-Type"] = "application/merge-patch+json" if method == "PATCH" else "application/json"
        if self.coding:
            sent["Accept-Encoding"] = self.coding
        sent |= headers or {}
        link = self._connection()
        try:
            self._connect(link)
            link.request(method, path + (f"?{urlencode(query)}" if query else ""),
                         data.encode() if isinstance(data, str) else data, sent)
            answer = link.getresponse()
            named = _joined(answer.getheaders())
            return Answer(answer.status, named, _decoded(answer.read(), named.get("content-encoding")))
        finally:
            link.close()

    def _connect(self, link: http.client.HTTPConnection) -> None:
        """The same kinds of failure, in words that name the address."""
        try:
            link.connect()
        except ConnectionRefusedError as error:
            raise ConnectionRefusedError(f"nobody answers at {self.url}: is it up? (./mrbill status)") from error
        except socket.gaierror as error:
            raise socket.gaierror(f"there is no machine of that name: {self.url} ({error.strerror})") from error
        except TimeoutError as error:
            raise TimeoutError(f"{self.url} did not answer within {self.timeout:.0f} s: is it the right address?") from error

    def _connection(self) -> http.client.HTTPConnection:
        parts = urlsplit(self.url)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        host = "127.0.0.1" if parts.hostname == "localhost" else parts.hostname
        return kind(host, parts.port, timeout=self.timeout, source_address=(self.source, 0) if self.source else None)

    def get(self, path: str, **more: Any) -> Answer:
        return self.request("GET", path, **more)

    def post(self, path: str, body: Any = None, **more: Any) -> Answer:
        return self.request("POST", path, body, **more)

    def put(self, path: str, body: Any = None, **more: Any) -> Answer:
        return self.request("PUT", path, body, **more)

    def patch(self, path: str, body: Any = None, **more: Any) -> Answer:
        return self.request("PATCH", path, body, **more)

    def delete(self, path: str, **more: Any) -> Answer:
        return self.request("DELETE", path, **more)

    def log_in(self, email: str, password: str, tenant_id: str | None = None) -> "Client":
        """A client of the same address that calls as this person."""
        body = {"email": email, "password": password} | ({"tenantId": tenant_id} if tenant_id else {})
        tokens = self.post("/api/v1/auth/login", body).expect(200).json
        return replace(self, token=tokens["accessToken"])


def _joined(fields: list[tuple[str, str]]) -> dict[str, str]:
    """By lower-case name; a field that comes twice, such as Vary, is the list of both. Cookies are no list: one a line."""
    named: dict[str, str] = {}
    for name, value in fields:
        key = name.lower()
        if key not in named:
            named[key] = value
        else:
            named[key] += f"\n{value}" if key == "set-cookie" else f", {value}"
    return named


def _decoded(body: bytes, coding: str | None) -> bytes:
    if not body or coding is None:
        return body
    if coding == "gzip":
        return gzip.decompress(body)
    if coding == "br":
        import brotli  # of a test that asked for it
        return brotli.decompress(body)
    raise UnexpectedAnswer(f"an answer in {coding}, which nobody asked for")
