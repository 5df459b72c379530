"""The private PostgreSQL cluster: loopback TCP only, SCRAM passwords, one database and three roles a service."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

from . import description, users
from .credentials import Credentials
from .process import write_atomically
from .state import State
from .unit import Unit, base_environment

MAJOR = "15"
BIN = Path(f"/usr/lib/postgresql/{MAJOR}/bin")
ROLES = ("owner", "app", "worker")

SETTINGS = """\
# Written by ./mrbill up; changes are overwritten.
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = ''
max_connections = 160  # each API service twice while one generation follows the other
shared_buffers = 64MB
work_mem = 8MB
maintenance_work_mem = 64MB
effective_cache_size = 512MB
max_wal_size = 512MB
# After a kill it must serve again within seconds: little to redo, and one sync of the file system, not one a file.
checkpoint_timeout = 60s
recovery_init_sync_method = syncfs
# A table that was just filled is planned well within seconds, not a minute.
autovacuum_naptime = 5s
# Backups are taken from the running server; its log may be archived (overrides.json: archive_mode, archive_command).
wal_level = replica
max_wal_senders = 4
jit = off
dynamic_shared_memory_type = posix
default_text_search_config = 'pg_catalog.english'
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
password_encryption = scram-sha-256
log_line_prefix = '%m [%p] %q%u@%d '
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
# What people sent stays out of the log: no text of a failed statement, no DETAIL with the row or key it failed on.
log_min_error_statement = panic
log_error_verbosity = terse
idle_in_transaction_session_timeout = '60s'
{extra}
"""


class Postgres:
    def __init__(self, state: State, credentials: Credentials, port: int) -> None:
        self.state, self.credentials, self.port = state, credentials, port
        self.data = state.data("postgres")
        self.configuration = state.configuration / "postgresql.conf"

    def prepare(self, extra: str = "", durable: bool = True) -> None:
        """Creates the cluster once and writes its settings: where the cluster's user reads them and cannot change them."""
        if not (self.data / "PG_VERSION").exists():
            self._initdb(() if durable else ("--no-sync",))
        write_atomically(self.configuration, SETTINGS.format(port=self.port, extra=extra))
        users.give(self.state, "postgres", self.configuration)

    def _initdb(self, options: tuple[str, ...]) -> None:
        scratch = self.data.with_name("postgres.new")
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(mode=0o700)
        password = self.state.configuration / "initdb.password"
        write_atomically(password, self.credentials.password("postgres"))
        users.give(self.state, "postgres", scratch, password)
        subprocess.run(
            [*users.prefix(self.state, "postgres"), BIN / "initdb", "-D", scratch, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8",
             "--auth=scram-sha-256", f"--pwfile={password}", "--no-instructions", *options],
            check=True, stdout=subprocess.DEVNULL, env=base_environment(), cwd="/")
        password.unlink()
        scratch.rename(self.data)

    def unit(self) -> Unit:
        # The launcher holds proof that no earlier process lives, so a left postmaster.pid is stale.
        files = [f"--{name}_file={self.data}/pg_{name}.conf" for name in ("hba", "ident")]
        return Unit("postgres", [str(BIN / "postgres"), f"--config_file={self.configuration}", f"--data_directory={self.data}", *files],
                    stage=0, cwd=str(self.data), environment=base_environment(), stop_signal="SIGINT", stop_seconds=30,
                    asks=f"postgres://127.0.0.1:{self.port}",
                    user=users.user_of(self.state, "postgres"),
                    remove_before_start=[str(self.data / "postmaster.pid")]).sealed(self.configuration)

    def url(self, role: str, database: str) -> str:
        return f"postgresql://{role}:{self.credentials.password(role)}@127.0.0.1:{self.port}/{database}"

    def sql(self, statement: str, database: str = "postgres") -> str:
        """One answer of psql as the cluster's superuser."""
        done = subprocess.run(
            ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", str(self.port),
             "-U", "postgres", "-d", database, "-f", "-"], input=statement, text=True, capture_output=True,
            env=base_environment() | {"PGPASSWORD": self.credentials.password("postgres"), "PGCONNECT_TIMEOUT": "3"})
        if done.returncode != 0:
            raise RuntimeError(f"PostgreSQL refused: {done.stderr.strip()}")
        return done.stdout.strip()

    def wait(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        ready = [str(BIN / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port), "-d", "postgres"]
        while subprocess.run(ready, env=base_environment()).returncode != 0:
            if time.monotonic() > deadline:
                raise TimeoutError("PostgreSQL does not accept connections")
            time.sleep(0.05)

    def create_databases(self) -> bool:
        """True when something was created."""
        present = set(self.sql("select rolname from pg_roles union all select datname from pg_database").split())
        statements = []
        for service in description.NAMES:
            for role in (f"{service}_{role}" for role in ROLES):
                if role not in present:
                    statements.append(f"create role {role} login password '{self.credentials.password(role)}';")
            if service not in present:
                statements += [f"create database {service} owner {service}_owner;",
                               f"revoke all on database {service} from public;",
                               f"grant connect on database {service} to {service}_app, {service}_worker;"]
        if statements:
            self.sql("\n".join(statements))
        return bool(statements)


def pg_environment_is_clean() -> None:
    """PG* variables of the caller's shell must not redirect our tools."""
    for name in [name for name in os.environ if name.startswith("PG")]:
        del os.environ[name]
