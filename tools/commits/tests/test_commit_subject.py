"""Subjects that are right and wrong, and which commits of a clone are asked about."""

import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from commit_subject import fault, subjects  # noqa: E402

ROOT = Path(__file__).parents[3]
HOOK = ROOT / ".githooks/commit-msg"


@pytest.mark.parametrize("subject", [
    "catalog: Count a list once",
    "catalog, postgres: Let a list go in its turn",
    "docs: Need less, bring more",
    "auth: Process what was left",
    "content: Address a film by its token",
])
def test_an_order_with_its_area_is_right(subject):
    assert fault(subject) is None


@pytest.mark.parametrize("subject", [
    "Count a list once", "catalog: count a list once", "Catalog: Count a list once", "catalog:Count a list once", "catalog : Count once",
    "catalog: Counted a list once", "catalog: Counting lists", "catalog: Counts a list once", "catalog: Count a list once.",
    "catalog: Count", "WIP", "fixup! catalog: Count a list once", "catalog: " + "Count " * 20, "",
])
def test_what_is_no_order_or_has_no_area_is_wrong(subject):
    assert fault(subject)


@pytest.fixture
def history(tmp_path):
    """A repository in which a wrong commit is older than its base, and a right one is newer."""
    folder = tmp_path / "whole"
    git(tmp_path, "init", "-q", str(folder))
    for subject in ("an old one", "base: Begin here", "catalog: Count a list once"):
        git(folder, "commit", "-q", "--allow-empty", "-m", subject)
    return folder


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=Ana", "-c", "user.email=ana@example.com", "-c", "core.hooksPath=/dev/null", "-c", "protocol.file.allow=always"]
    return subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def test_commits_since_the_base_are_asked(history):
    assert subjects(history, git(history, "rev-parse", "HEAD~1")) == ["catalog: Count a list once"]


def test_a_shallow_clone_is_asked_about_what_it_has(history, tmp_path):
    base = git(history, "rev-parse", "HEAD~1")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{history}", "shallow")
    assert subjects(tmp_path / "shallow", base) == ["catalog: Count a list once"]


def test_a_merge_is_not_asked(history):
    base = git(history, "rev-parse", "HEAD")
    git(history, "checkout", "-q", "-b", "side", "HEAD~1")
    git(history, "commit", "-q", "--allow-empty", "-m", "auth: Keep a side")
    git(history, "checkout", "-q", "-")
    git(history, "merge", "-q", "--no-ff", "-m", "Merge it", "side")
    assert subjects(history, base) == ["auth: Keep a side"]


@pytest.mark.parametrize("message, code", [
    ("catalog: Count a list once\n\nWhy.\n", 0), ("Merge branch 'side'\n", 0), ("# a remark of git\ncatalog: Count it\n", 0),
    ("counted a list\n", 1),
])
def test_the_hook_judges_the_message(tmp_path, message, code):
    file = tmp_path / "message"
    file.write_text(message)
    done = subprocess.run([HOOK, file], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == code, done.stderr
    assert bool(done.stderr) == bool(code)
