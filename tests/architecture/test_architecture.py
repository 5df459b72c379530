"""The tree obeys tools/check_architecture/rules.yaml."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_tree_obeys_its_rules():
    done = subprocess.run([ROOT / "tools/check_architecture/check_architecture.py", ROOT], capture_output=True, text=True)
    assert done.returncode == 0, "\n" + done.stdout + done.stderr
