"""Every secret is used, refused and asked for while its service is away; afterwards no log knows it."""

from __future__ import annotations

import json
import re
import time
import uuid
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from local.description import NAMES

from platform_fixtures import PASSWORD

NEW_PASSWORD = "another long enough sentence"
BROKEN = r"(?:connect\(\) failed|recv\(\) failed|upstream prematurely closed connection)"
FILM = {"title": "My year", "durationSeconds": 20}


def path_of(url: str) -> str:
    return url.split("/", 3)[3].join(["/", ""])


def finished(person, path: str, body: dict, id_name: str) -> dict:
    made = person.post(path, body).expect(202).json
    deadline = time.monotonic() + 60
    while (state := person.get(f"{path}/{made[id_name]}").expect(200).json)["status"] != "COMPLETED":
        assert state["status"] != "FAILED" and time.monotonic() < deadline, state
        time.sleep(0.05)
    return state


class Secrets:
    """What must be in no log, and the addresses that carry it."""

    def __init__(self, platform) -> None:
        self.platform, self.words, self.paths = platform, {}, []
        self.owner = platform.sign_up()
        self._mailed()
        self._shared_and_signed()
        self._session()

    def _address(self, name: str, path: str, secret: str) -> None:
        assert len(secret) > 20 and secret in path
        self.words[name] = secret
        self.paths.append(path)

    def _mailed(self) -> None:
        newcomer = self.platform.sign_up(verified=False)
        link = self.platform.mail_to(newcomer.email).link
        self._address("verification", path_of(link), link.partition("token=")[2])
        self.platform.api.post("/api/v1/auth/forgot-password", {"email": self.owner.email}).expect(202)
        link = self.platform.mail_to(self.owner.email, after=1).link
        self._address("reset", path_of(link), link.partition("token=")[2])
        address = f"guest-of-{self.owner.email}"
        self.owner.post("/api/v1/tenants/current/invitations", {"email": address, "role": "USER"}).expect(201)
        link = self.platform.mail_to(address).link
        self._address("invitation", path_of(link), link.partition("token=")[2])

    def _shared_and_signed(self) -> None:
        self.owner.post("/api/v1/pocs", {"name": "one", "language": "Go"}).expect(201)
        film = finished(self.owner, "/api/v1/content/videos", FILM, "requestId")
        report = finished(self.owner, "/api/v1/content/reports", {"title": "My year", "format": "CSV"}, "reportId")
        for name, url in (("film", film["videoUrl"]), ("report", report["reportUrl"])):
            self._address(name, path_of(url), parse_qs(urlsplit(url).query)["signature"][0])
        share = self.owner.post(f"/api/v1/content/videos/{film['requestId']}/share").expect(200).json
        self._address("share", path_of(share["url"]), share["token"])

    def _session(self) -> None:
        """A session of its own: its tokens end with the reset."""
        other = self.platform.log_in(self.owner.email)
        self.words |= {"access token": other.token, "refresh token": other.refresh_token, "password": PASSWORD,
                       "new password": NEW_PASSWORD}

    def ask(self) -> None:
        """Each address as it is, as mail programs and proxies mangle it, and named by the page before."""
        for path in self.paths:
            for asked in (path, path.replace("?", "%3F"), f"/{path}", path.replace("?", ";"), "/nowhere" + path, path + "%00"):
                self.platform.api.get(asked)
            self.platform.api.get("/api/v1/users/me", headers={"Referer": f"{self.platform.url}{path}"})
            self.platform.api.get(f"/api/v1/pocs?search={quote(path)}", headers={"Referer": path})
        for name, body in (("auth/verify-email", {"token": self.words["verification"]}),
                           ("auth/reset-password", {"token": self.words["reset"] + "x", "password": NEW_PASSWORD}),
                           ("auth/accept-invitation", {"token": self.words["invitation"], "fullName": "x", "password": NEW_PASSWORD[:9]}),
                           ("auth/refresh", {"refreshToken": self.words["refresh token"]}),
                           ("auth/login", {"email": self.owner.email, "password": PASSWORD})):
            self.platform.api.post(f"/api/v1/{name}", body)
        self.platform.api.get("/api/v1/pocs", token=self.words["access token"])

    def use_up(self) -> None:
        self.platform.api.post("/api/v1/auth/reset-password", {"token": self.words["reset"], "password": NEW_PASSWORD}).expect(204)


def told(platform, secret: str) -> list[str]:
    """The lines of all logs that hold it."""
    return [f"{file.name}: {line[:300]}" for file in sorted((platform.state.root / "log").iterdir())
            for line in file.read_text(errors="replace").splitlines() if secret in line]


@pytest.mark.parametrize("away", [NAMES, ("postgres",), ("events", "cache")])
def test_no_secret_is_in_any_log_whatever_is_away(own_platform, away):
    secrets = Secrets(own_platform)
    secrets.ask()
    with own_platform.without(*away):
        secrets.ask()
    secrets.use_up()
    _wait_for_access_log(own_platform)
    assert {name: lines for name, word in secrets.words.items() if (lines := told(own_platform, word))} == {}


def _wait_for_access_log(platform) -> None:
    """nginx writes it once a second."""
    asked = "x-" + str(time.monotonic_ns())
    platform.api.get("/api/v1/last", headers={"X-Request-Id": asked})
    _wait_for_line(platform, "gateway-access", asked)


def _wait_for_line(platform, log: str, words: str) -> None:
    """What is behind a program writes its lines a moment later."""
    deadline = time.monotonic() + 60
    while words not in platform.log(log):
        assert time.monotonic() < deadline, f"{log} does not say {words}"
        time.sleep(0.05)


def _refusals_of(platform, port: int) -> list[str]:
    """A connection that was kept from before breaks, a new one is refused."""
    return [line for line in platform.log("gateway").splitlines() if re.search(BROKEN, line) and f":{port}" in line]


def test_the_gateway_still_says_what_failed_where_and_for_whom(own_platform):
    port = own_platform.ports["auth"]
    with own_platform.without("auth"):
        deadline = time.monotonic() + 60  # the filter behind nginx writes a moment later
        before = len(_refusals_of(own_platform, port))
        while len(refusals := _refusals_of(own_platform, port)) == before:
            assert time.monotonic() < deadline
            own_platform.api.get("/api/v1/auth/verify-email?token=secret").expect(502, 503)  # the first may meet a kept connection
            time.sleep(0.05)
    line = json.loads(refusals[-1])
    assert re.fullmatch(rf"{BROKEN} .*, client: 127\.[0-9.]+, upstream: 127\.0\.0\.1:{port}", line["message"]), line
    assert (line["severity"], line["service"]) == ("ERROR", "gateway")
    _wait_for_access_log(own_platform)
    lines = map(json.loads, own_platform.log("gateway-access").splitlines())
    access = next(told for told in lines if told["connection"] == line["connection"])
    assert access["path"] == "/api/v1/auth/verify-email"


def test_a_line_of_the_gateway_is_of_the_same_trace_as_the_services(own_platform):
    trace = uuid.uuid4().hex
    asked = {"X-Request-Id": f"traced-{trace}"}
    own_platform.api.get("/api/v1/users/me", headers=asked | {"traceparent": f"00-{trace}-{'1' * 16}-01"}).expect(401)
    own_platform.api.get("/api/v1/users/me", headers={"X-Request-Id": f"untraced-{trace}"}).expect(401)
    _wait_for_access_log(own_platform)
    for request in (f"traced-{trace}", f"untraced-{trace}"):
        gateway, service = (_line_of(own_platform, log, request) for log in ("gateway-access", "auth"))
        assert {"timestamp", "service", "traceId", "spanId", "severity"} <= set(gateway)
        assert re.fullmatch("[0-9a-f]{32}", gateway["traceId"]) and re.fullmatch("[0-9a-f]{16}", gateway["spanId"])
        assert gateway["traceId"] == service["traceId"] and gateway["spanId"] != service["spanId"]
        assert (gateway["traceId"] == trace) == (request == f"traced-{trace}")
        assert gateway["severity"] == "INFO"


def _line_of(platform, log: str, request: str) -> dict:
    """The line about that request, which may be written a moment later."""
    deadline = time.monotonic() + 60
    while not (found := [line for line in platform.log(log).splitlines() if f'"requestId":"{request}"' in line]):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return json.loads(found[-1])


def test_postgresql_keeps_to_itself_what_a_failed_statement_said(own_platform):
    own_platform.sql("auth", "create table keys (word text primary key check (word <> 'sesame-three'))")
    for statement in ("insert into keys values ('sesame-one'), ('sesame-one')", "insert into keys values ('sesame-three')",
                      "select 'sesame-four' from nowhere"):
        with pytest.raises(RuntimeError):
            own_platform.sql("auth", statement)
    _wait_for_line(own_platform, "postgres", "duplicate key value violates unique constraint")
    assert told(own_platform, "sesame") == []
