"""What habit would have to see to: how C++ lies on the page, what a commit is called, in which order a diff is read."""

import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / folder) for folder in ("tools/check_architecture", "tools/commits", "deploy")]

from commit_subject import fault, subjects  # noqa: E402
from local.test_run import FURTHER_PRESETS  # noqa: E402
from tree import Tree  # noqa: E402

BASE = "7059d0c49a7a7361b909c41e754f725f41f54e45"  # older commits were made before this was asked
AT_ONCE = 40  # files a process


def test_cpp_lies_as_clang_format_says():
    files = [name for name, _ in Tree(ROOT).cpp("") if "golden" not in name.split("/")]
    assert len(files) > 1000
    parts = [files[at:at + AT_ONCE] for at in range(0, len(files), AT_ONCE)]
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        wrong = sorted(name for names in workers.map(_wrong_of, parts) for name in names)
    assert not wrong, "run: clang-format-19 -i " + " ".join(wrong)


def _wrong_of(files: list[str]) -> set[str]:
    done = subprocess.run(["clang-format-19", "--dry-run", "--Werror", *files], cwd=ROOT, capture_output=True, text=True)
    wrong = {line.split(":")[0] for line in done.stderr.splitlines() if ": error: " in line}
    assert wrong or done.returncode == 0, done.stderr
    return wrong


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="a checkout without its history")
def test_a_commit_says_where_and_what():
    wrong = {subject: found for subject in subjects(ROOT, BASE) if (found := fault(subject))}
    assert not wrong, wrong


def test_a_diff_shows_contract_then_tests_then_code(tmp_path):
    names = ["services/auth/usecases/log_in.hpp", "services/auth/usecases/log_in.cpp", "services/auth/usecases/log_in_test.cpp",
             "services/auth/ports/people_contract.hpp", "services/auth/tests/test_login.py", "services/auth/migrations/V001__x.sql",
             "contracts/openapi/auth.yaml", "docs/adr/0001-x.md", "services/auth/README.md", "services/CMakeLists.txt"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x\n")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    shown = subprocess.run(["git", "-c", f"diff.orderFile={ROOT}/.gitorderfile", "diff", "--cached", "--name-only"], cwd=tmp_path,
                           check=True, capture_output=True, text=True).stdout.split()
    assert shown == ["docs/adr/0001-x.md", "contracts/openapi/auth.yaml", "services/auth/migrations/V001__x.sql",
                     "services/auth/ports/people_contract.hpp", "services/auth/tests/test_login.py",
                     "services/auth/usecases/log_in_test.cpp", "services/auth/usecases/log_in.hpp",
                     "services/auth/usecases/log_in.cpp", "services/CMakeLists.txt", "services/auth/README.md"]


def test_each_check_of_clang_tidy_has_its_reason():
    text = (ROOT / ".clang-tidy").read_text()
    reasons = dict(re.findall(r"^# ((?:bugprone|misc|performance)-[a-z*-]+) +(\S.*)$", text, re.MULTILINE))
    checks = [check.strip() for check in yaml.safe_load(text)["Checks"].split(",") if check.strip() != "-*"]
    assert 5 < len(checks) < 20, "few checks: each costs every file some of its time"
    assert not [check for check in checks if not any(fnmatch(check, name) for name in reasons)]
    assert not [name for name in reasons if not any(fnmatch(check, name) for check in checks)]


def test_all_asks_clang_tidy():
    presets = json.loads((ROOT / "CMakePresets.json").read_text())["configurePresets"]
    tidied = {preset["name"] for preset in presets if preset.get("cacheVariables", {}).get("MRBILL_TIDY") == "ON"}
    assert tidied & set(FURTHER_PRESETS), "./mrbill test --all builds no preset that runs clang-tidy"
