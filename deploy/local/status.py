"""What runs: `status` for people, `status --json` for programs."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

from . import demo, process, users
from .lifecycle import Lifecycle
from .services import is_ready
from .state import State
from .unit import Plan


def describe(state: State) -> dict:
    lifecycle = Lifecycle(state)
    readiness = lifecycle.surroundings().readiness()
    restarts = _restarts(state)
    owner = users.name_of(state.root.stat().st_uid)
    services = []
    for unit in Plan.read(state.plan).units:
        who = process.recorded(state.record(unit.name))
        services.append({
            "name": unit.name, "user": unit.user or owner, "state": _state_of(who, readiness.get(unit.name)),
            "pid": who.pid if who else None,
            "uptimeSeconds": _uptime(who) if who else None, "restarts": restarts.get(unit.name, 0),
            "memoryBytes": _memory(who.pid) if who else None, "log": str(state.log(unit.name))})
    return {"url": lifecycle.surroundings().gateway.public_url, "services": services, "demo": _logins(state, lifecycle)}


def _logins(state: State, lifecycle: Lifecycle) -> list[dict]:
    """As they were made; what no longer holds says why."""
    logins = demo.remembered(state)
    try:
        expired = demo.expired(logins, lifecycle.surroundings().postgres)
    except RuntimeError:
        return logins  # the database is not up: nobody knows
    return [login | ({"expired": expired[login["email"]]} if login["email"] in expired else {}) for login in logins]


def _state_of(who: process.Identity | None, health: str | None) -> str:
    if who is None:
        return "down"
    return "ready" if health is None or is_ready(health) else "starting"


def _restarts(state: State) -> dict[str, int]:
    try:
        return json.loads((state.run / "restarts.json").read_text())
    except (OSError, ValueError):
        return {}


def _uptime(who: process.Identity) -> int:
    ticks = int(who.start.partition(":")[2])
    return max(0, int(time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")))


def _memory(pid: int) -> int | None:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")


def show(state: State, as_json: bool) -> int:
    """0 when everything is ready."""
    known = describe(state)
    up = Lifecycle(state).running() and all(service["state"] == "ready" for service in known["services"])
    if as_json:
        print(json.dumps(known, indent=2))
        return 0 if up else 1
    print(f"Mr Bill is {'up' if up else 'not up'}: {known['url']}   state {state.root}")
    for service in known["services"]:
        memory = f"{service['memoryBytes'] // 2**20} MiB" if service["memoryBytes"] else ""
        print(f"  {service['name']:16} {service['state']:9} {service['user']:16} pid {service['pid'] or '-':<8} "
              f"up {service['uptimeSeconds'] or 0:>6} s  restarts {service['restarts']:<3} {memory:>8}")
    shared = {service["user"] for service in known["services"]}
    if len(shared) == 1:
        print(f"  all services share the user {shared.pop()}: one of them can read the secrets of all. Started by root on a new state "
              "folder, each has its own.")
    for login in known["demo"]:
        why = f"  no longer signs in: {login['expired']} (./mrbill reset, then up, make the demo anew)" if "expired" in login else ""
        print(f"  demo {login['role']:6} {login['email']}  password {login['password']}{why}")
    return 0 if up else 1
