"""The tree obeys tools/check_architecture/rules.yaml."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
CHECKER = ROOT / "tools/check_architecture"
sys.path.insert(0, str(CHECKER))

import ports  # noqa: E402
from tree import Tree  # noqa: E402

RULES = yaml.safe_load((CHECKER / "rules.yaml").read_text())

EXCEPTIONS_LEFT = 2  # this number only ever falls
UNEARNED_PORTS = 21  # and this one: ports with one implementation, or with a stand-in that no suite holds to the adapter's promises


def test_the_tree_obeys_its_rules():
    done = subprocess.run([CHECKER / "check_architecture.py", ROOT], capture_output=True, text=True)
    assert done.returncode == 0, "\n" + done.stdout + done.stderr


def test_there_are_as_few_exceptions_as_ever_and_each_has_its_reason():
    exceptions = yaml.safe_load((CHECKER / "rules.yaml").read_text())["exceptions"]
    assert len(exceptions) <= EXCEPTIONS_LEFT, "move the code instead of excusing it"
    assert len(exceptions) == EXCEPTIONS_LEFT, f"there are {len(exceptions)} now: lower EXCEPTIONS_LEFT to it"
    assert all(len(one["why"].split()) > 5 for one in exceptions)


def test_every_port_has_two_implementations_that_one_suite_holds_but_for_the_known():
    excused = [port for one in RULES["unearned_ports"] for port in one["ports"]]
    assert len(excused) == UNEARNED_PORTS, "the number only falls: write the port's suite, or use its adapter itself"
    assert ports.needless_excuses(Tree(ROOT)) == [], "take them out of rules.yaml and lower UNEARNED_PORTS"
    assert all(len(one["why"].split()) > 5 for one in RULES["unearned_ports"])


def test_no_program_of_the_product_links_what_is_the_tests_own():
    graph = (Path(os.environ["MRBILL_TEST_BIN"]).parent / "build.ninja").read_text()
    compiled = re.findall(r"^build (\S+/CMakeFiles/(\w+)\.dir/\S*(?:/memory[_/]|/testing/)\S+\.o):", graph, re.MULTILINE)
    assert compiled, "no fake is compiled: this test looks in the wrong place"
    assert {target for _, target in compiled if not target.endswith(("_fakes", "_test", "_testing"))} == set()
    linked = re.findall(r"^build (bin/mrbill-\S+): CXX_EXECUTABLE_LINKER\S* ([^|\n]*)\|?([^|\n]*)", graph, re.MULTILINE)
    assert len(linked) > 8
    assert [program for program, *what in linked if re.search(r"_fakes\.a|platform_testing\.a|_test\b", " ".join(what))] == []


def test_the_preset_that_people_install_compiles_nothing_of_the_tests():
    presets = {one["name"]: one for one in json.loads((ROOT / "CMakePresets.json").read_text())["configurePresets"]}
    assert presets["release"]["cacheVariables"]["MRBILL_TESTS"] == "OFF"
    assert re.search(r"if\(MRBILL_TESTS\)\s+mrbill_module\(testing", (ROOT / "platform/CMakeLists.txt").read_text())
