"""One state folder is one platform: nothing of a former life stays in its way, and a copy of it is another platform."""

import json
import signal
import subprocess

import pytest

from local import process
from local.state import State
from local.unit import Plan

from platform_fixtures import RunningPlatform


def everybody(platform):
    return {unit.name: platform.process(unit.name) for unit in Plan.read(platform.state.plan).units}


def test_up_after_supervisor_and_watcher_died_keeps_its_ports_and_data_and_starts_nothing_twice(own_platform):
    own_platform.sql("postgres", "create table survived (n int)")
    ports, former = own_platform.ports, everybody(own_platform)
    keepers = [own_platform.process(name) for name in ("supervisor", "watcher")]
    for number in (signal.SIGSTOP, signal.SIGKILL):
        for who in keepers:
            process.send(who, number)
    assert all(process.wait_end(who, 10) for who in keepers)
    assert all(process.alive(who) for who in former.values())
    own_platform.up()
    assert own_platform.ports == ports
    assert not any(process.alive(who) for who in former.values())
    assert own_platform.sql("postgres", "select count(*) from survived") == "0"


@pytest.fixture
def copy(own_platform, tmp_path):
    """A copy of the running platform's state folder, without the data, as another platform."""
    copied = RunningPlatform()
    copied.overrides = {}
    copied.state.root.mkdir()
    for entry in own_platform.state.root.iterdir():
        if entry.name != "data":
            subprocess.run(["cp", "-a", entry, copied.state.root], check=True)
    owner = own_platform.state.root.stat()
    subprocess.run(["chown", f"{owner.st_uid}:{owner.st_gid}", copied.state.root], check=True)
    yield copied
    copied.down()


def test_down_on_a_copy_ends_nobody(own_platform, copy):
    before = everybody(own_platform)
    keepers = [own_platform.process(name) for name in ("supervisor", "watcher")]
    assert all(copy.process(name) is None for name in (*before, "supervisor", "watcher"))
    status = json.loads(copy.mrbill("status", "--json").stdout)
    assert {service["state"] for service in status["services"]} == {"down"}
    done = copy.mrbill("down")
    assert done.returncode == 0 and "was not up" in done.stdout, done.stdout
    assert copy.mrbill("demo").returncode == 1
    assert everybody(own_platform) == before and all(process.alive(who) for who in keepers)


def test_a_copy_comes_up_beside_its_original(own_platform, copy):
    before = everybody(own_platform)
    copy.up()
    assert not set(copy.ports.values()) & set(own_platform.ports.values())
    assert not set(everybody(copy).values()) & set(before.values())
    assert copy.mrbill("reset", "--yes").returncode == 0
    assert everybody(own_platform) == before


def test_a_record_in_a_copied_folder_names_nobody_and_a_moved_folder_stays_itself(tmp_path):
    state = State(tmp_path / "one")
    state.lay_out()
    me = process.identity(1)
    process.record(state.record("x"), me)
    subprocess.run(["cp", "-a", tmp_path / "one", tmp_path / "two"], check=True)
    assert process.recorded(State(tmp_path / "two").record("x")) is None
    (tmp_path / "one").rename(tmp_path / "moved")
    assert process.recorded(State(tmp_path / "moved").record("x")) == me
