"""People at work with the web client: Debian's Chromium, the real platform, and a proxy of ours between them."""

import json
import os
import shutil
import subprocess
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from local import mail, program, web

ROOT = Path(__file__).parents[3]
INVITATION = "accept-invitation,/join"  # the app's page, and the API's own
SECONDS = 2_200  # ctest waits for 2,400: on a slow machine they take three times as long as on a good one
LINES = {"Content-Type": "application/x-ndjson"}


@pytest.fixture(scope="module")
def shop():
    return web.workshop(ROOT)


@contextmanager
def proxy(shop, url):
    process = subprocess.Popen([shop.node, shop.folder / "e2e/proxy.mjs", url], stdout=subprocess.PIPE, text=True)
    try:
        yield f"http://localhost:{int(process.stdout.readline())}"
    finally:
        process.terminate()
        process.wait(10)


@contextmanager
def mails(platform):
    """GET /?to=ADDRESS&path=/verify-email answers with the token of the newest such mail, once there is one. POST /newer and /older
    deliver another version of the app, and answer with its name."""

    class Post(BaseHTTPRequestHandler):
        def do_GET(self):
            asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
            self._answer(token_of(platform.state.mail, asked["to"], asked["path"], int(asked.get("count", "1"))))

        def do_POST(self):
            self._answer(deliver(platform, self.path.strip("/")))

        def _answer(self, body):
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Post)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()


def deliver(platform, which):
    built = platform.binaries.parent / "web"
    if which == "newer":
        built = newer(built, platform.folder / "newer")
    program.install_web(built, platform.state.program / "web")
    return json.loads((built / "version.json").read_text())["version"]


def newer(built, made):
    """The same app under another name."""
    before, after = json.loads((built / "version.json").read_text())["version"], "0123456789ab"
    shutil.rmtree(made, ignore_errors=True)
    shutil.copytree(built, made, ignore=shutil.ignore_patterns("*.gz", "*.br"))
    (made / program.VERSIONS / before).rename(made / program.VERSIONS / after)
    for file in made.rglob("*.*"):
        if file.suffix in (".js", ".css", ".html", ".json"):
            file.write_text(file.read_text().replace(before, after))
    return made


def token_of(folder, address, path, count=1):
    """Of the newest mail whose link leads there, or to another of those that stand between commas, once there are so many."""
    deadline = time.monotonic() + 15
    while len(found := [one.token for one in mail.newest_first(folder, address)
                        if any(part in (one.link or "") for part in path.split(","))]) < count:
        assert time.monotonic() < deadline, f"no mail with {path} to {address}"
        time.sleep(0.05)
    return found[0]


def pocs():
    for number in range(120):
        yield {"name": f"poc-{number:03}", "repositoryUrl": f"https://example.org/poc-{number:03}",
               "language": "Go" if number % 2 == 0 else "Rust",
               "description": f"The proof of concept with the number {number}", "tags": ["streaming"] if number % 2 == 0 else ["wasm"],
               "createdAt": f"2024-{1 + number // 28:02}-{1 + number % 28:02}T12:00:00.000Z"}
    for name in ("kafka-to-sse", "kafka-streams-tour", "wasm-notes"):
        yield {"name": name, "repositoryUrl": f"https://example.org/{name}", "language": "Java", "description": f"All about {name}",
               "tags": ["events"], "createdAt": "2023-05-01T12:00:00.000Z"}


def many():
    for number in range(5_000):
        yield {"name": f"row-{number:04}", "repositoryUrl": f"https://example.org/row-{number}", "language": "Go",
               "createdAt": f"2022-{1 + number % 12:02}-{1 + number % 28:02}T12:00:00.000Z"}


def fill(person, rows):
    rows = list(rows)
    lines = "\n".join(json.dumps(row) for row in rows)
    started = person.post("/api/v1/pocs/imports", lines.encode(), headers=LINES).expect(202).json
    while (job := person.get(f"/api/v1/pocs/imports/{started['importId']}").expect(200).json)["status"] not in ("COMPLETED", "FAILED"):
        pass
    assert job["createdRows"] == len(rows), job


def people(platform):
    """Ana has a collection; Bia belongs to two companies; Eva has nothing; Leo has a list of 5,000."""
    ana, bia, eva, leo = (platform.sign_up(email=f"{name}@example.org", company=f"Company {letter}")
                          for name, letter in (("ana", "A"), ("bia", "B"), ("eva", "C"), ("leo", "D")))
    ana.patch("/api/v1/users/me", {"fullName": "Ana Souza"}, headers={"If-Match": "*"}).expect(200)
    fill(ana, pocs())
    fill(leo, many())
    ana.post("/api/v1/tenants/current/invitations", {"email": bia.email, "role": "USER"}).expect(201)
    token = token_of(platform.state.mail, bia.email, INVITATION)
    bia.post("/api/v1/auth/accept-invitation", {"token": token}).expect(200)
    return {"ana": account(ana), "bia": account(bia) | {"company": "Company B"}, "eva": account(eva), "leo": account(leo)}


def account(person):
    return {"email": person.email, "password": person.password}


def test_people_at_work(platform, shop):
    accounts = people(platform)
    with proxy(shop, platform.url) as url, mails(platform) as post:
        chosen = ["--grep", os.environ["MRBILL_JOURNEY"]] if "MRBILL_JOURNEY" in os.environ else []  # one alone, while it is written
        undrawn = ["--grep-invert", "@drawn"]  # those of test_films.py
        print(shop.run("playwright", "test", *chosen, *undrawn, seconds=SECONDS, MRBILL_URL=url, MRBILL_MAILS=post,
                       MRBILL_PEOPLE=json.dumps(accounts)))
