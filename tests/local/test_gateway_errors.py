"""The filter of nginx's own words, line by line."""

import json
import subprocess
import sys

import pytest

from local import gateway_errors

HEAD = b"2026/05/04 10:00:00 [error] 12#12: "
TOKEN = b"aVerySecretToken"


@pytest.mark.parametrize("said, kept", [
    (HEAD + b'*7 connect() failed (111: Connection refused) while connecting to upstream, client: 127.0.0.1, server: , request: '
     b'"GET /a?token=aVerySecretToken HTTP/1.1", upstream: "http://127.0.0.1:2000/a?token=aVerySecretToken", host: "h"',
     HEAD + b"*7 connect() failed (111: Connection refused) while connecting to upstream, client: 127.0.0.1, upstream: 127.0.0.1:2000"),
    (HEAD + b'*7 upstream sent invalid header: "Location: /x?token=aVerySecretToken" while reading, client: ::1, server: ',
     HEAD + b'*7 upstream sent invalid header: "..." while reading, client: ::1'),
    (HEAD + b'*7 open() "/docs/aVerySecretToken" failed (2: No such file), client: unix:, server: , request: "GET /"',
     HEAD + b'*7 open() "..." failed (2: No such file), client: unix:'),
    (HEAD + b"*7 something, request: \"GET /?a=, client: aVerySecretToken", HEAD + b'*7 something, request: "..."'),
    (b"GET /a?token=aVerySecretToken", b"(29 bytes that are no line of nginx)"),
    (HEAD + b'open() "/etc/nginx/x" failed', HEAD + b'open() "/etc/nginx/x" failed'),
    (b'nginx: [emerg] bind() to 127.0.0.1:80 failed', b'nginx: [emerg] bind() to 127.0.0.1:80 failed'),
])
def test_a_line_keeps_its_words_and_loses_what_was_sent(said, kept):
    assert gateway_errors.kept(said) == kept and TOKEN not in kept


def test_a_line_has_the_fields_of_every_log():
    said = b"*7 connect() failed, client: 127.0.0.1, server: , request: \"GET /?token=aVerySecretToken\""
    line = json.loads(gateway_errors.told(HEAD + said))
    assert line == {"timestamp": "2026-05-04T10:00:00+00:00", "severity": "ERROR", "service": "gateway",
                    "message": "connect() failed, client: 127.0.0.1", "connection": 7}
    assert json.loads(gateway_errors.told(HEAD.replace(b"[error]", b"[notice]") + b"reconfiguring"))["severity"] == "INFO"
    bare = json.loads(gateway_errors.told(b'nginx: [emerg] bind() to 127.0.0.1:80 failed'))
    assert bare["severity"] == "ERROR" and set(bare) == {"timestamp", "severity", "service", "message"}


def test_it_ends_with_its_writer_and_loses_no_line():
    lines = b"".join(HEAD + b"%d worker\n" % number for number in range(5000)) + b"cut aVerySecretToken"
    done = subprocess.run([sys.executable, "-I", "-S", gateway_errors.__file__], input=lines, capture_output=True, timeout=30, check=True)
    words = [json.loads(line)["message"] for line in done.stdout.splitlines()]
    assert words == [f"{number} worker" for number in range(5000)] + ["(20 bytes that are no line of nginx)"]


def test_a_line_without_end_fills_no_memory():
    done = subprocess.run([sys.executable, "-I", "-S", gateway_errors.__file__], input=b"x" * 1_000_000, capture_output=True, timeout=30,
                          check=True)
    assert TOKEN not in done.stdout and done.stdout.count(b"bytes that are no line") > 5
