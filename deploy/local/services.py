"""The table of services: who runs, with which variables, and where it tells that it is ready."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from . import users
from .credentials import Credentials
from .gateway import Gateway
from .postgres import Postgres
from .redis import Redis
from .state import State
from .unit import Unit, base_environment


@dataclass(frozen=True)
class Service:
    name: str                        # the program is mrbill-<name>
    owner: str                       # the service it belongs to: its key, its database
    internal_port: str               # name in ports.json
    variables: tuple[str, ...]       # from the table below
    threads: int = 2
    secrets: tuple[str, ...] = field(default_factory=tuple)
    niceness: int = 0                # against the others on this machine

    @property
    def overlaps(self) -> bool:      # who answers people; the others hand over their work by leases
        return self.name in OWNERS


COMMON = ("MRBILL_PUBLIC_URL", "MRBILL_EVENTS_URL")
PREFERENCES = ("MRBILL_DEFAULT_LOCALE", "MRBILL_DEFAULT_TIME_ZONE")  # of newcomers who say nothing
CATALOG_COMMON = COMMON + ("MRBILL_AUTH_INTERNAL_URL", "MRBILL_OBJECTS_DIR", "MRBILL_SEARCH_DIR")
CONTENT_COMMON = COMMON + PREFERENCES + ("MRBILL_AUTH_INTERNAL_URL", "MRBILL_CATALOG_INTERNAL_URL", "MRBILL_OBJECTS_DIR",
                                "MRBILL_VIDEO_PROGRAM", "MRBILL_REPORT_PROGRAM")
SHARED = ("MRBILL_INSTALLATION_KEY", "MRBILL_GATEWAY_KEY")  # the operator's and the gateway's, which all of them check
OWNERS = ("auth", "catalog", "content")

SERVICES = (
    Service("auth", "auth", "auth_internal", COMMON + PREFERENCES + ("MRBILL_AUTH_PORT", "MRBILL_AUTH_INTERNAL_PORT",
            "MRBILL_AUTH_DATABASE_URL", "MRBILL_CACHE_URL"),
            secrets=("MRBILL_AUTH_KEK", "MRBILL_AUTH_REFRESH_SECRET", "MRBILL_CURSOR_SECRET", "MRBILL_GATEWAY_KEY"),
            niceness=5),  # a storm of sign-ins, which hash passwords on all processors, leaves readers their latency
    Service("auth-worker", "auth", "auth_worker_internal", COMMON + ("MRBILL_AUTH_WORKER_INTERNAL_PORT",
            "MRBILL_AUTH_WORKER_DATABASE_URL", "MRBILL_MAILDIR"), threads=1,
            secrets=("MRBILL_AUTH_KEK", "MRBILL_AUTH_REFRESH_SECRET")),
    Service("catalog", "catalog", "catalog_internal", CATALOG_COMMON + ("MRBILL_CATALOG_PORT",
            "MRBILL_CATALOG_INTERNAL_PORT", "MRBILL_CATALOG_DATABASE_URL"),
            secrets=("MRBILL_CURSOR_SECRET", "MRBILL_OBJECTS_SECRET", "MRBILL_GATEWAY_KEY")),
    Service("catalog-indexer", "catalog", "catalog_indexer_internal", CATALOG_COMMON + (
            "MRBILL_CATALOG_INDEXER_INTERNAL_PORT", "MRBILL_CATALOG_WORKER_DATABASE_URL"), threads=1),
    Service("catalog-worker", "catalog", "catalog_worker_internal", CATALOG_COMMON + (
            "MRBILL_CATALOG_WORKER_INTERNAL_PORT", "MRBILL_CATALOG_WORKER_DATABASE_URL"), threads=1,
            secrets=("MRBILL_OBJECTS_SECRET", "MRBILL_CURSOR_SECRET")),
    Service("content", "content", "content_internal", CONTENT_COMMON + ("MRBILL_CONTENT_PORT", "MRBILL_CONTENT_INTERNAL_PORT",
            "MRBILL_CONTENT_DATABASE_URL"), secrets=("MRBILL_CURSOR_SECRET", "MRBILL_OBJECTS_SECRET", "MRBILL_GATEWAY_KEY")),
    Service("content-worker", "content", "content_worker_internal", CONTENT_COMMON + ("MRBILL_CONTENT_WORKER_INTERNAL_PORT",
            "MRBILL_CONTENT_WORKER_DATABASE_URL"), threads=1, secrets=("MRBILL_OBJECTS_SECRET",),
            niceness=5),  # a film takes what the people who wait for an answer leave
)


@dataclass
class Surroundings:
    """All that the variables of a service are taken from."""

    state: State
    ports: dict[str, int]
    credentials: Credentials
    postgres: Postgres
    events: Redis
    cache: Redis
    gateway: Gateway

    def variables(self) -> dict[str, str]:
        ports, url = self.ports, self.postgres.url
        numbers = {f"MRBILL_{name.upper()}_PORT": str(ports[name]) for name in (
            "auth", "auth_internal", "auth_worker_internal", "catalog", "catalog_internal", "catalog_indexer_internal",
            "catalog_worker_internal", "content", "content_internal", "content_worker_internal")}
        return numbers | {
            "MRBILL_PUBLIC_URL": self.gateway.public_url,
            "MRBILL_DEFAULT_LOCALE": "pt-BR",
            "MRBILL_DEFAULT_TIME_ZONE": "America/Sao_Paulo",
            "MRBILL_AUTH_DATABASE_URL": url("auth_app", "auth"),
            "MRBILL_AUTH_WORKER_DATABASE_URL": url("auth_worker", "auth"),
            "MRBILL_CATALOG_DATABASE_URL": url("catalog_app", "catalog"),
            "MRBILL_CATALOG_WORKER_DATABASE_URL": url("catalog_worker", "catalog"),
            "MRBILL_CONTENT_DATABASE_URL": url("content_app", "content"),
            "MRBILL_CONTENT_WORKER_DATABASE_URL": url("content_worker", "content"),
            "MRBILL_EVENTS_URL": self.events.url,
            "MRBILL_CACHE_URL": self.cache.url,
            "MRBILL_AUTH_INTERNAL_URL": f"http://127.0.0.1:{ports['auth_internal']}",
            "MRBILL_CATALOG_INTERNAL_URL": f"http://127.0.0.1:{ports['catalog_internal']}",
            "MRBILL_VIDEO_PROGRAM": str(self.state.program / "bin" / "mrbill-content-video"),
            "MRBILL_REPORT_PROGRAM": str(self.state.program / "bin" / "mrbill-content-report"),
            "MRBILL_MAILDIR": str(self.state.mail),
            "MRBILL_SEARCH_DIR": str(self.state.data("search")),
        }

    def environment(self, service: Service) -> dict[str, str]:
        known = self.variables() | {"MRBILL_OBJECTS_DIR": str(self.state.objects(service.owner))}
        environment = base_environment() | {name: known[name] for name in service.variables}
        for secret in (*service.secrets, "MRBILL_INSTALLATION_KEY"):
            environment[f"{secret}_FILE"] = str(self._secret_file(service.owner, secret))
        key, keys = self.credentials.service_key(service.owner), self.public_keys(service.owner)
        users.give(self.state, service.owner, key, keys)
        environment |= {
            "MRBILL_SERVICE_KEY_FILE": str(key), "MRBILL_SERVICE_JWKS_FILE": str(keys),
            "MRBILL_SCRATCH_DIR": str(self.state.data(service.name) / "scratch"),
            "MRBILL_THREADS": str(service.threads), "MRBILL_LOG_LEVEL": "info",
            "MRBILL_DEREGISTRATION_DELAY": "10s" if service.overlaps else "0ms",  # ended by the successor, which takes a second
        }
        return environment | self.overrides(service.name)

    def public_keys(self, reader: str) -> Path:
        return self.credentials.public_keys(list(OWNERS), reader)

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

    def unit(self, service: Service) -> Unit:
        program = self.state.program / "bin" / f"mrbill-{service.name}"
        return Unit(service.name, [str(program)], stage=1, cwd=str(self.state.data(service.name)),
                    environment=self.environment(service), stop_seconds=30, hasten_signal="SIGINT", niceness=service.niceness,
                    asks=self.health(service), overlaps=service.overlaps, user=users.user_of(self.state, service.owner),
                    ).sealed(self.public_keys(service.owner))

    def present(self) -> list[Service]:
        return [service for service in SERVICES if (self.state.program / "bin" / f"mrbill-{service.name}").exists()]

    def units(self) -> list[Unit]:
        self._make_folders()
        servers = [self.postgres.unit(), self.events.unit(), self.cache.unit()]
        return servers + [self.unit(service) for service in self.present()] + [self.gateway.unit()]

    def health(self, service: Service) -> str:
        return f"http://127.0.0.1:{self.ports[service.internal_port]}/health/ready"

    def _make_folders(self) -> None:
        objects = self.state.data("objects")
        objects.mkdir(exist_ok=True)
        objects.chmod(0o711)
        owned = {self.state.data("search"): "catalog"} | {self.state.data(service.name): service.owner for service in SERVICES}
        for folder, owner in (owned | {self.state.objects(owner): owner for owner in ("catalog", "content")}).items():
            folder.mkdir(mode=0o700, exist_ok=True)
            users.give(self.state, owner, folder)
        for former in [entry for entry in objects.iterdir() if entry.name not in OWNERS]:  # when both shared one folder
            former.rename(self.state.objects("content") / former.name)
            users.give_tree(self.state, "content", self.state.objects("content") / former.name)

    def readiness(self) -> dict[str, str]:
        """Where each unit that speaks HTTP answers 200 when it is ready."""
        urls = {service.name: self.health(service) for service in self.present()}
        front = f"http://127.0.0.1:{self.ports['gateway']}/.well-known/jwks.json"
        return urls | ({"gateway": front} if "auth" in urls else {})


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
