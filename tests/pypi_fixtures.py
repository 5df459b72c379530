"""Programs of PyPI for tests of `./mrbill test --all`: those of the file requirements.txt beside the test.

    def test_x(pypi_programs):
        subprocess.run([pypi_programs / "schemathesis", ...])
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def pypi_programs(request) -> Path:
    """Their folder, kept beside what else the tests install; one for each list of them."""
    requirements = request.path.with_name("requirements.txt")
    state = Path(os.environ.get("MRBILL_STATE", ROOT / ".local"))
    target = state / f"pypi-{hashlib.sha256(requirements.read_bytes()).hexdigest()[:12]}"
    if not (target / "installed").exists():
        for command in ((sys.executable, "-m", "venv", target),
                        (target / "bin/pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements)):
            done = subprocess.run([*map(str, command)], cwd=requirements.parent, text=True, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=600, check=False)
            assert done.returncode == 0, done.stdout[-4000:]
        (target / "installed").touch()
    return target / "bin"
