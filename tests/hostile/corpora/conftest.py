"""These tests import and export as those of the catalogue do."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[3] / "services/catalog/tests"))
