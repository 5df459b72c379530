"""The supervisor on programs of our own: back-off, leftovers, adoption, the end of the owner."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

import pytest

from local import process, rotation
from local.state import State
from local.unit import Plan, Unit

DEPLOY = Path(__file__).parents[2] / "deploy"
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(DEPLOY)}
# Starts a child that outlives it, in a session of its own, and then waits: like an nginx master or a postmaster.
FAMILY = "import subprocess,time,sys; subprocess.Popen(['/bin/sleep','300'],start_new_session=True,close_fds=False); time.sleep(300)"


def until(condition, seconds=60.0):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


@pytest.fixture
def supervise(tmp_path):
    """supervise(units...): a running supervisor over these units."""
    state = State(tmp_path / "s")
    state.lay_out()
    state.wanted.touch()
    started = []

    def start(*units, owner=None):
        Plan(list(units), owner).write(state.plan)
        started.append(subprocess.Popen([sys.executable, "-m", "local.supervisor", str(state.root)], env=ENVIRONMENT,
                                        stdout=subprocess.PIPE, text=True))
        return state

    yield start
    state.wanted.unlink(missing_ok=True)
    for name in ("supervisor", "watcher"):
        who = process.recorded(state.record(name)) if state.run.exists() else None
        if who:
            process.send(who, signal.SIGTERM)
            process.wait_end(who, 20)
    for child in started:
        child.wait(20)


def unit(name, *argv, **more):
    return Unit(name, list(argv), stage=1, cwd="/", environment=ENVIRONMENT, **more).sealed()


def test_a_program_that_always_fails_is_tried_for_ever_but_not_busily(supervise):
    state = supervise(unit("flaky", "/bin/false"))
    tries = lambda: json.loads((state.run / "restarts.json").read_text()).get("flaky", 0)  # noqa: E731
    until(lambda: (state.run / "restarts.json").exists() and tries() >= 5)
    before, begun = tries(), time.monotonic()
    until(lambda: tries() > before, 10)
    assert time.monotonic() - begun < 5
    assert tries() < 12


def test_what_a_killed_program_leaves_is_ended_before_it_starts_again(supervise):
    state = supervise(unit("family", sys.executable, "-c", FAMILY))
    until(lambda: len(process.holders(state.lock("family"))) == 2)
    first = process.recorded(state.record("family"))
    orphan = next(who for who in process.holders(state.lock("family")) if who != first)
    process.send(first, signal.SIGKILL)
    until(lambda: process.recorded(state.record("family")) not in (None, first))
    assert not process.alive(orphan)
    until(lambda: len(process.holders(state.lock("family"))) == 2)


def test_a_unit_that_changed_in_the_plan_is_restarted_and_the_others_are_not(supervise):
    still, changing = unit("still", "/bin/sleep", "300"), unit("changing", "/bin/sleep", "301")
    state = supervise(still, changing)
    until(lambda: process.recorded(state.record("still")) and process.recorded(state.record("changing")))
    before = {name: process.recorded(state.record(name)) for name in ("still", "changing")}
    Plan([still, unit("changing", "/bin/sleep", "302")]).write(state.plan)
    process.send(process.recorded(state.record("supervisor")), signal.SIGHUP)
    until(lambda: process.recorded(state.record("changing")) not in (None, before["changing"]))
    assert process.recorded(state.record("still")) == before["still"]


def test_a_program_that_ignores_sigterm_is_killed_after_its_time(supervise):
    stubborn = unit("stubborn", sys.executable, "-c",
                    "import signal,time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ignoring', flush=True); time.sleep(300)",
                    stop_seconds=0.3)
    state = supervise(stubborn)
    until(lambda: state.log("stubborn").exists() and "ignoring" in state.log("stubborn").read_text())
    who = process.recorded(state.record("stubborn"))
    state.wanted.unlink()
    process.send(process.recorded(state.record("supervisor")), signal.SIGTERM)
    until(lambda: not process.alive(who), 5)


@pytest.mark.skipif(not Path("/proc/self/autogroup").exists(), reason="this kernel has no autogroups")
def test_a_unit_gives_way_to_the_others_as_far_as_it_says(supervise):
    state = supervise(unit("polite", "/bin/sleep", "300", niceness=10), unit("plain", "/bin/sleep", "300"))
    until(lambda: process.recorded(state.record("polite")) and process.recorded(state.record("plain")))
    weight = lambda name: Path(f"/proc/{process.recorded(state.record(name)).pid}/autogroup").read_text().split()[-1]  # noqa: E731
    until(lambda: weight("polite") == "10")
    assert weight("plain") == "0"


def test_all_ends_with_the_owner_and_the_state_goes(supervise):
    owner = subprocess.Popen(["/bin/sleep", "300"])
    state = supervise(unit("owned", "/bin/sleep", "300"), owner=asdict(process.identity(owner.pid)))
    until(lambda: process.recorded(state.record("owned")))
    who = process.recorded(state.record("owned"))
    owner.kill()
    owner.wait()
    until(lambda: not process.alive(who) and not state.root.exists())


def test_a_full_disk_ends_neither_supervisor_nor_watcher_nor_what_they_keep(tmp_path):
    program = Path(__file__).with_name("on_a_full_disk.py")
    inside = f"mount -t tmpfs -o size=2m none '{tmp_path}' && exec '{sys.executable}' '{program}' '{tmp_path}'"
    done = subprocess.run(["unshare", "--map-root-user", "--mount", "sh", "-c", inside], env=ENVIRONMENT, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
    assert done.returncode == 0, done.stdout
    assert done.stdout.splitlines()[-1] == "all came back"


def test_on_a_full_disk_a_large_log_waits_and_the_oldest_goes(tmp_path, monkeypatch):
    log = tmp_path / "x.log"
    for number in range(5):
        log.write_text(str(number))
        rotation.rotate(log)
    log.write_text("new")

    def full(*_):
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(rotation.shutil, "copyfileobj", full)
    rotation.rotate(log)
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"x.log": "new", "x.log.1": "4", "x.log.2": "3"}


def test_a_large_log_moves_aside_and_three_old_ones_are_kept(tmp_path):
    log = tmp_path / "x.log"
    for number in range(6):
        log.write_text(str(number))
        rotation.rotate(log)
    assert log.read_text() == ""
    assert [(tmp_path / f"x.log.{n}").read_text() for n in (1, 2, 3)] == ["5", "4", "3"]
    assert not (tmp_path / "x.log.4").exists()


def test_a_killed_test_run_leaves_no_server(tmp_path):
    script = ("import os,sys; from pathlib import Path; from local.test_run import Servers\n"
              f"servers = Servers(Path({str(DEPLOY.parent)!r})).__enter__()\n"
              "print(servers.state.root, flush=True); os.kill(os.getpid(), 9)")
    killed = subprocess.run([sys.executable, "-c", script], env=dict(os.environ) | {"PYTHONPATH": str(DEPLOY)},
                            stdout=subprocess.PIPE, text=True, timeout=120)
    root = Path(killed.stdout.strip())
    until(lambda: not (root / "run").exists() and not _uses(root), 20)


def _uses(root):
    return [pid for pid in os.listdir("/proc") if pid.isdigit() and str(root).encode() in _command(pid)]


def _command(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
