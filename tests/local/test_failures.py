"""Whatever fails is told in words with a cure: no number of an error, no traceback."""

import errno
import os
import select
import signal
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from local import account, failures, ports, room
from local.client import Client
from local.state import State

ROOT = Path(__file__).parents[2]


def failing(number):
    return OSError(number, os.strerror(number), "/some/where")


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_failure_of_the_world_is_told_by_its_number(number):
    words = failures.told(failing(number))
    assert words and "Errno" not in words and str(number) not in words


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told_with_its_place_and_how_much_is_left(number, tmp_path):
    words = failures.told(OSError(number, os.strerror(number), str(tmp_path / "file")))
    assert str(tmp_path / "file") in words and f"{room.free(tmp_path) // room.MIB} MiB are free" in words
    assert "MiB are free" in failures.told(OSError(number, os.strerror(number)))  # also where nobody says which file it was


def test_a_program_that_failed_is_told_by_its_own_words():
    with pytest.raises(subprocess.CalledProcessError) as failed:
        subprocess.run(["sh", "-c", "echo no room at all >&2; exit 3"], check=True, capture_output=True)
    assert failures.told(failed.value) == "sh failed: no room at all"


def test_a_mistake_of_our_own_keeps_its_traceback():
    assert failures.told(KeyError("x")) is None and failures.told(ValueError("x")) is None


def test_nobody_at_an_address_is_told_with_the_address():
    with closing(socket.create_server(("127.0.0.1", 0))) as one:
        address = f"http://127.0.0.1:{one.getsockname()[1]}"
    with pytest.raises(ConnectionRefusedError) as refused:
        Client(address).get("/")
    assert address in failures.told(refused.value) and "./mrbill status" in failures.told(refused.value)
    with pytest.raises(socket.gaierror) as unknown:
        Client("http://nobody.invalid:1").get("/")
    assert "nobody.invalid" in failures.told(unknown.value)


def mrbill(*words, state, **more):
    environment = dict(os.environ) | {"MRBILL_STATE": str(state), "MRBILL_CHECKOUT": str(ROOT), "PYTHONPATH": str(ROOT / "deploy")}
    return subprocess.Popen([sys.executable, "-m", "local", *words], env=environment, text=True, cwd="/", stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)


@pytest.mark.parametrize("address", ["localhost", "ftp://localhost", "http://", "127.0.0.1:8080"])
def test_what_is_no_address_is_refused_with_an_example(address, tmp_path):
    asked = mrbill("smoke", address, state=tmp_path)
    _, said = asked.communicate(timeout=60)
    assert asked.returncode == 1 and "http://localhost:8080" in said and "Traceback" not in said


def test_a_smoke_of_nobody_names_the_address_and_no_number(tmp_path):
    asked = mrbill("smoke", "http://127.0.0.1:1", state=tmp_path)
    told, said = asked.communicate(timeout=60)
    assert asked.returncode == 1 and "nobody answers at http://127.0.0.1:1" in told and "Errno" not in told + said


def test_who_presses_control_c_sees_no_traceback(tmp_path):
    """While it waits for an answer of a person, and of a machine."""
    (tmp_path / "ports.json").write_text("{}")
    asking = mrbill("reset", state=tmp_path)
    assert select.select([asking.stdout], [], [], 60)[0]
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        calling = mrbill("smoke", f"http://127.0.0.1:{silent.getsockname()[1]}", state=tmp_path)
        silent.settimeout(60)
        with closing(silent.accept()[0]):
            for process in (asking, calling):
                process.send_signal(signal.SIGINT)
                _, said = process.communicate(timeout=60)
                assert process.returncode == -signal.SIGINT and said.strip() == "mrbill: interrupted"
    assert tmp_path.exists()


def test_who_has_read_enough_gets_no_complaint(tmp_path):
    (tmp_path / "ports.json").write_text("{}")
    reading, writing = os.pipe()
    os.close(reading)
    asked = subprocess.run([sys.executable, "-m", "local", "reset", "--help"], env=dict(os.environ) | {"PYTHONPATH": str(ROOT / "deploy")},
                           stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60)
    os.close(writing)
    assert "Traceback" not in asked.stderr and "BrokenPipe" not in asked.stderr


def test_a_question_that_nobody_answers_is_a_no(tmp_path):
    (tmp_path / "ports.json").write_text("{}")
    asked = mrbill("reset", state=tmp_path)
    told, said = asked.communicate("", timeout=60)
    assert asked.returncode == 1 and "Nothing was deleted" in told and said == "" and tmp_path.exists()


def test_a_port_that_another_program_has_is_told(tmp_path, capsys):
    taken = ports.take_free()
    with closing(socket.create_server(("127.0.0.1", taken))):
        ports._held.pop(taken).close()
        chosen = ports.choose(tmp_path / "ports.json", taken, False)
    assert chosen["gateway"] != taken
    assert f"port {taken} is taken by another program: Mr Bill is at {chosen['gateway']}" in capsys.readouterr().out


def test_what_up_takes_is_told_beforehand_and_too_little_room_is_refused_with_where_and_how_much(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("MRBILL_BUILD", str(tmp_path))
    room.before_building(ROOT)
    room.before_starting(State(tmp_path / "s"))
    told = capsys.readouterr().out
    assert "minutes" in told and str(tmp_path / "release") in told and str(tmp_path / "s") in told
    left = 100 * room.MIB
    monkeypatch.setattr(room, "free", lambda _: left)
    for refuse, place, variable in ((lambda: room.before_building(ROOT), "release", "MRBILL_BUILD"),
                                    (lambda: room.before_starting(State(tmp_path / "s")), "s", "MRBILL_STATE")):
        with pytest.raises(account.Refused) as refused:
            refuse()
        assert all(word in str(refused.value) for word in (str(tmp_path / place), "100 MiB are free", variable))


def test_what_was_built_and_started_before_is_not_announced_again(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("MRBILL_BUILD", str(tmp_path))
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / "build.ninja").touch()
    (tmp_path / "ports.json").touch()
    room.before_building(ROOT)
    room.before_starting(State(tmp_path))
    assert capsys.readouterr().out == ""
