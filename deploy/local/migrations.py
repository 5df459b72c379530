"""Runs mrbill-migrate for each database: first the platform's tables, then the service's own. Before the programs that need them arrive."""

from __future__ import annotations

import subprocess

from . import program, users
from .description import SERVICES
from .postgres import Postgres
from .state import State
from .unit import base_environment

COMPONENTS = {service.name: service.components for service in SERVICES}


class MigrationFailed(Exception):
    pass


def migrate(state: State, postgres: Postgres) -> None:
    source = program.newest(state)
    migrator = source / "bin" / "mrbill-migrate"
    if not migrator.exists():
        return
    for database, components in COMPONENTS.items():
        folders = [f"{name}={source}/migrations/{name}" for name in components if (source / "migrations" / name).is_dir()]
        done = subprocess.run(
            [*users.prefix(state, database), migrator, "--role", f"app={database}_app", "--role", f"worker={database}_worker", *folders],
            capture_output=True, text=True, timeout=300,
            env=base_environment() | {"MRBILL_MIGRATE_URL": postgres.url(f"{database}_owner", database)})
        with open(state.log("migrate"), "a", encoding="utf-8") as log:
            log.write(done.stdout + done.stderr)
        if done.returncode != 0:
            raise MigrationFailed(f"the migration of database {database} failed:\n{done.stdout}{done.stderr}")
