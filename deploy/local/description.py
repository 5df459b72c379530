"""What services.toml says, understood: the services and their programs, and what others call the things that are theirs.

    description.SERVICES                  # one Service for each entry
    description.NAMES                     # ("auth", ...): who answers people, and what has a database, a user, a key
    description.PROGRAMS                  # of all of them
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Iterable

FILE = Path(__file__).with_name("services.toml")


@dataclass(frozen=True)
class Route:
    at: str
    directives: tuple[str, ...] = ()


@dataclass(frozen=True)
class Program:
    name: str                        # the program is mrbill-<name>
    owner: str                       # the service it belongs to: its key, its database
    variables: tuple[str, ...] = ()  # its own, beside what follows from names
    secrets: tuple[str, ...] = ()
    niceness: int = 0

    @property
    def answers_people(self) -> bool:  # the others hand over their work by leases
        return self.name == self.owner

    @property
    def threads(self) -> int:
        return 2 if self.answers_people else 1

    @property
    def word(self) -> str:           # in the names of ports and variables
        return self.name.replace("-", "_")

    @property
    def internal_port(self) -> str:  # its name in ports.json
        return f"{self.word}_internal"

    @property
    def ports(self) -> tuple[str, ...]:
        return (self.word, self.internal_port) if self.answers_people else (self.internal_port,)

    @property
    def role(self) -> str:           # in the service's database
        return f"{self.owner}_{'app' if self.answers_people else 'worker'}"

    @property
    def database_variable(self) -> str:
        return f"MRBILL_{self.owner.upper()}_{'' if self.answers_people else 'WORKER_'}DATABASE_URL"


@dataclass(frozen=True)
class Service:
    name: str
    title: str
    programs: tuple[Program, ...]
    tables: tuple[str, ...] = ()
    routes: tuple[Route, ...] = ()
    checks_tokens: str = ""
    calls: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    keeps_objects: bool = False
    inherits_objects: bool = False
    helpers: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()

    @property
    def components(self) -> tuple[str, ...]:  # of migrations, in their order
        return *self.tables, self.name


def read(file: Path) -> tuple[Service, ...]:
    """A word that this program does not know is an error, never left unread."""
    return tuple(_service(name, dict(entry)) for name, entry in tomllib.loads(file.read_text(encoding="utf-8")).items())


def _service(name: str, entry: dict) -> Service:
    programs = tuple(Program(program, name, **_frozen(words)) for program, words in entry.pop("programs").items())
    routes = tuple(Route(route["at"], tuple(route.get("with", ()))) for route in entry.pop("routes"))
    return Service(name, programs=programs, routes=routes, **_frozen(entry))


def _frozen(entry: dict) -> dict:
    return {word: tuple(value) if isinstance(value, list) else value for word, value in entry.items()}


SERVICES = read(FILE)
NAMES = tuple(service.name for service in SERVICES)
PROGRAMS = tuple(program for service in SERVICES for program in service.programs)
OBJECT_KEEPERS = tuple(service.name for service in SERVICES if service.keeps_objects)
FOLDERS = tuple(folder for service in SERVICES for folder in service.folders)
TOKEN_CHECKER = next(service for service in SERVICES if service.checks_tokens)


def named(name: str) -> Service:
    return next(service for service in SERVICES if service.name == name)


def listed(words: Iterable[str]) -> str:
    """a, b and c"""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def api_of(name: str) -> Program:
    """Which of a service's programs answers others."""
    return next(program for program in named(name).programs if program.answers_people)


def owner_of_helper(helper: str) -> str:
    return next(service.name for service in SERVICES if helper in service.helpers)


def who_is_told(variable: str) -> str:
    """The service of the one program that is told this variable."""
    return next(program.owner for program in PROGRAMS if variable in program.variables)
