"""What is typed after ./mrbill is understood before anything happens: every command, by enumeration."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from local import arguments, benches
from local.unit import Plan

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "mrbill"
FOR_TESTS = {"servers"}
os.environ.setdefault("MRBILL_CHECKOUT", str(ROOT))
COMMANDS = sorted(set(arguments.purposes()) - {"help"})
NEEDED = {"smoke": ["http://127.0.0.1:1"], "backup": ["file"], "restore": ["file"], "bench": ["list"]}
DOERS = ("apt-get", "dpkg-query", "sudo", "cmake", "ninja", "ctest", "npm", "ccache")


@pytest.fixture
def type_in(platform, tmp_path):
    """type_in("up", "--help"): on a running platform, with whatever installs or builds replaced by a telltale. What it said."""
    told = tmp_path / "told"
    for name in DOERS:
        doer = tmp_path / name
        doer.write_text(f'#!/bin/sh\necho "{name} $*" >>"{told}"\nexit 1\n')
        doer.chmod(0o755)

    def run(*words):
        before = {unit.name: platform.process(unit.name) for unit in Plan.read(platform.state.plan).units}
        environment = dict(os.environ) | {"MRBILL_STATE": str(platform.state.root), "PATH": f"{tmp_path}:{os.environ['PATH']}"}
        done = subprocess.run([SCRIPT, *words], text=True, capture_output=True, timeout=60, env=environment,
                              cwd=tmp_path)
        assert not told.exists(), told.read_text()
        assert {unit.name: platform.process(unit.name) for unit in Plan.read(platform.state.plan).units} == before
        return done

    return run


def test_the_commands_that_are_told_are_those_that_there_are():
    offered = re.search(r"^  (up\|[a-z|-]+)\) ;;$", SCRIPT.read_text(), re.MULTILINE)[1].split("|")
    assert sorted(offered) == COMMANDS == sorted(set(arguments.EXPECTED) - FOR_TESTS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_is_printed_and_nothing_is_done(type_in, command):
    shown = type_in(command, "--help")
    assert shown.returncode == 0 and shown.stdout.startswith(f"usage: ./mrbill {command}"), shown
    assert shown.stderr == ""


def test_help_comes_also_by_its_short_name_and_after_other_words(type_in):
    for words in (("down", "-h"), ("restore", "file", "--yes", "-h"), ("test", "--quick", "--help"), ("bench", "list", "-h")):
        shown = type_in(*words)
        assert shown.returncode == 0 and f"./mrbill {words[0]}" in shown.stdout, shown


@pytest.mark.parametrize("command", COMMANDS)
def test_an_option_that_a_command_does_not_know_is_refused_and_nothing_is_done(type_in, command):
    refused = type_in(command, *NEEDED.get(command, []), "--nonsense")
    assert refused.returncode == 2 and "--nonsense" in refused.stderr, refused
    assert f"./mrbill {command} --help" in refused.stderr and refused.stdout == ""


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"restart", "logs", "dead-letters"}))
def test_a_word_too_many_is_not_understood(command, capsys):
    with pytest.raises(SystemExit) as refused:
        arguments.understood(command, [*NEEDED.get(command, []), "one", "two"])
    assert refused.value.code == 2 and f"./mrbill {command} --help" in capsys.readouterr().err


def test_bench_without_a_name_lists_all_and_installs_nothing(type_in):
    listed = type_in("bench")
    assert listed.returncode == 0
    for name in benches.known(ROOT):
        assert re.search(rf"^  {name}\b", listed.stdout, re.MULTILINE)
    unknown = type_in("bench", "nothing")
    assert unknown.returncode == 2 and all(name in unknown.stderr for name in benches.known(ROOT))


@pytest.mark.parametrize("name", sorted(benches.known(ROOT)))
def test_each_benchmark_says_what_it_measures_and_takes_nothing_else(capsys, name):
    for words, code in ((["--help"], 0), (["--nonsense"], 2), (["one", "two"], 2)):
        with pytest.raises(SystemExit) as ended:
            arguments.understood("bench", [name, *words])
        assert ended.value.code == code
    told = capsys.readouterr()
    assert told.out.startswith(f"./mrbill bench {name}") and "--nonsense" in told.err


@pytest.mark.parametrize("heading, words, refused", [
    ("bench import [ROWS]", ["5"], None), ("bench import [ROWS]", ["5", "6"], "6"), ("bench list", ["5"], "5"),
    ("bench search [--pocs N --few]", ["--pocs", "5", "--few"], None), ("bench search [--pocs N]", ["--pocs=5"], None),
    ("bench search [--pocs N]", ["--pocs"], "--pocs"), ("bench search [--pocs N]", ["--poc", "5"], "--poc")])
def test_a_benchmark_takes_what_its_heading_names(heading, words, refused):
    assert benches.not_understood(heading, words) == refused


def test_what_is_for_tests_alone_is_not_offered(type_in):
    for command in FOR_TESTS:
        refused = type_in(command)
        assert refused.returncode == 1 and f"there is no command {command}" in refused.stderr


def test_words_for_ctest_reach_it_as_they_were_typed():
    asked = arguments.understood("test", ["--quick", "-R", "a b|c", "-VV", "-j2", "--repeat", "until-fail:3"])
    assert (asked.tier, asked.ctest) == ("--quick", ["-R", "a b|c", "-VV", "-j", "2", "--repeat", "until-fail:3"])
