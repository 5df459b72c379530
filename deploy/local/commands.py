"""The commands of ./mrbill. Those that touch the state run as the ordinary user, from the installed copy of this package."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from argparse import Namespace
from pathlib import Path
from urllib.parse import urlsplit

from . import account, backup_commands, benches, build, demo, docs, logs, mail, program, room, smoke, status, web, web_commands
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


def step_inside(command: str, asked: Namespace, make: bool = False) -> State:
    """Outside: goes on as the ordinary user and does not return. Inside: the state."""
    if inside():
        return State(Path(os.environ["MRBILL_STATE"]))
    state = account.state_for_root(checkout()) if account.is_root() and make else State.of(checkout())
    if not make and not state.exists:
        raise Refused(f"there is no platform in {state.root} yet: run ./mrbill up")
    account.may_use(state)
    os.environ["MRBILL_INSIDE"] = "1"
    account.go_on(state, [command, *asked.words])


def up(asked: Namespace) -> int:
    begun = time.monotonic()
    if not inside():
        _build_and_install(asked)
    state = step_inside("up", asked, make=True)
    lifecycle = Lifecycle(state, owner_pid=asked.owner)
    try:
        changed = lifecycle.up(None if asked.owner else FIRST_GATEWAY, asked.https)
    except NotReady as error:
        return _explain(state, error)
    if not asked.no_demo and not state.demo.exists():
        print("  loading the demo tenants", flush=True)
        demo.load(state, lifecycle.surroundings().gateway.local_url)
        changed = True
    _greet(state, lifecycle, changed, time.monotonic() - begun)
    return 0


def _build_and_install(asked: Namespace) -> None:
    binaries = asked.bin
    account.check_place(State.of(checkout()))
    if binaries is None:
        room.before_building(checkout())
        print("building (release)", flush=True)
        built = build.build(checkout(), "release")
        docs.build(checkout(), built)
        web.build(checkout(), built)
        binaries = built / "bin"
    state = account.state_for_root(checkout()) if account.is_root() else State.of(checkout())
    state.root.mkdir(parents=True, exist_ok=True)
    room.before_starting(state)
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
    expired = demo.expired(logins, lifecycle.surroundings().postgres)
    holding = [login for login in logins if login["email"] not in expired]
    if url.startswith("https"):
        print(f"  its certificate is this installation's own, so a browser asks once: {lifecycle.surroundings().gateway.certificate.file}")
    if holding:
        print(_WHAT_NEXT.format(url=lifecycle.surroundings().gateway.local_url, **holding[0]))
    elif logins:
        print("No login of the demo holds any longer: ./mrbill status says why.")


_WHAT_NEXT = """
  sign in there as   {email}   password   {password}   ({role})
  documentation {url}/api/docs/      mails   ./mrbill mail      more logins   ./mrbill status

Try next:
  TOKEN=$(curl -s {url}/api/v1/auth/login -H 'Content-Type: application/json' \\
    -d '{{"email":"{email}","password":"{password}"}}' | jq -r .accessToken)
  curl -s "{url}/api/v1/pocs?search=kafka&pageSize=3" -H "Authorization: Bearer $TOKEN" | jq .items[].name
  curl -s "{url}/api/v1/pocs?language=Rust&tags=wasm" -H "Authorization: Bearer $TOKEN" | jq .pagination
"""


def servers(asked: Namespace) -> int:
    """For tests: PostgreSQL and Redis alone, not kept beyond the owner; prints their addresses."""
    state = State(Path(os.environ["MRBILL_STATE"]))
    urls = Lifecycle(state, owner_pid=asked.owner).up_servers_only()
    print(json.dumps(urls))
    return 0


def restart(asked: Namespace) -> int:
    state = step_inside("restart", asked)
    lifecycle = Lifecycle(state)
    known = [unit.name for unit in Plan.read(state.plan).units]
    unknown = [name for name in asked.names if name not in known]
    if unknown or not lifecycle.running():
        raise Refused(f"there is no {unknown[0]}; there are: {', '.join(known)}" if unknown else "Mr Bill is not up: run ./mrbill up")
    try:
        lifecycle.restart(asked.names or [service.name for service in lifecycle.surroundings().present()])
    except NotReady as error:
        return _explain(state, error)
    print("Started anew, one after the other.")
    return 0


def down(asked: Namespace) -> int:
    state = step_inside("down", asked)
    print("Mr Bill is down." if Lifecycle(state).down() else "Nothing to do: Mr Bill was not up.")
    return 0


def show_status(asked: Namespace) -> int:
    return status.show(step_inside("status", asked), asked.json)


def show_logs(asked: Namespace) -> int:
    return logs.show(step_inside("logs", asked), asked.names, asked.follow)


def show_mail(asked: Namespace) -> int:
    state = step_inside("mail", asked)
    found = mail.newest(state.mail, asked.address)
    if found is None:
        print(f"No mail{' to ' + asked.address if asked.address else ''} yet.")
        return 1
    print(f"From: {found.sender}\nTo: {found.to}\nDate: {found.date}\nSubject: {found.subject}\n\n{found.text.rstrip()}")
    if found.link:
        print(f"\nLink: {found.link}")
    return 0


def dead_letters(asked: Namespace) -> int:
    """Lists the events that consumers gave up, or sends them again."""
    state = step_inside("dead-letters", asked)
    if not Lifecycle(state).running():
        raise Refused("Mr Bill is not up, and so nobody holds the letters: run ./mrbill up")
    letters = DeadLetters(Lifecycle(state).surroundings().events)
    if asked.again:
        return _send_again(letters, asked.ids)
    listed = letters.listed()
    if asked.json:
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


def load_demo(asked: Namespace) -> int:
    state = step_inside("demo", asked)
    if not Lifecycle(state).running():  # another platform may answer at the remembered port
        raise Refused(f"the platform in {state.root} is not up: run ./mrbill up")
    for login in demo.load(state, Lifecycle(state).surroundings().gateway.local_url):
        print(f"  {login['role']:6} {login['email']}  password {login['password']}  tenant {login['tenantId']}")
    return 0


def reset(asked: Namespace) -> int:
    """Asks, ends what runs, removes the folder."""
    state = State.of(checkout())
    if not state.root.exists():
        print("Nothing to do: there is no platform here.")
        return 0
    if not asked.yes and not account.agreed(f"Delete everything in {state.root}?"):
        print("Nothing was deleted.")
        return 1
    if state.exists:
        command = [sys.executable, "-m", "local", "down"]
        ended = subprocess.run(account.prefix(state) + command, env=account.environment(state) | {"MRBILL_INSIDE": "1"}, cwd="/",
                               stdout=subprocess.DEVNULL)
        if ended.returncode != 0:
            raise Refused("what runs could not be ended, so nothing was deleted")
    account.remove_state(state, checkout())
    print("Everything is deleted.")
    return 0


def backup(asked: Namespace) -> int:
    state = _existing()
    return backup_commands.write(state) if inside() else backup_commands.backup(state, asked.file)


def restore(asked: Namespace) -> int:
    state = _existing()
    return backup_commands.read(state) if inside() else backup_commands.restore_from(state, asked.file, asked.yes)


def _existing() -> State:
    state = State(Path(os.environ["MRBILL_STATE"])) if inside() else State.of(checkout())
    if not state.exists:
        raise Refused(f"there is no platform in {state.root} yet: run ./mrbill up")
    account.may_use(state)
    return state


def develop_web(asked: Namespace) -> int:
    state = _existing()
    if not Lifecycle(state).running():
        raise Refused(f"the platform in {state.root} is not up: run ./mrbill up")
    return web_commands.develop(checkout(), Lifecycle(state).surroundings().gateway.local_url)


def shots(asked: Namespace) -> int:
    return web_commands.shots(checkout())


def run_smoke(asked: Namespace) -> int:
    """Without a login with the first of the demo."""
    email, password = asked.email, asked.password
    if email is None or password is None:
        first = demo.known_people()[0]
        email, password = first["email"], first["password"]
    parts = urlsplit(asked.url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Refused(f"{asked.url} is no address: give one such as http://localhost:8080")
    return smoke.run(checkout(), asked.url, email, password)


def run_bench(asked: Namespace) -> int:
    return benches.run(checkout(), asked.name, asked.options)
