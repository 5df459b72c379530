"""One generation after the other, on a program of our own that listens as the services do."""

import json
import os
import signal
import socket
import time
from pathlib import Path

import pytest

from local import process
from local.succession import leaving_of, next_of
from local.unit import Plan, Unit

from test_supervisor import DEPLOY, supervise, until  # noqa: F401  (a fixture)

SERVICE = Path(__file__).with_name("stand_in_service.py")


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def service(port, word="one", *, seconds_to_end=0.0, stubborn=False, stop_seconds=10.0):
    return Unit("service", ["/usr/bin/python3", str(SERVICE), str(port), word, str(seconds_to_end), "stubborn" if stubborn else "ends"],
                stage=1, cwd="/", environment={"PATH": "/usr/bin:/bin"}, stop_seconds=stop_seconds, overlaps=True,
                asks=f"http://127.0.0.1:{port}/health/ready").sealed()


def ask(port, what="word"):
    """The word of who answers."""
    with socket.create_connection(("127.0.0.1", port), 5) as link:
        link.sendall(b"GET / HTTP/1.1\r\n\r\n")
        return json.loads(link.makefile("rb").read().partition(b"\r\n\r\n")[2])[what]


def answers(port):
    try:
        return ask(port)
    except OSError:
        return None


def change(state, *units):
    Plan(list(units)).write(state.plan)
    process.send(process.recorded(state.record("supervisor")), signal.SIGHUP)


def running(state, name="service"):
    return process.recorded(state.record(name))


def test_a_successor_serves_before_its_predecessor_ends(supervise, port):
    state = supervise(service(port, "old", seconds_to_end=1.0))
    until(lambda: answers(port) == "old")
    old = running(state)
    change(state, service(port, "new"))
    words = []
    until(lambda: words.append(ask(port)) or not process.alive(old))
    assert set(words) == {"old", "new"}, "somebody always answered"
    assert running(state) not in (None, old) and ask(port) == "new"
    until(lambda: running(state, leaving_of("service")) is None)


def test_a_predecessor_that_does_not_end_is_killed_after_its_time(supervise, port):
    state = supervise(service(port, "slow", seconds_to_end=300, stop_seconds=1.0))
    until(lambda: answers(port) == "slow")
    old = running(state)
    change(state, service(port, "quick", stop_seconds=1.0))
    until(lambda: ask(port) == "quick")
    until(lambda: not process.alive(old), 10)


def test_a_successor_that_cannot_serve_leaves_its_predecessor_alone(supervise, port):
    state = supervise(service(port, "good"))
    until(lambda: answers(port) == "good")
    old = running(state)
    broken = service(port, "bad")
    broken.argv = ["/bin/false"]
    change(state, broken.sealed())
    time_of_trying = time.monotonic() + 1.5
    until(lambda: ask(port) == "good" and time.monotonic() > time_of_trying)
    assert running(state) == old
    change(state, service(port, "mended"))
    until(lambda: ask(port) == "mended" and not process.alive(old))


def test_who_is_asked_to_end_by_hand_has_a_successor_first(supervise, port):
    state = supervise(service(port, "same", seconds_to_end=3.0))
    until(lambda: answers(port) == "same")
    old = running(state)
    process.send(old, signal.SIGTERM)
    until(lambda: ask(port) and running(state) not in (None, old))
    until(lambda: ask(port) and not process.alive(old))


def test_a_supervisor_that_dies_in_between_is_followed_by_one_that_finishes_it(supervise, port):
    state = supervise(service(port, "old", seconds_to_end=2.0))
    until(lambda: answers(port) == "old")
    change(state, service(port, "new"))
    until(lambda: running(state, leaving_of("service")) is not None)
    leaving = running(state, leaving_of("service"))
    supervisor = process.recorded(state.record("supervisor"))
    process.send(supervisor, signal.SIGKILL)
    until(lambda: process.recorded(state.record("supervisor")) not in (None, supervisor), 20)
    assert ask(port)
    until(lambda: not process.alive(leaving), 20)
    assert ask(port) == "new" and running(state, next_of("service")) is None


def test_a_change_that_a_dying_supervisor_did_not_see_is_made_by_the_next(supervise, port):
    state = supervise(service(port, "old"))
    until(lambda: answers(port) == "old")
    supervisor = process.recorded(state.record("supervisor"))
    Plan([service(port, "new")]).write(state.plan)
    process.send(supervisor, signal.SIGKILL)
    until(lambda: answers(port) == "new", 20)


def test_what_is_frozen_is_taken_out_and_is_back_within_five_seconds(supervise, port):
    state = supervise(service(port))
    until(lambda: answers(port) == "one")
    until(lambda: ask(port, "asked") > 0)
    old = running(state)
    begun = time.monotonic()
    process.send(old, signal.SIGSTOP)
    until(lambda: not process.alive(old), 25)
    until(lambda: answers(port) == "one")
    print(f"back after {time.monotonic() - begun:.1f} s")
    assert time.monotonic() - begun < 25


def test_what_works_too_hard_to_answer_is_not_taken_out(supervise, port):
    state = supervise(service(port, stubborn=True))
    until(lambda: running(state) and answers(port) == "one")
    until(lambda: ask(port, "asked") > 0)
    old = running(state)
    process.send(old, signal.SIGUSR1)  # from now on it computes
    deadline = time.monotonic() + 7
    until(lambda: time.monotonic() > deadline)
    assert running(state) == old


def test_what_is_held_is_not_taken_out(supervise, port):
    state = supervise(service(port))
    until(lambda: answers(port) == "one")
    old = running(state)
    (state.run / "service.held").touch()
    process.send(old, signal.SIGSTOP)
    deadline = time.monotonic() + 6
    until(lambda: time.monotonic() > deadline)
    assert running(state) == old
    process.send(old, signal.SIGCONT)


def test_what_reads_its_files_again_is_not_restarted(supervise, tmp_path):
    told, settings = tmp_path / "told", tmp_path / "settings"
    settings.write_text("one")
    script = f"import signal,time,pathlib; signal.signal(signal.SIGHUP, lambda *_: pathlib.Path({str(told)!r}).write_text('again')); " \
             f"pathlib.Path({str(told)!r}).write_text('ready'); [time.sleep(1) for _ in range(300)]"
    unit = lambda: Unit("reader", ["/usr/bin/python3", "-c", script], stage=1, cwd="/", environment={"PATH": "/usr/bin"},  # noqa: E731
                        reload_signal="SIGHUP").sealed(loads=(settings,))
    state = supervise(unit())
    until(lambda: told.exists() and told.read_text() == "ready")
    before = running(state, "reader")
    settings.write_text("two")
    change(state, unit())
    until(lambda: told.read_text() == "again")
    assert running(state, "reader") == before
