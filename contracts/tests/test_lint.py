"""The linter finds nothing in our contracts, and would find something."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def lint(contracts: Path) -> subprocess.CompletedProcess:
    return subprocess.run([contracts / "lint"], capture_output=True, text=True, timeout=600, check=False,
                          env={**os.environ, "MRBILL_STATE": os.environ.get("MRBILL_STATE", str(ROOT / ".local"))})


@pytest.fixture
def a_copy(tmp_path):
    for folder in ("contracts", "tools/node"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / ".node-version", tmp_path)
    return tmp_path / "contracts"


def test_finds_nothing():
    result = lint(ROOT / "contracts")
    assert result.returncode == 0, result.stdout + result.stderr


def test_finds_a_list_without_bound(a_copy):
    catalog = a_copy / "openapi" / "catalog.yaml"
    text = catalog.read_text()
    assert "maxItems: 100\n" in text
    catalog.write_text(text.replace("maxItems: 100\n", "minItems: 0\n", 1))
    result = lint(a_copy)
    assert result.returncode != 0
    assert "owasp:api4:2023-array-limit" in result.stdout
