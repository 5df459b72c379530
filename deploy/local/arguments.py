"""What each command takes. Its words are understood before anything is asked, installed, built or ended.

    asked = arguments.understood("restore", ["FILE", "--yes"])
    asked.file, asked.yes, asked.words      # words: as they came, for the second process

What a command is for stands in usage.txt, which ./mrbill prints where there is no Python yet.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path
from typing import NoReturn

from . import benches

USAGE = Path(__file__).with_name("usage.txt")
CTEST_WITH_WORD = ("-R", "-E", "-L", "-LE", "-I", "-j", "--repeat", "--timeout", "--output-junit")
CTEST_ALONE = ("-N", "-V", "-VV", "-F", "-Q", "--rerun-failed", "--stop-on-failure", "--output-on-failure")


def purposes() -> dict[str, str]:
    """Of each command, in the words of usage.txt."""
    lines = re.findall(r"^  ([a-z-]+)(?: [\[A-Z].*?)?  +(\S.*)$", USAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(lines)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        print(f"mrbill: {self.prog.removeprefix('./mrbill ')}: {message}; {self.prog} --help tells what it takes", file=sys.stderr)
        sys.exit(2)


def understood(command: str, words: list[str]) -> argparse.Namespace:
    """Prints help and exits where that is asked for; says what it does not understand and exits."""
    parser = _Parser(prog=f"./mrbill {command}", allow_abbrev=False, description=purposes().get(command))
    EXPECTED[command](parser)
    asked = parser.parse_args(words)
    asked.words = words
    if command == "bench":
        _understood_by_bench(parser, asked)
    return asked


def _understood_by_bench(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> None:
    about = benches.about(benches.known(_checkout())[asked.name])
    if {"-h", "--help"} & {*asked.options}:
        print(about)
        sys.exit(0)
    word = benches.not_understood(about.partition(":")[0], asked.options)
    if word is not None:
        parser.error(f"{asked.name} does not take {word}")


def _checkout() -> Path:
    return Path(os.environ["MRBILL_CHECKOUT"])


def _nothing(parser: argparse.ArgumentParser) -> None:
    pass


def _up(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-demo", action="store_true", help="start without the demo tenants")
    parser.add_argument("--https", action="store_true", help="people come by https, with HTTP/2 and this installation's own certificate")
    parser.add_argument("--bin", metavar="FOLDER", help="programs that are already built, instead of building")
    parser.add_argument("--owner", type=int, metavar="PID", help="end all, and delete the data, when this process ends (for tests)")


def _servers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--owner", type=int, required=True)


def _restart(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", nargs="*", metavar="NAME", help="as status names them; none: every service")


def _status(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for programs")


def _logs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", nargs="*", metavar="SERVICE", help="as status names them; none: a few lines of each")
    parser.add_argument("-f", "--follow", action="store_true", help="go on with what is logged")


def _mail(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("address", nargs="?", metavar="ADDRESS", help="the newest to this address")


def _dead_letters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("again", nargs="?", choices=["again"], metavar="again", help="send these again")
    parser.add_argument("ids", nargs="*", metavar="ID", help="as they are listed, or: all")
    parser.add_argument("--json", action="store_true", help="for programs")


def _smoke(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("url", metavar="URL", help="such as http://localhost:8080")
    parser.add_argument("--email", metavar="ADDRESS", help="who signs in; without one the first of the demo")
    parser.add_argument("--password", metavar="PASSWORD")


def _reset(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="without asking")


def _file(parser: argparse.ArgumentParser, help: str) -> None:
    """The second process has it open already."""
    parser.add_argument("file", metavar="FILE", nargs="?" if "MRBILL_INSIDE" in os.environ else None, help=help)


def _backup(parser: argparse.ArgumentParser) -> None:
    _file(parser, "is made, or replaced once the new one is whole")


def _restore(parser: argparse.ArgumentParser) -> None:
    _file(parser, "what backup wrote")
    parser.add_argument("--yes", action="store_true", help="without asking")


def _bench(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", choices=[*benches.known(_checkout())], help="./mrbill bench lists them")
    parser.add_argument("options", nargs=argparse.REMAINDER, metavar="...", help="its own: ./mrbill bench NAME --help")


def _shots(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="?", choices=["web"], default="web", metavar="web", help="every screen of the web client")


def _test(parser: argparse.ArgumentParser) -> None:
    tier = parser.add_mutually_exclusive_group()
    tier.add_argument("--quick", dest="tier", action="store_const", const="--quick", help="architecture and unit tests")
    tier.add_argument("--all", dest="tier", action="store_const", const="--all",
                      help="also sanitizers, clang-tidy, fuzzers, other clients, coverage")
    parser.add_argument("fresh", nargs="?", choices=["fresh"], metavar="fresh",
                        help="instead: up and the README's commands in a minimal Debian 12 (as root)")
    parser.add_argument("--keep", action="store_true", help="with fresh: leave its folder for a look")
    ctest = parser.add_argument_group("ctest's own, such as -R REGEX: the tests whose name matches")
    for name in CTEST_WITH_WORD:
        ctest.add_argument(name, dest="ctest", action=_ForCtest, metavar="WORD", default=[])
    for name in CTEST_ALONE:
        ctest.add_argument(name, dest="ctest", action=_ForCtest, nargs=0)


class _ForCtest(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None) -> None:
        words = [option_string, *([] if values == [] else [values])]
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest) or []), *words])


EXPECTED = {
    "up": _up, "restart": _restart, "down": _nothing, "status": _status, "logs": _logs, "mail": _mail, "dead-letters": _dead_letters,
    "smoke": _smoke, "demo": _nothing, "reset": _reset, "backup": _backup, "restore": _restore, "bench": _bench, "test": _test,
    "web": _nothing, "shots": _shots,
    "servers": _servers,
}
