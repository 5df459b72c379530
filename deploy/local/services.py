"""The programs of the services as units: with which variables each runs, and where it tells that it is ready."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from . import description, users
from .credentials import Credentials
from .description import Program, Service
from .gateway import Gateway
from .postgres import Postgres
from .redis import Redis
from .state import State
from .unit import Unit, base_environment


COMMON = ("MRBILL_PUBLIC_URL", "MRBILL_EVENTS_URL")
SHARED = ("MRBILL_INSTALLATION_KEY", "MRBILL_GATEWAY_KEY")  # the operator's and the gateway's, which all of them check


@dataclass
class Surroundings:
    """All that the variables of a program are taken from."""

    state: State
    ports: dict[str, int]
    credentials: Credentials
    postgres: Postgres
    events: Redis
    cache: Redis
    gateway: Gateway

    def variables(self, program: Program) -> dict[str, str]:
        """What this program is told of the platform."""
        service = description.named(program.owner)
        wanted = (*COMMON, *service.variables, *program.variables)
        return {name: value for name, value in self._known().items() if name in wanted} | self._addresses(service, program) | {
            f"MRBILL_{folder.upper()}_DIR": str(self.state.data(folder)) for folder in service.folders} | {
            f"MRBILL_{helper.upper()}_PROGRAM": str(self.state.program / "bin" / f"mrbill-{service.name}-{helper}")
            for helper in service.helpers} | (
            {"MRBILL_OBJECTS_DIR": str(self.state.objects(service.name))} if service.keeps_objects else {})

    def _known(self) -> dict[str, str]:
        return {
            "MRBILL_PUBLIC_URL": self.gateway.public_url,
            "MRBILL_DEFAULT_LOCALE": "pt-BR",  # of newcomers who say nothing
            "MRBILL_DEFAULT_TIME_ZONE": "America/Sao_Paulo",
            "MRBILL_EVENTS_URL": self.events.url,
            "MRBILL_CACHE_URL": self.cache.url,
            "MRBILL_MAILDIR": str(self.state.mail),
        }

    def _addresses(self, service: Service, program: Program) -> dict[str, str]:
        """Where it listens, where its database is, and where those are whom it calls."""
        called = {f"MRBILL_{name.upper()}_INTERNAL_URL": f"http://127.0.0.1:{self.ports[description.api_of(name).internal_port]}"
                  for name in service.calls}
        return called | {f"MRBILL_{port.upper()}_PORT": str(self.ports[port]) for port in program.ports} | {
            program.database_variable: self.postgres.url(program.role, program.owner)}

    def environment(self, program: Program) -> dict[str, str]:
        environment = base_environment() | self.variables(program)
        for secret in (*program.secrets, "MRBILL_INSTALLATION_KEY"):
            environment[f"{secret}_FILE"] = str(self._secret_file(program.owner, secret))
        key, keys = self.credentials.service_key(program.owner), self.public_keys(program.owner)
        users.give(self.state, program.owner, key, keys)
        environment |= {
            "MRBILL_SERVICE_KEY_FILE": str(key), "MRBILL_SERVICE_JWKS_FILE": str(keys),
            "MRBILL_SCRATCH_DIR": str(self.state.data(program.name) / "scratch"),
            "MRBILL_THREADS": str(program.threads), "MRBILL_LOG_LEVEL": "info",
            "MRBILL_DEREGISTRATION_DELAY": "10s" if program.answers_people else "0ms",  # ended by the successor, which takes a second
        }
        return environment | self.overrides(program.name)

    def public_keys(self, reader: str) -> Path:
        return self.credentials.public_keys(list(description.NAMES), reader)

    def _secret_file(self, owner: str, secret: str) -> Path:
        """One for each service; what several must know is a copy for each."""
        name = secret.removeprefix("MRBILL_").lower()
        own = name if name.startswith(f"{owner}_") else f"{owner}_{name}"
        file = self.credentials.copy(name, own) if secret in SHARED else self.credentials.hex_file(own)
        users.give(self.state, owner, file)
        return file

    def overrides(self, name: str) -> dict[str, str]:
        """overrides.json in the state folder may set variables for one service, or for all under "*"."""
        chosen = self._chosen()
        return chosen.get("*", {}) | chosen.get(name, {})

    def postgres_settings(self) -> str:
        """What overrides.json sets under "postgres", as lines of its configuration."""
        return "\n".join(f"{name} = '{str(value).replace(chr(39), chr(39) * 2)}'"
                         for name, value in self._chosen().get("postgres", {}).items())

    def _chosen(self) -> dict[str, dict[str, str]]:
        try:
            return json.loads(self.state.overrides.read_text())
        except ValueError as error:
            raise RuntimeError(f"{self.state.overrides} is no JSON: {error}") from error
        except FileNotFoundError:
            return {}

    def unit(self, program: Program) -> Unit:
        return Unit(program.name, [str(self._file(program))], stage=1, cwd=str(self.state.data(program.name)),
                    environment=self.environment(program), stop_seconds=30, hasten_signal="SIGINT", niceness=program.niceness,
                    asks=self.health(program), overlaps=program.answers_people, user=users.user_of(self.state, program.owner),
                    ).sealed(self.public_keys(program.owner))

    def _file(self, program: Program) -> Path:
        return self.state.program / "bin" / f"mrbill-{program.name}"

    def present(self) -> list[Program]:
        return [program for program in description.PROGRAMS if self._file(program).exists()]

    def units(self) -> list[Unit]:
        self._make_folders()
        servers = [self.postgres.unit(), self.events.unit(), self.cache.unit()]
        return servers + [self.unit(program) for program in self.present()] + [self.gateway.unit()]

    def health(self, program: Program) -> str:
        return f"http://127.0.0.1:{self.ports[program.internal_port]}/health/ready"

    def _make_folders(self) -> None:
        objects = self.state.data("objects")
        objects.mkdir(exist_ok=True)
        objects.chmod(0o711)
        for service in description.SERVICES:
            folders = [self.state.data(name) for name in (*service.folders, *(program.name for program in service.programs))]
            for folder in folders + ([self.state.objects(service.name)] if service.keeps_objects else []):
                folder.mkdir(mode=0o700, exist_ok=True)
                users.give(self.state, service.name, folder)
        for heir in [service.name for service in description.SERVICES if service.inherits_objects]:
            for former in [entry for entry in objects.iterdir() if entry.name not in description.NAMES]:
                former.rename(self.state.objects(heir) / former.name)
                users.give_tree(self.state, heir, self.state.objects(heir) / former.name)

    def readiness(self) -> dict[str, str]:
        """Where each unit that speaks HTTP answers 200 when it is ready."""
        urls = {program.name: self.health(program) for program in self.present()}
        front = f"http://127.0.0.1:{self.ports['gateway']}/.well-known/jwks.json"
        return urls | ({"gateway": front} if description.TOKEN_CHECKER.name in urls else {})


def is_ready(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return answer.status == 200
    except (OSError, urllib.error.URLError, ValueError):
        return False


class NotReady(Exception):
    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


def wait_ready(readiness: dict[str, str], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    waiting = dict(readiness)
    while waiting:
        waiting = {name: url for name, url in waiting.items() if not is_ready(url)}
        if waiting and time.monotonic() > deadline:
            raise NotReady(sorted(waiting))
        if waiting:
            time.sleep(0.05)


def tail(log: Path, lines: int) -> str:
    """The last lines, without those about being asked for readiness."""
    try:
        told = [line for line in log.read_text(errors="replace").splitlines() if '"/health/' not in line]
    except FileNotFoundError:
        return "(no log yet)"
    return "\n".join(told[-lines:])
