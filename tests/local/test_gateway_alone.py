"""nginx as it is configured, with stand-ins behind it: what it does with long bodies, and when what is behind it is away."""

import http.server
import os
import resource
import signal
import socket
import subprocess
import threading
import time
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from local import process
from local.client import Client
from local.description import NAMES
from local.gateway import PAGE, Gateway
from local.state import State

IMPORTS = "/api/v1/pocs/imports"
LONG = b"x" * (2 << 20)
LINES = {"Content-Type": "application/x-ndjson"}
TOKEN = "a good one"
MAX_WRITTEN = 1 << 20  # what a disk that is nearly full takes of one file


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as one:
        return one.getsockname()[1]


class Service(http.server.BaseHTTPRequestHandler):
    """Auth, which knows one token, and whoever takes an import."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self._answer(200 if self.headers["Authorization"] == f"Bearer {TOKEN}" else 401)

    def do_POST(self):
        self.server.taken.append(len(self.rfile.read(int(self.headers["Content-Length"] or 0))))
        self._answer(202)

    def _answer(self, status):
        self.send_response(status)
        if status == 401:
            self.send_header("WWW-Authenticate", "Bearer")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class Alone:
    """The gateway, with `auth` and `catalog` behind it where they are named."""

    def __init__(self, folder, *, services, writes=None):
        self.ports = {name: free_port() for name in ("gateway", *NAMES)}
        self.behind, self.taken = [], []
        for name in services:
            server = http.server.ThreadingHTTPServer(("127.0.0.1", self.ports[name]), Service)
            server.taken = self.taken
            threading.Thread(target=server.serve_forever, daemon=True).start()
            self.behind.append(server)
        state = State(folder / "s")
        for path in (state.root, state.configuration, state.secrets, state.log("gateway").parent):
            path.mkdir(parents=True, exist_ok=True)
        gateway = Gateway(state, self.ports)
        gateway.prepare()
        self.bodies = gateway.folder / "temporary" / "body"
        unit = gateway.unit()
        one_user = ["-g", "user root;"] if os.geteuid() == 0 else []  # as on the platform, where master and workers are the same
        self.process = subprocess.Popen([*unit.argv, *one_user], cwd=unit.cwd, stderr=subprocess.DEVNULL,
                                        preexec_fn=(lambda: _limit(writes)) if writes else None)
        _wait_until(lambda: self._listens())

    def _listens(self) -> bool:
        with closing(socket.socket()) as link:
            return link.connect_ex(("127.0.0.1", self.ports["gateway"])) == 0

    def client(self, token=None) -> Client:
        return Client(f"http://localhost:{self.ports['gateway']}", token=token)

    def kept(self) -> list:
        """What of bodies lies on the disk: nginx unlinks the file as soon as it is open."""
        master = self.process.pid
        workers = Path(f"/proc/{master}/task/{master}/children").read_text().split()
        return [file for worker in workers for file in process.open_files(int(worker)) if file.startswith(str(self.bodies))]

    def end(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)
        for server in self.behind:
            server.shutdown()
            server.server_close()


def _limit(most: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the write fails, as on a full disk
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def _wait_until(holds, seconds=10.0) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture
def alone(tmp_path):
    with ExitStack() as stack:
        def start(*services, writes=None) -> Alone:
            gateway = Alone(tmp_path, services=services, writes=writes)
            stack.callback(gateway.end)
            return gateway
        yield start


def begin_upload(gateway: Alone, fields: bytes, part: bytes) -> socket.socket:
    link = socket.create_connection(("127.0.0.1", gateway.ports["gateway"]), 10)
    link.sendall(b"POST /api/v1/pocs/imports HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ndjson\r\n" + fields + b"\r\n" + part)
    return link


@pytest.mark.parametrize("fields, part", [
    (b"Content-Length: 16000000\r\n", b"x" * 400_000), (b"Content-Length: 65537\r\n", b"x" * 65_000),
    (b"Transfer-Encoding: chunked\r\n", b"61a80\r\n" + b"x" * 400_000 + b"\r\n"),
    (b"Authorization: Bearer a bad one\r\nContent-Length: 16000000\r\n", b"x" * 400_000)],
    ids=["long", "a little too long", "of unknown length", "with a bad token"])
def test_what_a_stranger_sends_is_refused_before_it_is_read_and_never_lies_on_the_disk(alone, fields, part):
    gateway = alone("auth", "catalog")
    with closing(begin_upload(gateway, fields, part)) as link:
        answer = link.recv(65_536)
        assert b" 401 " in answer.partition(b"\r\n")[0] and b"application/problem+json" in answer and b"WWW-Authenticate: Bearer" in answer
        assert gateway.kept() == []
    assert gateway.taken == []


def test_who_shows_a_token_uploads_and_what_is_on_its_way_is_seen_on_the_disk(alone):
    gateway = alone("auth", "catalog")
    token = f"Authorization: Bearer {TOKEN}\r\n".encode()
    with closing(begin_upload(gateway, token + b"Content-Length: 16000000\r\n", b"x" * 400_000)):
        _wait_until(gateway.kept)
    gateway.client(TOKEN).post(IMPORTS, LONG, headers=LINES).expect(202)
    assert gateway.taken == [len(LONG)]


@pytest.mark.parametrize("path", [IMPORTS, "/api/v1/pocs", "/api/v1/auth/login"])
def test_a_short_body_asks_nobody_for_a_token(alone, path):
    gateway = alone("auth", "catalog")
    gateway.client().post(path, b"x" * 65_536, headers=LINES).expect(202)
    assert gateway.taken == [65_536]


def test_a_short_body_of_unknown_length_signs_in(alone):
    gateway = alone("auth")
    with closing(socket.create_connection(("127.0.0.1", gateway.ports["gateway"]), 10)) as link:
        link.sendall(b"POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")
        assert b" 202 " in link.recv(65_536).partition(b"\r\n")[0]


@pytest.mark.parametrize("path", ["/api/v1/auth/login", "/api/v1/users", "/api/v1/tenants/current"])
def test_nobody_sends_a_long_body_to_auth(alone, path):
    answer = alone("auth").client(TOKEN).post(path, b"x" * 65_537).expect(413)
    assert answer.code == "body_too_large"


@pytest.mark.parametrize("services", [("auth",), (), ("catalog",)])
def test_a_long_upload_is_told_with_a_problem_that_what_is_behind_is_away(alone, services):
    answer = alone(*services).client(TOKEN).post(IMPORTS, LONG, headers=LINES).expect(503)
    assert answer.code == "unavailable" and answer.headers["retry-after"] == "1"


BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
PAGES = ["/s/token", "/s/token/film.mp4", "/api/v1/auth/verify-email?token=x", "/api/v1/auth/reset-password/below",
         *PAGE["addresses"].values()]


def assert_page(answer, status, language, *words):
    answer.expect(status)
    html = answer.body.decode()
    assert answer.headers["content-type"] == "text/html; charset=utf-8" and answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-language"] == language and f'<html lang="{language}">' in html and "<script" not in html
    assert "style-src 'unsafe-inline'" in answer.headers["content-security-policy"]
    for word in (*words, 'class="go" href="/"', "<style>:root{"):
        assert word in html, f"{word!r} is not in {html}"


@pytest.mark.parametrize("path", PAGES)
def test_who_opens_a_page_whose_service_is_away_is_told_in_a_page(alone, path):
    client = alone().client()
    for fields, language, words in [({}, "pt-BR", ("Não deu certo desta vez", "Recarregue esta página daqui a pouco.",
                                                   "Ir para o Mr Bill")),
                                    ({"Accept-Language": "fr, en-GB;q=0.5"}, "en",
                                     ("That did not work just now", "Load this page again in a moment."))]:
        answer = client.get(path, headers=BROWSER | fields)
        assert_page(answer, 503, language, *words)
        assert answer.headers["retry-after"] == "1"
    assert_page(client.post(path, b"token=x", headers=FORM), 503, "pt-BR", "Não deu certo desta vez")
    assert client.get(path).expect(503).code == "unavailable", "a program"


def test_a_browser_is_told_in_a_page_whatever_lies_beside_the_apis_and_programs_never(alone):
    client = alone().client()
    assert_page(client.get("/nowhere", headers=BROWSER), 404, "pt-BR", "Não há nada aqui", "Não há nada neste endereço.")
    answer = client.request("TRACE", "/problems/", headers=BROWSER | {"Accept-Language": "en"})
    assert_page(answer, 405, "en", "That cannot be done here")
    assert answer.headers["allow"] == "GET, HEAD"
    assert_page(client.post("/s/x", LONG, headers=FORM | {"Accept-Language": "pt"}), 413, "pt-BR", "O corpo da requisição é maior")
    for path in ("/api/v1/pocs", "/objects/temp/x", "/.well-known/jwks.json", "/api/v1/auth/login"):
        assert client.get(path, headers=BROWSER).expect(503).code == "unavailable", path
    assert client.post("/s/x", LONG, headers=BROWSER | {"Content-Type": "application/json"}).expect(413).code == "body_too_large"
    assert client.get("/nowhere", headers={"Accept": "text/html;q=0, application/json"}).expect(404).code == "not_found"


def test_a_long_upload_is_told_with_a_problem_that_the_disk_is_full(alone):
    answer = alone("auth", "catalog", writes=MAX_WRITTEN).client(TOKEN).post(IMPORTS, LONG * 3, headers=LINES).expect(500)
    assert answer.code == "internal" and answer.json["requestId"]


def test_the_services_are_told_that_the_gateway_asks_and_by_whom(alone):
    gateway, seen = alone("catalog"), []
    gateway.behind[0].RequestHandlerClass = type("Listening", (Service,), {
        "do_GET": lambda self: (seen.append(dict(self.headers)), self._answer(200))[1]})
    gateway.client().get("/api/v1/pocs", headers={"X-Gateway-Key": "made up", "X-Forwarded-For": "9.9.9.9"})
    assert len(seen[0]["X-Gateway-Key"]) == 64 and seen[0]["X-Forwarded-For"] == "127.0.0.1"
