"""LibreOffice opens what we write: the numbers of its own calculation are ours, the charts are there."""

import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "reports"))
from ordering import hostile, order, pocs, rendered, tool  # noqa: E402


def converted(path: Path, to: str) -> Path:
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", to, "--outdir", path.parent / "opened", path], check=True,
                   capture_output=True, timeout=300)
    return next((path.parent / "opened").glob(f"{path.stem}*.{to.split(':')[0]}"))


@pytest.mark.parametrize("of", [pocs(0), pocs(300), hostile()], ids=["none", "many", "hostile"])
def test_excel_opens_and_prints(tmp_path, of):
    path = converted(rendered(order(of, format="EXCEL"), tmp_path), "pdf")
    text = tool("pdftotext", "-layout", path, "-")
    assert "Resumo" in text and "#NAME?" not in text and "Err:5" not in text and "#VALUE!" not in text


def test_the_formulas_give_our_numbers(tmp_path):
    """A sheet as CSV, calculated anew by LibreOffice."""
    path = rendered(order(pocs(300), format="EXCEL", groupBy=["language"]), tmp_path)
    sheet = converted(path, 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,2')
    rows = [row for row in csv.reader(io.StringIO(sheet.read_text()), delimiter=";") if len(row) >= 2 and row[1].isdigit()]
    want = {}
    for one in pocs(300):
        want[one["language"] or "Sem linguagem"] = want.get(one["language"] or "Sem linguagem", 0) + 1
    assert {row[0]: int(row[1]) for row in rows} == want


def test_csv_opens_in_columns(tmp_path):
    path = rendered(order(pocs(20), format="CSV"), tmp_path)
    text = tool("pdftotext", "-layout", converted(path, "pdf"), "-")
    assert "kafka-0" in text
