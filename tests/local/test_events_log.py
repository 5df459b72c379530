"""A damaged log of the events Redis: repaired as far as possible, and the server starts whatever was done to it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from local import events_log, ports


class Server:
    """redis-server through events_log.py, again and again as a supervisor would, its log in a file."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder / "data", ports.take_free()
        self.folder.mkdir()
        self.words = folder / "events.log"
        self.configuration = folder / "events.conf"
        self.configuration.write_text(f"port {self.port}\nbind 127.0.0.1\ndir {self.folder}\n"
                                      "save \"\"\nappendonly yes\nappendfsync always\n")
        self.child = None

    def start(self) -> None:
        deadline = time.monotonic() + 20
        while not self._answers():
            assert time.monotonic() < deadline, self.words.read_text()
            if self.child is None or self.child.poll() is not None:
                with open(self.words, "ab") as log:
                    self.child = subprocess.Popen([sys.executable, "-I", "-S", events_log.__file__, self.folder, self.configuration],
                                                  stdout=log, stderr=log)
            time.sleep(0.02)

    def kill(self) -> None:
        if self.child is not None:
            self.child.kill()
            self.child.wait(20)

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), 1):
                return self.command("PING") == "PONG"
        except OSError:
            return False

    def command(self, *words: str) -> str:
        return subprocess.run(["redis-cli", "-p", str(self.port), *words], text=True, capture_output=True, timeout=20).stdout.strip()

    @property
    def log(self) -> Path:
        return next((self.folder / "appendonlydir").glob("*.incr.aof"))


@pytest.fixture
def server(tmp_path):
    one = Server(tmp_path)
    one.start()
    one.command("SET", "events:life", "first")
    for number in range(60):
        one.command("XADD", "events", "*", "event", f"event {number} " + "x" * 200)
    yield one
    one.kill()


def damage(server: Server, change) -> None:
    server.kill()
    server.log.write_bytes(change(server.log.read_bytes()))
    server.start()


def test_a_whole_log_is_left_alone(server):
    server.kill()
    before = server.log.read_bytes()
    assert events_log.repair(str(server.folder), server.words.read_text()) == ""
    assert server.log.read_bytes() == before
    server.start()
    assert (server.command("XLEN", "events"), server.command("GET", "events:life")) == ("60", "first")


def test_what_lies_before_a_hole_is_kept_and_the_life_of_the_bus_ends(server):
    damage(server, lambda data: data[:len(data) // 2] + bytes(300) + data[len(data) // 2 + 300:])
    assert 10 < int(server.command("XLEN", "events")) < 50
    assert server.command("GET", "events:life") == ""
    server.command("XADD", "events", "*", "event", "new")
    server.kill()
    server.start()
    assert server.command("XREVRANGE", "events", "+", "-", "COUNT", "1").endswith("new")


def test_a_torn_end_is_cut_off(server):
    damage(server, lambda data: data[:-100])
    assert server.command("XLEN", "events") == "59"


def test_a_command_that_is_none_is_seen_by_the_server_alone_and_the_log_is_set_aside(server):
    damage(server, lambda data: data.replace(b"\r\nXADD\r\n", b"\r\nXXXX\r\n", 30))
    assert server.command("XLEN", "events") == "0" and server.command("GET", "events:life") == ""
    assert (server.folder / "damaged").is_dir()
    server.command("XADD", "events", "*", "event", "new")
    server.kill()
    server.start()
    assert server.command("XLEN", "events") == "1"


@pytest.mark.parametrize("name", ["*.base.rdb", "*.incr.aof", "*.manifest"])
@pytest.mark.parametrize("harm", ["gone", "garbage", "empty"])
def test_the_server_starts_whatever_is_damaged(server, name, harm):
    server.command("BGREWRITEAOF")
    deadline = time.monotonic() + 20
    while ("aof_rewrite_in_progress:0" not in server.command("INFO", "persistence")
           or "base.rdb" not in str(list((server.folder / "appendonlydir").iterdir()))):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    server.kill()
    file = next((server.folder / "appendonlydir").glob(name))
    file.unlink() if harm == "gone" else file.write_bytes(b"" if harm == "empty" else b"\x00garbage\r\n" * 50)
    server.start()
    server.command("XADD", "events", "*", "event", "new")
    server.kill()
    server.start()
    assert server.command("XREVRANGE", "events", "+", "-", "COUNT", "1").endswith("new")
    if int(server.command("XLEN", "events")) < 61:
        assert server.command("GET", "events:life") == ""
