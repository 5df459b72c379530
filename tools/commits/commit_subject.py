#!/usr/bin/python3
"""Judges the subject of a commit: `commit_subject.py FILE`, as git's commit-msg hook is called. It is right: exit 0."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

MAX_LENGTH = 100
SHAPE = re.compile(r"[a-z][a-z0-9_-]*(?:, [a-z][a-z0-9_-]*)*: (?P<verb>[A-Z][a-z]+)\b(?P<rest>.*)")
# Imperatives that only look like the past, the present or a third person.
IMPERATIVE = {"bring", "ring", "spring", "string", "need", "feed", "seed", "speed", "embed", "shed", "weed", "heed", "breed",
              "exceed", "proceed", "succeed", "bias", "alias", "focus"}


def fault(subject: str) -> str | None:
    """What is wrong with it and how it is mended; nothing where it is right."""
    said = SHAPE.fullmatch(subject)
    if not said:
        return "write `area: Imperative sentence`, such as `catalog: Count a list once`"
    verb = said["verb"].lower()
    if verb not in IMPERATIVE and re.search(r"(?:ing|ed|[^s]s)$", verb):
        return f"say what the commit does as an order: not {said['verb']!r}, but `Count`, `Keep`, `Mend`"
    if not said["rest"].strip():
        return "say what becomes of what: one word is no sentence"
    if subject.endswith("."):
        return "leave out the full stop: a subject is a heading"
    return f"has {len(subject)} signs: at most {MAX_LENGTH} are read in a list" if len(subject) > MAX_LENGTH else None


def subjects(root: Path, base: str, newest: int = 20) -> list[str]:
    """Of the commits since the base; where this clone does not know it (a shallow one), of the newest that are there."""
    git = ["git", "-c", f"safe.directory={root}", "-C", str(root)]
    known = subprocess.run([*git, "merge-base", "--is-ancestor", base, "HEAD"], capture_output=True).returncode == 0
    which = [f"{base}..HEAD"] if known else ["-n", str(newest), "HEAD"]
    listed = subprocess.run([*git, "log", "--no-merges", "--format=%s", *which], check=True, capture_output=True, text=True)
    return listed.stdout.splitlines()


def main() -> int:
    lines = [line for line in Path(sys.argv[1]).read_text().splitlines() if not line.startswith("#")]
    subject = next((line.rstrip() for line in lines if line.strip()), "")
    wrong = None if not subject or subject.startswith("Merge ") else fault(subject)  # an empty one git refuses itself
    if wrong:
        print(f"commit subject {subject!r}: {wrong}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
