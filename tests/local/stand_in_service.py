"""PORT WORD SECONDS_TO_END ends|stubborn: answers every request with WORD, as a service does: ends SECONDS_TO_END after SIGTERM and says
meanwhile that it drains; beside a predecessor it listens when it is ready. After SIGUSR1 it computes for ever."""

import ctypes
import json
import os
import select
import signal
import socket
import struct
import sys
import time

port, word, seconds_to_end = int(sys.argv[1]), sys.argv[2], float(sys.argv[3])
end, asked = None, 0


def on_terminate(*_):
    global end
    end = end or time.monotonic() + seconds_to_end


def compute(*_):
    while True:
        pass


signal.signal(signal.SIGTERM, on_terminate)
signal.signal(signal.SIGUSR1, compute)
if os.environ.get("MRBILL_LISTEN_WHEN_READY") == "true":
    time.sleep(0.5)
listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
listener.bind(("127.0.0.1", port))
listener.listen(64)


def step_aside():
    """As platform/http/listener.cpp does: new connections go to listener number one of the port, which is the successor's."""
    always_one = ctypes.create_string_buffer(struct.pack("HBBI", 0x06, 0, 0, 1))
    listener.setsockopt(socket.SOL_SOCKET, 51, struct.pack("HxxxxxxP", 1, ctypes.addressof(always_one)))


def over():
    return end is not None and time.monotonic() >= end


aside = False
while True:
    if over() and not aside:
        step_aside()
        aside = True
    elif aside and not select.select([listener], [], [], 0.05)[0]:
        break
    if not select.select([listener], [], [], 0.01)[0]:
        continue
    link, _ = listener.accept()
    asked += b"/health/" in link.recv(4096)
    status = "503 Service Unavailable" if end else "200 OK"
    body = json.dumps({"word": word, "code": "draining" if end else "ready", "asked": asked}, separators=(",", ":"))
    link.sendall(f"HTTP/1.1 {status}\r\nProcess-Id: {os.getpid()}\r\nConnection: close\r\n\r\n{body}".encode())
    link.close()
