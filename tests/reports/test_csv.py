"""report.csv: RFC 4180 for the spreadsheet of the person's language, every POC in it, nothing that runs."""

import csv
import io

import pytest

from ordering import HOSTILE_NAMES, SHOWN_NAMES, hostile, order, pocs, rendered

GUARDED = "=+-@\t\r＝＋－＠"


def rows(path, delimiter):
    text = path.read_bytes().decode("utf-8-sig")
    assert text.replace("\r\n", "").count("\r\n") == 0
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


@pytest.mark.parametrize(("locale", "delimiter", "head", "yes"), [("pt-BR", ";", "Nome", "sim"), ("en", ",", "Name", "yes")])
def test_speaks_the_spreadsheet_of_the_language(tmp_path, locale, delimiter, head, yes):
    path = rendered(order(pocs(200), format="CSV", person={"locale": locale}), tmp_path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    read = rows(path, delimiter)
    assert read[0][0] == head and "(America/Sao_Paulo)" in read[0][8] and len(read) == 201
    first = read[1]
    assert first[0] == "kafka-0" and first[3] == "Java" and first[6] == yes and first[8] == "2025-01-01 09:00:00"


def test_keeps_every_row_and_every_letter_and_runs_nothing(tmp_path):
    read = rows(rendered(order(hostile(), format="CSV"), tmp_path), ";")
    assert {len(row) for row in read} == {11} and len(read) == len(HOSTILE_NAMES) + 1
    for cell in (cell for row in read for cell in row):
        assert not cell.startswith(tuple(GUARDED)), cell
    unguarded = [cell[1:] if cell.startswith("'") and cell.lstrip("'")[:1] in GUARDED else cell for cell in (row[0] for row in read[1:])]
    assert sorted(unguarded) == sorted(SHOWN_NAMES)
    by_name = {row[0]: row for row in read[1:]}
    assert len(by_name[HOSTILE_NAMES[1]][1]) == 10_000


def test_is_a_head_alone_without_pocs(tmp_path):
    assert len(rows(rendered(order([], format="CSV"), tmp_path), ";")) == 1
