"""A whole private platform for tests, started by the code of `./mrbill up`.

    def test_a_person_finds_their_poc(platform):
        ana = platform.sign_up()
        poc = ana.post("/api/v1/pocs", {...}).expect(201).json
        platform.kill("catalog-indexer")
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import random
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from local import account, accounts, description, mail, process
from local.client import Client
from local.credentials import Credentials
from local.lifecycle import Lifecycle
from local.services import is_ready
from local.state import State
from local.unit import Plan

ROOT = Path(__file__).parent.parent
PASSWORD = "a long enough sentence"
ABROAD = {"locale": "en", "timeZone": "UTC"}  # who is not what the shipped configuration takes a newcomer for
CODING = os.environ.get("MRBILL_TEST_CODING")  # gzip or br: every call through the gateway asks for answers in it
_numbers = itertools.count(1)


@dataclass
class Person(Client):
    """A client that calls as this person."""

    email: str = ""
    password: str = PASSWORD
    user_id: str = ""
    tenant_id: str = ""
    role: str = ""
    refresh_token: str = ""


def unlimited() -> dict[str, dict[str, str]]:
    """A person may ask for as much as the machine gives."""
    return {name: {f"MRBILL_{name.upper()}_REQUESTS_A_MINUTE": "10000000"} for name in description.NAMES}


class RunningPlatform:
    def __init__(self, overrides: dict[str, dict[str, str]] | None = None, *, draws: bool = False, inside: str = "s") -> None:
        """`overrides` sets variables of services: {"auth": {"MRBILL_THREADS": "1"}, "*": {...}}. Films and reports are drawn by a
        stand-in unless it `draws`, so that no test waits for pictures that it does not look at. `inside` names the state folder."""
        self.binaries = _binaries()
        self.folder = Path(tempfile.mkdtemp(prefix="mrbill-e2e-", dir="/tmp"))
        self.folder.chmod(0o755)
        self.state = State(self.folder / inside)
        self.overrides = dict(overrides or {})
        for service, variables in ({} if draws else self._stand_in()).items():
            self.overrides[service] = variables | self.overrides.get(service, {})

    def _stand_in(self) -> dict[str, dict[str, str]]:
        program = self.folder / "stand_in_renderer"
        drawing = description.named(description.owner_of_helper("video"))
        shutil.copy(ROOT / "services" / drawing.name / "tests/stand_in_renderer.py", program)
        program.chmod(0o755)
        return {one.name: {f"MRBILL_{helper.upper()}_PROGRAM": str(program) for helper in drawing.helpers}
                          | {"MRBILL_RENDER_READABLE": "/usr/bin"}     # it is written in Python
                for one in drawing.programs}

    # -- life

    def up(self) -> "RunningPlatform":
        if self.overrides and not self.state.root.exists():
            self._prepare_overrides()
        done = self.up_again()
        if done.returncode != 0:
            raise RuntimeError(f"the platform did not start:\n{done.stdout}")
        return self

    def up_again(self) -> subprocess.CompletedProcess[str]:
        return self.mrbill("up", "--bin", str(self.binaries), "--no-demo", "--owner", str(os.getpid()))

    def _prepare_overrides(self) -> None:
        if os.geteuid() == 0:
            account.make(self.state)
        else:
            self.state.root.mkdir(parents=True)
        self._write_overrides()

    def _write_overrides(self) -> None:
        file = self.state.root / "overrides.json"
        file.write_text(json.dumps(self.overrides))
        file.chmod(0o644)

    def change_environment(self, service: str, variables: dict[str, str]) -> None:
        """Restarts the service with these variables. Whoever served without them has gone when this returns."""
        self.overrides = self.overrides | {service: self.overrides.get(service, {}) | variables}
        self._prepare_overrides()
        predecessor = self.process(service)
        self.up()
        if predecessor is not None and self.process(service) != predecessor:
            process.wait_end(predecessor, 30)

    def down(self) -> None:
        if self.state.run.exists():
            self.mrbill("down")
        shutil.rmtree(self.folder, ignore_errors=True)

    def mrbill(self, *arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
        """A command of ./mrbill on this platform, its output in one string; `said` is what a person types."""
        environment = dict(os.environ) | {
            "MRBILL_STATE": str(self.state.root), "MRBILL_CHECKOUT": str(ROOT), "PYTHONPATH": str(ROOT / "deploy")}
        return subprocess.run(["/usr/bin/python3", "-m", "local", *arguments], env=environment, text=True, cwd="/",
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=180, input=said)

    # -- where things are

    @property
    def url(self) -> str:
        return f"http://localhost:{self.ports['gateway']}"

    @property
    def ports(self) -> dict[str, int]:
        return json.loads(self.state.ports.read_text())

    @property
    def api(self) -> Client:
        """Nobody in particular, from a network of its own."""
        return Client(self.url, source=f"127.{random.randrange(1, 255)}.{random.randrange(256)}.{random.randrange(1, 255)}",
                      coding=CODING)

    def internal(self, service: str) -> Client:
        """The internal listener of a service as monitoring reads it: /metrics, /health, /internal."""
        key = Credentials(self.state).hex_file("installation_key").read_text()
        return Client(f"http://127.0.0.1:{self.ports[service.replace('-', '_') + '_internal']}", token=key)

    def environment(self, service: str) -> dict[str, str]:
        return next(unit.environment for unit in Plan.read(self.state.plan).units if unit.name == service)

    def sql(self, database: str, statement: str) -> str:
        """psql as the superuser; columns divided by |."""
        return Lifecycle(self.state).surroundings().postgres.sql(statement, database)

    def superuser_url(self, database: str) -> str:
        return Lifecycle(self.state).surroundings().postgres.url("postgres", database)

    def log(self, service: str) -> str:
        return self.state.log(service).read_text(errors="replace")

    # -- people

    def sign_up(self, *, verified: bool = True, email: str | None = None, company: str | None = None) -> Person:
        """The owner of a new tenant, signed in when verified."""
        address = email or f"person-{next(_numbers)}-{secrets.token_hex(4)}@example.org"
        api = self.api
        api.post("/api/v1/users", {"email": address, "password": PASSWORD, "fullName": "Some Body",
                                   "companyName": company or f"Company of {address}", "role": "OWNER"} | ABROAD).expect(201)
        if not verified:
            return Person(self.url, source=api.source, coding=CODING, email=address)
        accounts.verify(api, self.state.mail, address)
        return self.log_in(address)

    def invite(self, owner: Person, role: str = "USER") -> Person:
        """A new member of the owner's tenant, signed in."""
        address = f"member-{next(_numbers)}-{secrets.token_hex(4)}@example.org"
        accounts.invite(owner, self.state.mail, {"email": address, "fullName": "Member", "password": PASSWORD} | ABROAD, role)
        return self.log_in(address)

    def log_in(self, email: str, password: str = PASSWORD, tenant_id: str | None = None) -> Person:
        api = self.api
        body = {"email": email, "password": password} | ({"tenantId": tenant_id} if tenant_id else {})
        tokens = api.post("/api/v1/auth/login", body).expect(200).json
        return Person(self.url, token=tokens["accessToken"], source=api.source, coding=CODING, email=email, password=password,
                      user_id=tokens["userId"], tenant_id=tokens["tenantId"], role=tokens["role"],
                      refresh_token=tokens.get("refreshToken") or "")

    def mail_to(self, address: str, *, after: int = 0, subject: str = "") -> mail.Mail:
        """Waits for it. `after` is how many there were before."""
        return mail.wait_for(self.state.mail, address, subject=subject, after=after, seconds=60)

    def mails_to(self, address: str) -> int:
        """How many there are by now."""
        return len(mail.newest_first(self.state.mail, address))

    # -- faults

    def renderers(self) -> list[int]:
        """The render programs that run for this platform, by process id."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                command = (folder / "cmdline").read_bytes()
                state = (folder / "stat").read_text().rsplit(")", 1)[1].split()[0]
            except OSError:
                continue
            is_wrapping = command.startswith((b"/usr/bin/prlimit\0", b"/usr/bin/setpriv\0", b"/usr/bin/bwrap\0"))
            ours = b"\0--order\0" in command and bytes(self.state.root) in command and not is_wrapping
            if ours and state != "Z":
                found.append(int(folder.name))
        return found

    def process(self, name: str) -> process.Identity | None:
        """The running process of a unit, of `supervisor` or of `watcher`."""
        return process.recorded(self.state.record(name))

    def kill(self, name: str, number: int = signal.SIGKILL) -> process.Identity:
        """Returns who was killed; see wait_back."""
        who = self.process(name)
        assert who is not None, f"{name} does not run"
        process.send(who, number)
        process.wait_end(who, 30)
        return who

    def freeze(self, name: str, *, held: bool = True) -> None:
        """It hangs: connections are taken by the kernel and nobody answers. Until thaw(), or, not `held`, until it is taken out."""
        if held:
            (self.state.run / f"{name}.held").touch()
        process.send(self.process(name), signal.SIGSTOP)

    def thaw(self, name: str) -> None:
        (self.state.run / f"{name}.held").unlink(missing_ok=True)
        process.send(self.process(name), signal.SIGCONT)

    @contextlib.contextmanager
    def without(self, *names: str):
        """Inside, these units do not run and nobody starts them again."""
        for keeper in ("supervisor", "watcher"):
            self.freeze(keeper)
        killed = {name: self.kill(name) for name in names}
        try:
            yield
        finally:
            for keeper in ("supervisor", "watcher"):
                self.thaw(keeper)
            for name, who in killed.items():
                self.wait_back(name, who, seconds=50)
            self.wait_ready()

    def wait_back(self, name: str, killed: process.Identity, seconds: float = 50.0) -> float:
        """How long it took until another process of that name ran, ready where it can tell."""
        begun = time.monotonic()
        url = Lifecycle(self.state).surroundings().readiness().get(name)
        while self.process(name) in (None, killed) or (url and not is_ready(url)):
            assert time.monotonic() - begun < seconds, f"{name} is not back after {seconds} s"
            time.sleep(0.01)
        return time.monotonic() - begun

    def wait_ready(self, seconds: float = 90.0) -> None:
        from local.services import wait_ready
        wait_ready(Lifecycle(self.state).surroundings().readiness(), seconds)


@pytest.fixture(scope="session", autouse=True)
def every_problem_is_one_of_the_contract():
    """Whatever error any test is answered, its code, its status, its fields and its sentences are those of contracts/problems.yaml."""
    import known_problems
    plain = Client.request

    def checked(self, *arguments, **more):
        answer = plain(self, *arguments, **more)
        if answer.code is not None:
            known_problems.check(answer)
        return answer

    Client.request = checked
    yield
    Client.request = plain


def _binaries() -> Path:
    folder = os.environ.get("MRBILL_TEST_BIN")
    if not folder:
        raise RuntimeError("run me through ./mrbill test (MRBILL_TEST_BIN names the built programs)")
    return Path(folder)


@pytest.fixture(scope="session")
def platform():
    """The one platform of this pytest run. Make own people and tenants: others use it too."""
    running = RunningPlatform()
    try:
        yield running.up()
    finally:
        running.down()


@pytest.fixture(scope="module")
def own_platform():
    """A platform for the tests of one file that break things or count everything."""
    running = RunningPlatform()
    try:
        yield running.up()
    finally:
        running.down()


@pytest.fixture(scope="session")
def platform_with():
    """platform_with({"auth": {"MRBILL_X": "1"}}): a further platform with other variables."""
    started: list[RunningPlatform] = []

    def start(overrides: dict[str, dict[str, str]], *, draws: bool = False) -> RunningPlatform:
        started.append(RunningPlatform(overrides, draws=draws))
        return started[-1].up()

    yield start
    for running in started:
        running.down()


@pytest.fixture
def api(platform) -> Client:
    return platform.api


@pytest.fixture(scope="module")
def person(platform) -> Person:
    """A signed-in owner of their own tenant."""
    return platform.sign_up()
