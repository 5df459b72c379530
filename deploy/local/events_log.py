"""Starts the events Redis on a log that it can read: `events_log.py FOLDER CONFIGURATION` checks, repairs, and becomes redis-server.

A server that finds a hole in its log never starts again. So: what follows the hole is cut off, or, where that is not enough, the
log is set aside (`damaged/`, one is kept) and the server begins empty. Either way the life of the bus ends (events:life, see
platform/events): who follows other people's state asks for all of it anew. What had not been published yet lies in the outboxes.

It stands alone: launch.py runs it as a file, in isolation.
"""

import os
import re
import shutil
import subprocess
import sys

SERVER, CHECK = "/usr/bin/redis-server", "/usr/bin/redis-check-aof"
MANIFEST = "appendonly.aof.manifest"
FORGET_LIFE = b"*2\r\n$3\r\nDEL\r\n$11\r\nevents:life\r\n"
LAST_WORDS = 64 * 1024
CANNOT_LOAD = re.compile(r" # .*(append only|appendonly|AOF|RDB)")


def repair(folder: str, words: str) -> str:
    """What was done; `words` are the last ones of the server that ran before."""
    log = os.path.join(folder, "appendonlydir")
    if not os.path.isdir(log) or not os.listdir(log):
        return ""
    manifest = os.path.join(log, MANIFEST)
    if not failed_to_load(words):
        if is_whole(manifest):
            return ""
        if _cut(manifest) and is_whole(manifest) and _forget_life(log, manifest):
            return "its log was damaged and is cut off before the damage"
    damaged = os.path.join(folder, "damaged")
    shutil.rmtree(damaged, ignore_errors=True)
    os.rename(log, damaged)
    return f"its log cannot be read and lies in {damaged} now; the server begins empty"


def failed_to_load(words: str) -> bool:
    """Some damage only the server sees, such as a command that is none."""
    last = words.rpartition("Redis is starting")[2]
    return "Ready to accept connections" not in last and CANNOT_LOAD.search(last) is not None


def is_whole(manifest: str) -> bool:
    return _check(manifest) == 0


def _cut(manifest: str) -> bool:
    return _check("--fix", manifest) == 0


def _check(*arguments: str) -> int:
    return subprocess.run([CHECK, *arguments], input=b"y\n", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode


def _forget_life(log: str, manifest: str) -> bool:
    with open(manifest, encoding="ascii", errors="replace") as file:
        names = re.findall(r"^file (\S+) seq \d+ type i", file.read(), re.MULTILINE)
    if not names or not os.path.isfile(os.path.join(log, names[-1])):
        return False
    with open(os.path.join(log, names[-1]), "ab") as last:
        last.write(FORGET_LIFE)
        last.flush()
        os.fsync(last.fileno())
    return True


def last_words() -> str:
    """The end of the log file that we write to."""
    try:
        with open(os.readlink("/proc/self/fd/1"), "rb") as log:
            log.seek(max(0, os.fstat(log.fileno()).st_size - LAST_WORDS))
            return log.read().decode(errors="replace")
    except OSError:
        return ""


def main() -> None:
    folder, configuration = sys.argv[1:]
    try:
        done = repair(folder, last_words())
        if done:
            print(f"mrbill: {done}", flush=True)
    except OSError as error:  # a full disk: the server is tried as it is
        os.write(2, f"mrbill: the log could not be repaired: {error}\n".encode())
    os.execv(SERVER, [SERVER, configuration])


if __name__ == "__main__":
    main()
