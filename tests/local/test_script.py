"""./mrbill itself: what it says before anything is installed or built."""

import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "mrbill"


def run(*arguments, **more):
    return subprocess.run([SCRIPT, *arguments], text=True, capture_output=True, timeout=60, **more)


def test_help_names_every_command():
    shown = run("help").stdout
    for command in ("up", "down", "status", "logs", "mail", "smoke", "demo", "backup", "restore", "reset", "bench", "test"):
        assert f"\n  {command} " in shown


def test_an_unknown_command_is_refused():
    refused = run("upp")
    assert refused.returncode == 1 and "there is no command upp" in refused.stderr


def test_another_distribution_is_named_and_nothing_is_done(tmp_path):
    other = tmp_path / "os-release"
    other.write_text('ID=fedora\nVERSION_CODENAME=""\nPRETTY_NAME="Fedora Linux 40"\n')
    release = Path("/etc/os-release").resolve()
    inside = f"mount --bind '{other}' '{release}' && exec '{SCRIPT}' up"
    refused = subprocess.run(["unshare", "--map-root-user", "--mount", "sh", "-c", inside], text=True, capture_output=True, timeout=60)
    assert refused.returncode == 1
    assert "needs Debian 12 (bookworm); this is Fedora Linux 40" in refused.stderr


@pytest.mark.parametrize("name", ["a:b", "a;b", "a\\b", 'a"b', "a[1]", "a*", "a?", "a#", "a<b", "a>b", "a$b", "a\nb"])
def test_a_folder_that_build_tools_cannot_take_is_named_before_anything_is_done(tmp_path, name):
    shutil.copytree(SCRIPT.parent / "deploy", tmp_path / name / "deploy", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(SCRIPT, tmp_path / name)
    for command in ("up", "test", "bench list"):
        refused = subprocess.run([tmp_path / name / "mrbill", *command.split()], text=True, capture_output=True, timeout=60)
        assert refused.returncode == 1 and "rename it" in refused.stderr and refused.stdout == ""


def test_a_command_before_the_first_up_says_what_to_do(tmp_path):
    refused = run("status", env={"PATH": "/usr/bin:/bin", "MRBILL_STATE": str(tmp_path / "none")})
    assert refused.returncode == 1 and "run ./mrbill up" in refused.stderr
    assert not (tmp_path / "none").exists()
