"""Every operation of the contracts in a hail of spoiled requests: no 5xx, no undocumented status, each error a problem."""

import http.client
import itertools
import os
import random
import time
from collections import Counter

import pytest

from mutations import Attempt, attempts, operations

# 2,000 requests; `./mrbill test --all` asks for 100,000.
PER_OPERATION = int(os.environ.get("MRBILL_SWEEP_PER_OPERATION", "50"))
MOMENTS = 2                                   # of some 2,000 requests, on a machine that runs other tests beside
ON_THE_WAY = {408, 414, 431}                  # the contracts' `default`: any operation may answer them
ENDS_THE_SESSION = {"logOut", "switchTenant"}


@pytest.fixture(scope="module")
def scene(platform):
    owner = platform.sign_up()
    member = platform.invite(owner)
    poc = owner.post("/api/v1/pocs", {"name": "x"}).expect(201).json["pocId"]
    job = owner.post("/api/v1/pocs/imports", '{"name": "x"}', headers={"Content-Type": "application/x-ndjson"}).expect(202)
    invitation = owner.post("/api/v1/tenants/current/invitations", {"email": "x@example.org", "role": "USER"}).expect(201)
    film = owner.post("/api/v1/content/videos", {"title": "x"}).expect(202).json["requestId"]
    report = owner.post("/api/v1/content/reports", {"title": "x"}).expect(202).json["reportId"]
    track = owner.request("POST", "/api/v1/content/tracks", b"x", query={"name": "x"}, headers={"Content-Type": "audio/mpeg"})
    kept = owner.post("/api/v1/pocs/searches", {"name": "x", "query": {}}).expect(201).json["savedSearchId"]
    return owner, {"savedSearchId": kept, "requestId": film, "reportId": report,
                   "trackId": track.expect(201).json["trackId"], "token": "x" * 43,
                   "file": "film.mp4", "pocId": poc, "importId": job.json["importId"], "userId": member.user_id,
                   "invitationId": invitation.json["invitationId"]}


class Line:
    """A kept-alive connection, from another network now and then, so that no throttle hides what is behind it."""

    def __init__(self, port: int) -> None:
        self.port, self.link, self.numbers, self.busy = port, None, itertools.count(1), 0

    def send_patiently(self, attempt: Attempt, token: str | None) -> tuple[int, str, bytes]:
        """As a good client: a documented 503 (the machine is busy for a moment) is asked again once."""
        status, kind, body = self.send(attempt, token)
        if status != 503:
            return status, kind, body
        self.busy += 1
        time.sleep(1)
        return self.send(attempt, token)

    def send(self, attempt: Attempt, token: str | None) -> tuple[int, str, bytes]:
        if self.link is None or next(self.numbers) % 40 == 0:
            source = f"127.9.{random.randrange(256)}.{random.randrange(1, 255)}"
            self.link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20, source_address=(source, 0))
        headers = attempt.headers | ({"Authorization": f"Bearer {token}"} if token else {})
        self.link.putrequest(attempt.method, attempt.path, skip_accept_encoding=True)
        for name, value in headers.items():
            self.link.putheader(name, value.encode("latin-1"))
        if attempt.body is not None or attempt.method in ("POST", "PUT", "PATCH"):
            self.link.putheader("Content-Length", str(len(attempt.body or b"")))
        self.link.endheaders(attempt.body)
        answer = self.link.getresponse()
        body = answer.read()
        if answer.will_close:
            self.link = None
        return answer.status, answer.getheader("Content-Type") or "", body


def complaint(attempt: Attempt, status: int, kind: str) -> str | None:
    if status >= 500:
        return "is our fault"
    if str(status) not in attempt.operation.statuses and status not in ON_THE_WAY:
        return "is not documented"
    told = ("application/problem+json", "text/html") if attempt.operation.is_page else "application/problem+json"
    return "is no problem+json" if status >= 400 and not kind.startswith(told) else None


def test_every_operation_withstands_spoiled_requests(platform, scene):
    owner, known = scene
    line, found, statuses = Line(platform.ports["gateway"]), [], Counter()
    for attempt in attempts(operations(), random.Random(20261123), per_operation=PER_OPERATION, known=known):
        token = None if attempt.operation.id in ENDS_THE_SESSION else owner.token
        status, kind, body = line.send_patiently(attempt, token)
        statuses[status // 100] += 1
        if said := complaint(attempt, status, kind):
            found.append(f"{status} {said}: {attempt}\n    {body[:300]!r}")
    assert not found, "\n".join(found[:20])
    warned = [row for row in platform.log("catalog").splitlines() if "WARN" in row]
    assert line.busy <= MOMENTS * PER_OPERATION / 50, f"busy {line.busy} times: {warned[-5:]}"
    assert statuses[2] > 300 and statuses[4] > 800, f"spoiled too much or too little: {statuses}"
