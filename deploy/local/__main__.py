"""python3 -m local COMMAND ...: see usage.txt."""

from __future__ import annotations

import sys


def _without_traceback(kind, error, trace) -> None:
    """Who presses Ctrl-C, whenever it is, knows where they are. Set before anything else is imported, which takes its time."""
    if issubclass(kind, KeyboardInterrupt):
        print("\nmrbill: interrupted", file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _without_traceback

import os  # noqa: E402
import select  # noqa: E402

from . import arguments, commands, failures, test_run  # noqa: E402

TABLE = {
    "up": commands.up, "restart": commands.restart, "down": commands.down, "status": commands.show_status, "logs": commands.show_logs,
    "mail": commands.show_mail, "demo": commands.load_demo, "reset": commands.reset, "smoke": commands.run_smoke,
    "backup": commands.backup, "restore": commands.restore, "bench": commands.run_bench, "dead-letters": commands.dead_letters,
    "web": commands.develop_web, "shots": commands.shots, "test": test_run.main,
    "servers": commands.servers,  # for tests; ./mrbill does not offer it
}


def main(words: list[str]) -> int:
    sys.stdout.reconfigure(line_buffering=True, errors="backslashreplace")
    sys.stderr.reconfigure(errors="backslashreplace")
    if commands.inside():
        os.umask(0o077)
    try:
        code = _obey(words)
        sys.stdout.flush()
        return code
    except Exception as error:
        if isinstance(error, BrokenPipeError) and _nobody_reads():
            return 0  # who read has had enough: `./mrbill logs | head`
        words = failures.told(error)
        if words is None:
            raise
        print(f"mrbill: {words}", file=sys.stderr)
        return 1


def _obey(words: list[str]) -> int:
    only_understand = words[0] == "understand"
    name, *rest = words[1:] if only_understand else words
    asked = arguments.understood(name, rest)
    return 0 if only_understand else TABLE[name](asked)


def _nobody_reads() -> bool:
    poll = select.poll()
    poll.register(1, 0)
    gone = bool(poll.poll(0))
    if gone:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or the interpreter complains at its end
    return gone


sys.exit(main(sys.argv[1:]))
