"""What nginx says about errors, without what people sent: a filter from its stderr to the gateway's log.

nginx ends each line about a connection with the request line, the referrer and the address asked upstream, and quotes header
fields in its messages; none of this can be configured away. Mailed tokens, signatures and share tokens stand there. Kept are the
words, who called and which server was asked, as a line of JSON with the fields that every program's lines have; `connection` is that of
the access log, which has trace, request id and path.

It stands alone: launch.py runs it as a file, in isolation.
"""

import json
import os
import re
import sys
import time

MAX = 64 * 1024  # of one line; nginx writes 2 KiB at most
OWN_WORDS = re.compile(rb"nginx: |\d{4}/\d\d/\d\d \d\d:\d\d:\d\d \[\w+\] \d+#\d+: ")
ABOUT_A_CONNECTION = re.compile(OWN_WORDS.pattern + rb"\*\d+ ")
MESSAGE = re.compile(rb"(.*?)(?:, client: ([0-9a-fA-F.:]+|unix:)(?=,|$).*)?$", re.DOTALL)
UPSTREAM = re.compile(rb', upstream: "(?:\w+://)?([0-9a-zA-Z_.:\[\]-]+)')
LINE = re.compile(rb"(\d{4})/(\d\d)/(\d\d) (\d\d:\d\d:\d\d) \[(\w+)\] \d+#\d+: (?:\*(\d+) )?(.*)", re.DOTALL)
LEVEL = re.compile(rb"nginx: \[(\w+)\] ")
SEVERITIES = {b"warn": "WARN", b"error": "ERROR", b"crit": "ERROR", b"alert": "ERROR", b"emerg": "ERROR"}  # below: INFO
QUOTED = re.compile(rb'".*"|".*', re.DOTALL)


def kept(line: bytes) -> bytes:
    """The line, without line end."""
    if not ABOUT_A_CONNECTION.match(line):
        return line if OWN_WORDS.match(line) else b"(%d bytes that are no line of nginx)" % len(line)
    message, client = MESSAGE.match(line).groups()
    rest = b", client: " + client if client else b""
    upstream = UPSTREAM.search(line, len(message))
    if upstream:
        rest += b", upstream: " + upstream[1]
    return QUOTED.sub(b'"..."', message) + rest


def told(line: bytes) -> bytes:
    """What is kept of a line, as this log has it."""
    words, connection = kept(line), None
    if found := LINE.fullmatch(words):
        year, month, day, hour, level, connection, words = found.groups()
        moment = b"%s-%s-%sT%s+00:00" % (year, month, day, hour)   # nginx runs in UTC
    else:
        level = found[1] if (found := LEVEL.match(words)) else b"warn"
        moment = time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime()).encode()
    fields = {"timestamp": moment.decode(), "severity": SEVERITIES.get(level, "INFO"), "service": "gateway",
              "message": words.decode(errors="replace")}
    if connection:
        fields["connection"] = int(connection)
    return json.dumps(fields, ensure_ascii=False).encode()


def main() -> None:
    waiting = b""
    while part := os.read(0, MAX):
        *lines, waiting = (waiting + part).split(b"\n")
        if len(waiting) > MAX:
            lines, waiting = [*lines, waiting], b""
        _write(b"".join(told(line) + b"\n" for line in lines))
    if waiting:
        _write(told(waiting) + b"\n")


def _write(text: bytes) -> None:
    try:
        os.write(1, text)
    except OSError:
        pass  # the disk is full: these lines are lost, nginx goes on


if __name__ == "__main__":
    sys.exit(main())
