"""followers.py STATE: what follows from services.toml, as JSON. The package `local` is the one of PYTHONPATH, which may be a copy."""

import json
import subprocess
import sys
from pathlib import Path

from local import backup, coverage, description, docs, migrations, ports, restore, users
from local.lifecycle import Lifecycle
from local.state import State
from platform_fixtures import unlimited


def main() -> None:
    state = State(Path(sys.argv[1]))
    state.lay_out()
    _pretend_to_be_installed(state)
    world = Lifecycle(state).surroundings(ports.choose(state.ports, None, running=False))
    units = {unit.name: {"environment": unit.environment, "asks": unit.asks, "overlaps": unit.overlaps}
             for unit in world.units()}
    print(json.dumps({
        "ports": world.ports, "units": units, "ready": world.readiness(), "databases": _databases(world.postgres),
        "migrations": migrations.COMPONENTS, "users": users.ROLES, "nginx": _nginx(world.gateway), "coverage": coverage.PARTS,
        "page": docs.with_services((docs.PAGE / "page.js").read_text()),
        "index": docs.with_services((docs.PAGE / "index.html").read_text()),
        "keys": [key["kid"] for key in json.loads(world.public_keys(description.NAMES[0]).read_text())["keys"]],
        "kept": _kept(state), "given back": _given_back(state), "derived": _taken_away(state), "unlimited": unlimited()}))


def _pretend_to_be_installed(state: State) -> None:
    (state.program / "bin").mkdir(parents=True)
    for program in description.PROGRAMS:
        (state.program / "bin" / f"mrbill-{program.name}").touch()


def _databases(postgres) -> str:
    said: list[str] = []
    postgres.sql = lambda statement: said.append(statement) or ""
    postgres.create_databases()
    return said[-1]


def _nginx(gateway) -> dict:
    gateway.prepare()
    asked = subprocess.run(["/usr/sbin/nginx", "-t", *gateway.unit().argv[1:]], capture_output=True, text=True)
    return {"takes it": asked.returncode == 0, "says": asked.stderr, "configuration": gateway.render()}


def _kept(state: State) -> list[str]:
    """What a backup would hold of what each service keeps."""
    for name in description.OBJECT_KEEPERS:
        (state.objects(name) / "file").write_text("x")
    return list(backup.objects_of(state))


def _given_back(state: State) -> list[str]:
    """To whom a restore gives objects."""
    given: list[str] = []
    users.give_tree = lambda _, role, folder: given.append(f"{folder.relative_to(state.root)} to {role}")
    (state.root / "staging/secrets").mkdir(parents=True)
    restore.give_back(state, state.root / "staging")
    return given


def _taken_away(state: State) -> list[str]:
    """What of data/ a restore leaves to be made anew."""
    before = {folder.name for folder in (state.root / "data").iterdir()}
    (state.root / "restore").mkdir()
    (state.root / "restore/complete").touch()
    restore.put_in_place(state)
    return sorted(before - {folder.name for folder in (state.root / "data").iterdir()})


main()
