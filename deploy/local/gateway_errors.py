"""What nginx says about errors, without what people sent: a filter from its stderr to the gateway's log.

nginx ends each line about a connection with the request line, the referrer and the address asked upstream, and quotes header
fields in its messages; none of this can be configured away. Mailed tokens, signatures and share tokens stand there. Kept are the
words, who called and which server was asked; `*123` is the `connection` of the access log, which has request id and path.

It stands alone: launch.py runs it as a file, in isolation.
"""

import os
import re
import sys

MOST = 64 * 1024  # of one line; nginx writes 2 KiB at most
OWN_WORDS = re.compile(rb"nginx: |\d{4}/\d\d/\d\d \d\d:\d\d:\d\d \[\w+\] \d+#\d+: ")
ABOUT_A_CONNECTION = re.compile(OWN_WORDS.pattern + rb"\*\d+ ")
MESSAGE = re.compile(rb"(.*?)(?:, client: ([0-9a-fA-F.:]+|unix:)(?=,|$).*)?$", re.DOTALL)
UPSTREAM = re.compile(rb', upstream: "(?:\w+://)?([0-9a-zA-Z_.:\[\]-]+)')
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


def main() -> None:
    waiting = b""
    while part := os.read(0, MOST):
        *lines, waiting = (waiting + part).split(b"\n")
        if len(waiting) > MOST:
            lines, waiting = [*lines, waiting], b""
        _write(b"".join(kept(line) + b"\n" for line in lines))
    if waiting:
        _write(kept(waiting) + b"\n")


def _write(text: bytes) -> None:
    try:
        os.write(1, text)
    except OSError:
        pass  # the disk is full: these lines are lost, nginx goes on


if __name__ == "__main__":
    sys.exit(main())
