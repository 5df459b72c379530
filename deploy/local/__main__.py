"""python3 -m local COMMAND ...: see ../../mrbill help."""

from __future__ import annotations

import os
import sys

from . import commands
from .account import Refused
from .build import BuildFailed
from .client import UnexpectedAnswer
from .migrations import MigrationFailed

TABLE = {
    "up": commands.up, "restart": commands.restart, "down": commands.down, "status": commands.show_status, "logs": commands.show_logs,
    "mail": commands.show_mail, "demo": commands.load_demo, "reset": commands.reset, "smoke": commands.run_smoke,
    "backup": commands.backup, "restore": commands.restore, "bench": commands.run_bench, "dead-letters": commands.dead_letters,
    "servers": commands.servers,
}


def main() -> int:
    sys.stdout.reconfigure(line_buffering=True)
    if commands.inside():
        os.umask(0o077)
    name, arguments = sys.argv[1], sys.argv[2:]
    if name == "test":
        from . import test_run
        return test_run.main(arguments)
    try:
        return TABLE[name](arguments)
    except (Refused, BuildFailed, MigrationFailed, TimeoutError, UnexpectedAnswer, OSError, RuntimeError) as error:
        print(f"mrbill: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


sys.exit(main())
