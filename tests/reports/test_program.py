"""mrbill-content-report keeps its protocol: lines, exit codes, the same bytes for the same order."""

import signal
import subprocess
import time

import pytest

from ordering import PROGRAM, hostile, lines_of, order, pocs, rendered, run

FILES = {"PDF": "report.pdf", "EXCEL": "report.xlsx", "CSV": "report.csv"}


@pytest.mark.parametrize("form", FILES)
def test_says_its_progress_and_its_result(tmp_path, form):
    code, lines, _ = run(order(pocs(300), format=form), tmp_path)
    assert code == 0
    percents = [line["progress"] for line in lines[:-1]]
    assert percents[0] == 0 and percents[-1] == 100 and percents == sorted(set(percents))
    result = lines[-1]["result"]
    assert result["file"] == FILES[form] and result["rows"] == 300
    assert (result["pages"] is not None) == (form == "PDF")


@pytest.mark.parametrize("form", FILES)
@pytest.mark.parametrize("of", [pocs(0), pocs(1), pocs(200), hostile()], ids=["none", "one", "many", "hostile"])
def test_makes_the_same_bytes_of_the_same_order(tmp_path, form, of):
    first = rendered(order(of, format=form), tmp_path / "a").read_bytes()
    time.sleep(1.1)  # a clock that leaks into the file shows
    assert rendered(order(of, format=form), tmp_path / "b").read_bytes() == first


@pytest.mark.parametrize(("document", "says"), [
    ("{", "order_invalid"), ("", "order_invalid"), ("[]", "order_invalid"), ("{}", "order_invalid"),
    (order(pocs(1)) | {"format": "DOCX"}, "order_invalid"),
    (order([pocs(1)[0] | {"createdAt": "yesterday"}]), "order_invalid"),
    (order([pocs(1)[0] | {"name": "n" * 101}]), "order_invalid"),
    (lines_of(order(pocs(2)))[:-2], "order_invalid"),
    ('{"title":"\\ud800"}', "order_invalid"), ("[" * 10_000, "order_invalid")])
def test_tells_why_an_order_can_never_succeed(tmp_path, document, says):
    code, lines, _ = run(document, tmp_path)
    assert code == 2 and lines[-1]["failure"]["code"] == says and lines[-1]["failure"]["message"]


def test_what_the_world_does_is_not_the_orders_fault(tmp_path):
    missing = subprocess.run([PROGRAM, "report", "--order", tmp_path / "none.json", "--out", tmp_path], capture_output=True, text=True)
    assert missing.returncode == 1 and "none.json" in missing.stderr
    (tmp_path / "report.csv").mkdir()
    code, lines, errors = run(order(pocs(1), format="CSV"), tmp_path)
    assert code == 1 and "failure" not in lines[-1] and "report.csv" in errors


def test_wrong_arguments_are_told_on_stderr(tmp_path):
    for arguments in ([], ["dance"], ["report"], ["report", "--out"]):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True)
        assert done.returncode == 64 and "--order" in done.stderr and not done.stdout


def test_dies_of_sigterm_and_of_a_reader_that_went_away(tmp_path):
    path = tmp_path / "order.jsonl"
    path.write_text(lines_of(order(pocs(20_000))))
    command = [PROGRAM, "report", "--order", path, "--out", tmp_path]
    ended = subprocess.Popen(command, stdout=subprocess.PIPE)
    ended.stdout.readline()
    ended.send_signal(signal.SIGTERM)
    assert ended.wait(10) == -signal.SIGTERM
    left = subprocess.Popen(command, stdout=subprocess.PIPE)
    left.stdout.readline()
    left.stdout.close()
    assert left.wait(10) == -signal.SIGPIPE
