"""Up and down: brings one platform from whatever state it is in to running, or ends it.

    lifecycle = Lifecycle(state)
    lifecycle.up(first_gateway=8080)      # True when something had to be done
    lifecycle.down()
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import signal
import time
from dataclasses import asdict
from pathlib import Path
from typing import Iterator

from . import description, migrations, ports, process, program, restore, supervisor, users
from .credentials import Credentials
from .gateway import Gateway
from .postgres import Postgres, pg_environment_is_clean
from .redis import Redis
from .services import NotReady, Surroundings, wait_ready
from .state import State
from .succession import ask_to_end, leaving_of, next_of
from .unit import Plan

READY_SECONDS = 60.0
REPLACED_SECONDS = 45.0  # each, one after the other
SERVERS = ("postgres", "events", "cache")


class Lifecycle:
    def __init__(self, state: State, owner_pid: int | None = None) -> None:
        self.state = state
        self.owner = asdict(process.identity(owner_pid)) if owner_pid else None
        pg_environment_is_clean()

    def surroundings(self, chosen: dict[str, int] | None = None) -> Surroundings:
        numbers = chosen or ports.remembered(self.state.ports)
        credentials = Credentials(self.state)
        return Surroundings(
            self.state, numbers, credentials, Postgres(self.state, credentials, numbers["postgres"]),
            Redis(self.state, credentials, "events", numbers["events"]),
            Redis(self.state, credentials, "cache", numbers["cache"]), Gateway(self.state, numbers))

    def running(self) -> bool:
        return self.state.wanted.exists() and process.recorded(self.state.record("supervisor")) is not None

    def up(self, first_gateway: int | None, https: bool | None = None) -> bool:
        """True when something changed or was started. `https`: whether people come so; None: as they did."""
        self.state.lay_out()
        if https is not None:
            self.state.https.touch() if https else self.state.https.unlink(missing_ok=True)
        users.lay_out(self.state)
        with self.alone():
            started = self.start_servers(first_gateway)
            world = self.surroundings()
            created = world.postgres.create_databases()
            migrations.migrate(self.state, world.postgres)
            program.arrive(self.state)
            if created:
                world.postgres.sql("checkpoint")  # or a kill soon after would have all of it to redo
                print(f"  created the databases {description.listed(description.NAMES)} with their roles")
            world.gateway.prepare()
            changed = self.follow(Plan(world.units(), self.owner))
            wait_ready(world.readiness(), READY_SECONDS)
            restore.forget_replaced(self.state)
            return started or changed

    def up_servers_only(self) -> dict[str, str]:
        """For unit tests: nothing survives a crash of the machine, everything is a little faster. The addresses."""
        self.state.lay_out()
        with self.alone():
            self.start_servers(None, "fsync = off\nfull_page_writes = off\nmax_connections = 300", say=lambda _: None)
            world = self.surroundings()
            return {"postgres": world.postgres.url("postgres", "postgres"), "events": world.events.url,
                    "cache": world.cache.url}

    def start_servers(self, first_gateway: int | None, postgres_extra: str = "", say=print) -> bool:
        """PostgreSQL and both Redis, answering."""
        if restore.is_waiting(self.state):
            self.end_all()
            restore.put_in_place(self.state)
        running = self.running()
        if not running:
            self.end_all()  # before ports are chosen: what is left of a former life still has its own
        world = self.surroundings(ports.choose(self.state.ports, first_gateway, running, self.state.https.exists()))
        if not (world.postgres.data / "PG_VERSION").exists():
            say("  creating a private PostgreSQL cluster and two private Redis")
        world.postgres.prepare(postgres_extra or world.postgres_settings(), durable=self.owner is None)
        world.events.prepare()
        world.cache.prepare()
        if not running:
            Plan([world.postgres.unit(), world.events.unit(), world.cache.unit()], self.owner).write(self.state.plan)
            self.state.wanted.touch()
            self.start_supervisor()
        elif self._code() != self._running_code():
            self.replace_supervisors()
        self._note_code()
        world.postgres.wait(60)
        world.events.wait(30)
        world.cache.wait(30)
        return not running

    def _code(self) -> str:
        """A fingerprint of this package, which the supervisor runs."""
        digest = hashlib.sha256()
        for file in sorted(Path(__file__).parent.glob("*.py")):
            digest.update(file.read_bytes())
        return digest.hexdigest()

    def _running_code(self) -> str:
        file = self.state.run / "supervisor.code"
        return file.read_text() if file.exists() else ""

    def _note_code(self) -> None:
        process.write_atomically(self.state.run / "supervisor.code", self._code())

    def replace_supervisors(self) -> None:
        """After an update of this package: both start anew and adopt what runs."""
        for name in ("watcher", "supervisor"):
            who = process.recorded(self.state.record(name))
            if who is not None:
                process.send(who, signal.SIGTERM)
                process.wait_end(who, 5)
        self.start_supervisor()

    def start_supervisor(self) -> None:
        deadline = time.monotonic() + 10
        while process.recorded(self.state.record("supervisor")) is None:
            if time.monotonic() > deadline:
                raise TimeoutError(f"the supervisor does not start: see {self.state.log('supervisor')}")
            supervisor.start_detached("local.supervisor", self.state)
            self._wait_for(lambda: process.recorded(self.state.record("supervisor")) is not None, 2.0)

    def follow(self, plan: Plan) -> bool:
        """Tells the supervisor a new plan; waits until every changed unit was started anew."""
        before = {unit.name: unit.fingerprint for unit in Plan.read(self.state.plan).units}
        changed = [unit.name for unit in plan.units if before.get(unit.name) != unit.fingerprint]
        replaced = self._recorded(changed)
        if not plan.write(self.state.plan):
            return False
        self._wait_replaced(replaced)
        return bool(changed)

    def restart(self, names: list[str]) -> None:
        """Each of them anew, one after the other, without a gap where it can be."""
        with self.alone():
            replaced = self._recorded(names)
            process.write_atomically(self.state.restart, "\n".join(names))
            self._wait_replaced(replaced)
            wait_ready(self.surroundings().readiness(), READY_SECONDS)

    def _recorded(self, names: list[str]) -> dict[str, process.Identity | None]:
        return {name: process.recorded(self.state.record(name)) for name in names}

    def _wait_replaced(self, replaced: dict[str, process.Identity | None]) -> None:
        who = process.recorded(self.state.record("supervisor"))
        if who is not None:
            process.send(who, signal.SIGHUP)
        for name, old in replaced.items():
            if not self._wait_for(lambda n=name, o=old: process.recorded(self.state.record(n)) not in (None, o), REPLACED_SECONDS):
                raise NotReady([name])

    def down(self) -> bool:
        """True when something ran."""
        if not self.state.run.exists():
            return False
        with self.alone():
            return self.end_all()

    def end_all(self) -> bool:
        watchers = [process.recorded(self.state.record(name)) for name in ("supervisor", "watcher")]
        ran = any(watchers)
        self.state.wanted.unlink(missing_ok=True)
        if watchers[0] is not None:
            process.send(watchers[0], signal.SIGTERM)
        for who in watchers:
            if who is not None and not process.wait_end(who, 60):
                process.send(who, signal.SIGKILL)
        return self.end_leftovers() or ran

    def end_leftovers(self) -> bool:
        """Whatever lives without a supervisor, for example after both it and its watcher were killed."""
        found = False
        for unit in sorted(Plan.read(self.state.plan).units, key=lambda unit: -unit.stage):
            who = process.recorded(self.state.record(unit.name))
            if who is not None:
                found = True
                ask_to_end(who, unit)
                process.wait_end(who, unit.stop_seconds)
            for slot in (unit.name, next_of(unit.name), leaving_of(unit.name)):
                process.end_family(self.state.lock(slot))
        for keeper in ("watcher", "supervisor"):
            process.end_family(self.state.lock(keeper))
        return found

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """One up or down at a time."""
        descriptor = os.open(self.state.run / "command.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    @staticmethod
    def _wait_for(condition, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > deadline:
                return False
            time.sleep(0.02)
        return True
