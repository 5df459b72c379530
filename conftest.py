"""Every Python test of the repository may use the fixtures of tests/platform_fixtures.py: `platform`, `api`, `person`; and of
tests/pypi_fixtures.py: `pypi_programs`."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "deploy")]
sys.dont_write_bytecode = True

pytest_plugins = ["platform_fixtures", "pypi_fixtures"]
