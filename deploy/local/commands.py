"""The commands of ./mrbill. Those that touch the state run as the ordinary user, from the installed copy of this package."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from . import account, backup_commands, build, demo, docs, logs, mail, program, smoke, status
from .account import Refused
from .dead_letters import DeadLetters
from .lifecycle import Lifecycle
from .services import NotReady, tail
from .state import State
from .unit import Plan

FIRST_GATEWAY = 8080


def checkout() -> Path:
    return Path(os.environ["MRBILL_CHECKOUT"])


def inside() -> bool:
    """True in the second process: the ordinary user's."""
    return "MRBILL_INSIDE" in os.environ


def step_inside(arguments: list[str], make: bool = False) -> State:
    """Outside: goes on as the ordinary user and does not return. Inside: the state."""
    if inside():
        return State(Path(os.environ["MRBILL_STATE"]))
    state = account.state_for_root(checkout()) if account.is_root() and make else State.of(checkout())
    if not make and not state.exists:
        raise Refused(f"there is no platform in {state.root} yet: run ./mrbill up")
    account.may_use(state)
    os.environ["MRBILL_INSIDE"] = "1"
    account.go_on(state, arguments)


def up(arguments: list[str]) -> int:
    """up [--bin FOLDER] [--no-demo] [--owner PID]: the options are for tests."""
    begun = time.monotonic()
    if not inside():
        _build_and_install(arguments)
    state = step_inside(["up", *arguments], make=True)
    lifecycle = Lifecycle(state, owner_pid=int(_option(arguments, "--owner") or 0) or None)
    try:
        changed = lifecycle.up(None if "--owner" in arguments else FIRST_GATEWAY)
    except NotReady as error:
        return _explain(state, error)
    if "--no-demo" not in arguments and not state.demo.exists():
        print("  loading the demo tenants", flush=True)
        demo.load(state, lifecycle.surroundings().gateway.public_url)
        changed = True
    _greet(state, lifecycle, changed, time.monotonic() - begun)
    return 0


def _build_and_install(arguments: list[str]) -> None:
    binaries = _option(arguments, "--bin")
    if binaries is None:
        print("building (release)", flush=True)
        built = build.build(checkout(), "release")
        docs.build(checkout(), built)
        binaries = built / "bin"
    state = account.state_for_root(checkout()) if account.is_root() else State.of(checkout())
    state.root.mkdir(parents=True, exist_ok=True)
    program.install(checkout(), Path(binaries), state)
    if account.is_root():
        account.hand_over(state)


def _explain(state: State, error: NotReady) -> int:
    for name in error.names:
        print(f"\n{name} is not ready. The last lines of {state.log(name)}:\n{tail(state.log(name), 15)}")
    print(f"\nMr Bill is not up: {error} did not become ready. The supervisor goes on trying; "
          "./mrbill status and ./mrbill logs SERVICE tell more.")
    return 1


def _greet(state: State, lifecycle: Lifecycle, changed: bool, seconds: float) -> None:
    url = lifecycle.surroundings().gateway.public_url
    if not changed:
        print(f"Nothing to do: Mr Bill is already up at {url}")
    else:
        print(f"\nMr Bill is up: {url}   ({seconds:.1f} s)")
    logins = demo.remembered(state)
    if logins:
        first = logins[0]
        print(_WHAT_NEXT.format(url=url, **first))


_WHAT_NEXT = """
  demo login   {email}   password   {password}   ({role})
  documentation {url}/api/docs/      mails   ./mrbill mail      more logins   ./mrbill status

Try next:
  TOKEN=$(curl -s {url}/api/v1/auth/login -H 'Content-Type: application/json' \\
    -d '{{"email":"{email}","password":"{password}"}}' | jq -r .accessToken)
  curl -s "{url}/api/v1/pocs?search=kafka&pageSize=3" -H "Authorization: Bearer $TOKEN" | jq .items[].name
  curl -s "{url}/api/v1/pocs?language=Rust&tags=wasm" -H "Authorization: Bearer $TOKEN" | jq .pagination
"""


def servers(arguments: list[str]) -> int:
    """servers --owner PID, for tests: PostgreSQL and Redis alone, not kept beyond the owner; prints their addresses."""
    state = State(Path(os.environ["MRBILL_STATE"]))
    urls = Lifecycle(state, owner_pid=int(_option(arguments, "--owner"))).up_servers_only()
    print(json.dumps(urls))
    return 0


def restart(arguments: list[str]) -> int:
    """restart [NAME...]: without names every service."""
    state = step_inside(["restart", *arguments])
    lifecycle = Lifecycle(state)
    known = [unit.name for unit in Plan.read(state.plan).units]
    unknown = [name for name in arguments if name not in known]
    if unknown or not lifecycle.running():
        raise Refused(f"there is no {unknown[0]}; there are: {', '.join(known)}" if unknown else "Mr Bill is not up: run ./mrbill up")
    try:
        lifecycle.restart(arguments or [service.name for service in lifecycle.surroundings().present()])
    except NotReady as error:
        return _explain(state, error)
    print("Started anew, one after the other.")
    return 0


def down(arguments: list[str]) -> int:
    state = step_inside(["down"])
    print("Mr Bill is down." if Lifecycle(state).down() else "Nothing to do: Mr Bill was not up.")
    return 0


def show_status(arguments: list[str]) -> int:
    state = step_inside(["status", *arguments])
    return status.show(state, "--json" in arguments)


def show_logs(arguments: list[str]) -> int:
    return logs.show(step_inside(["logs", *arguments]), arguments)


def show_mail(arguments: list[str]) -> int:
    state = step_inside(["mail", *arguments])
    found = mail.newest(state.mail, arguments[0] if arguments else None)
    if found is None:
        print(f"No mail{' to ' + arguments[0] if arguments else ''} yet.")
        return 1
    print(f"From: {found.sender}\nTo: {found.to}\nDate: {found.date}\nSubject: {found.subject}\n\n{found.text.rstrip()}")
    if found.link:
        print(f"\nLink: {found.link}")
    return 0


def dead_letters(arguments: list[str]) -> int:
    """dead-letters [--json]: lists the events that consumers gave up; dead-letters again ID...|all: sends them again."""
    state = step_inside(["dead-letters", *arguments])
    letters = DeadLetters(Lifecycle(state).surroundings().events)
    if arguments[:1] == ["again"]:
        return _send_again(letters, arguments[1:])
    listed = letters.listed()
    if "--json" in arguments:
        print(json.dumps([vars(letter) for letter in listed], indent=2))
        return 0
    for letter in listed:
        print(letter)
    print(f"{len(listed)} dead letters." + (" Once the cause is gone: ./mrbill dead-letters again ID...|all" if listed else ""))
    return 0


def _send_again(letters: DeadLetters, places: list[str]) -> int:
    if not places:
        raise Refused("usage: ./mrbill dead-letters again ID...|all")
    if places == ["all"]:
        places = [letter.id for letter in letters.listed()]
    unknown = [place for place in places if not letters.send_again(place)]
    print(f"{len(places) - len(unknown)} sent again." + (f" There is no letter {', '.join(unknown)}." if unknown else ""))
    return 1 if unknown else 0


def load_demo(arguments: list[str]) -> int:
    state = step_inside(["demo"])
    if not Lifecycle(state).running():  # another platform may answer at the remembered port
        raise Refused(f"the platform in {state.root} is not up: run ./mrbill up")
    for login in demo.load(state, Lifecycle(state).surroundings().gateway.public_url):
        print(f"  {login['role']:6} {login['email']}  password {login['password']}  tenant {login['tenantId']}")
    return 0


def reset(arguments: list[str]) -> int:
    """Outside asks and removes the folder; inside ends what runs."""
    if inside():
        Lifecycle(step_inside([])).down()
        return 0
    state = State.of(checkout())
    if not state.root.exists():
        print("Nothing to do: there is no platform here.")
        return 0
    if "--yes" not in arguments and input(f"Delete everything in {state.root}? Type yes: ").strip() != "yes":
        print("Nothing was deleted.")
        return 1
    if state.exists:
        command = [sys.executable, "-m", "local", "reset", "--yes"]
        subprocess.run(account.prefix(state) + command, env=account.environment(state) | {"MRBILL_INSIDE": "1"},
                       cwd="/", check=True)
    account.remove_state(state, checkout())
    print("Everything is deleted.")
    return 0


def backup(arguments: list[str]) -> int:
    """backup FILE: of a running platform; it goes on meanwhile."""
    return backup_commands.backup(_existing(), arguments, inside())


def restore(arguments: list[str]) -> int:
    """restore FILE [--yes]"""
    return backup_commands.restore_from(_existing(), arguments, inside())


def _existing() -> State:
    state = State(Path(os.environ["MRBILL_STATE"])) if inside() else State.of(checkout())
    if not state.exists:
        raise Refused(f"there is no platform in {state.root} yet: run ./mrbill up")
    account.may_use(state)
    return state


def run_smoke(arguments: list[str]) -> int:
    """smoke URL [--email E --password P]; without them the first demo login."""
    if not arguments or arguments[0].startswith("--"):
        raise Refused("usage: ./mrbill smoke URL [--email ADDRESS --password PASSWORD]")
    email, password = _option(arguments, "--email"), _option(arguments, "--password")
    if email is None or password is None:
        first = demo.known_people()[0]
        email, password = first["email"], first["password"]
    return smoke.run(arguments[0], email, password)


def run_bench(arguments: list[str]) -> int:
    """bench NAME [options]: runs bench/NAME/run with what it needs in the environment."""
    folder = checkout() / "bench"
    names = sorted(path.parent.name for path in folder.glob("*/run"))
    if not arguments or arguments[0] not in names:
        raise Refused(f"usage: ./mrbill bench NAME, NAME one of: {', '.join(names) or '(none yet)'}")
    built = build.build(checkout(), "release", ("all", "bench_programs"))
    environment = dict(os.environ) | {"MRBILL_BENCH_BIN": str(built / "bin"), "MRBILL_CHECKOUT": str(checkout())}
    return subprocess.run([folder / arguments[0] / "run", *arguments[1:]], env=environment).returncode


def _option(arguments: list[str], name: str) -> str | None:
    return arguments[arguments.index(name) + 1] if name in arguments[:-1] else None
