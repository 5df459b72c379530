"""Files that are not what they say, and files that say too much."""

import csv
import io
import json
import random
import time

import pytest

IMPORTS = "/api/v1/pocs/imports"
LINES, CSV = "application/x-ndjson", "text/csv"
HEADING = b"name,repositoryUrl,description\n"
ROW = b'{"name":"n","repositoryUrl":"https://example.org/%d"}\n'
MAX_BYTES, MAX_ROWS = 16 << 20, 200_000


def imported(person, data, kind, seconds=30):
    answer = person.post(IMPORTS, data, headers={"Content-Type": kind}).expect(202)
    path, by = f"{IMPORTS}/{answer.json['importId']}", time.monotonic() + seconds
    while (job := person.get(path).expect(200).json)["status"] in ("PENDING", "PROCESSING"):
        assert time.monotonic() < by, job
        time.sleep(0.03)
    return job


def row(**content):
    return json.dumps({"name": "a", "repositoryUrl": "https://example.org/x"} | content).encode() + b"\n"


NOISE = random.Random(7).randbytes(10_000).replace(b"\n", b"")
MIXED = {                                     # kind, file, rows taken in, rows reported
    "a byte order mark": (LINES, b"\xef\xbb\xbf" + ROW % 1, 1, 0),
    "returns and blank lines": (LINES, (ROW % 2).replace(b"\n", b"\r\n") + b"\n \n" + ROW % 3, 2, 0),
    "blank lines alone": (LINES, b"\n\n", 0, 0),
    "zeros": (LINES, b"\0" * 1_000, 0, 1),
    "noise": (LINES, NOISE + b"\n" + ROW % 4, 1, 1),
    "UTF-16": (LINES, (ROW % 5).decode().encode("utf-16"), 1, 0),
    "deep nesting": (LINES, b"[" * 100_000, 0, 1),
    "an array": (LINES, b"[" + ROW % 6 + b"]", 0, 2),
    "a line of megabytes": (LINES, b'"' + b"a" * 3_000_000 + b'"\n' + ROW % 7, 1, 1),
    "a row twice": (LINES, ROW % 8 + ROW % 8, 1, 1),
    "half a surrogate pair": (LINES, row(name="\ud800"), 0, 1),
    "a field twice": (LINES, row().replace(b"{", b'{"name":"b",'), 0, 1),
    "the year one": (LINES, row(createdAt="0001-01-01T00:00:00Z"), 0, 1),
    "the future": (LINES, row(createdAt="2999-01-01T00:00:00Z"), 0, 1),
    "an address that runs": (LINES, row(repositoryUrl="javascript:alert(1)"), 0, 1),
    "somebody else's tenant": (LINES, row(tenantId="0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e12"), 0, 1),
    "CSV of a spreadsheet": (CSV, b"\xef\xbb\xbf" + HEADING.replace(b"\n", b"\r\n") + b"a,https://example.org/20,x\r\n", 1, 0),
    "CSV in Latin-1": (CSV, HEADING + b"caf\xe9,https://example.org/21,x\na,https://example.org/22,x\n", 2, 0),
    "CSV with a byte of no character set": (CSV, HEADING + b"caf\xe9\x81,https://example.org/26,x\na,https://example.org/27,x\n", 1, 1),
    "CSV in UTF-16": (CSV, (HEADING + b"a,https://example.org/28,x\n").decode().encode("utf-16"), 1, 0),
    "lines of objects called CSV": (CSV, ROW % 29, 1, 0),
    "CSV of uneven rows": (CSV, HEADING + b'a,https://example.org/23,"x\ny"\na,b\na,b,c,d\n', 1, 2),
    "CSV without rows": (CSV, HEADING, 0, 0),
    "CSV with an open quote": (CSV, HEADING + b'"a,https://example.org/24,x\nb,https://example.org/25,x\n', 1, 1),
    "CSV of open quotes alone": (CSV, HEADING + b'"a,https://example.org/30,x\n' * 1_000, 0, 1_000),
}


@pytest.mark.parametrize("name", MIXED)
def test_what_can_be_read_is_taken_in_and_the_rest_reported(person, name):
    kind, data, good, bad = MIXED[name]
    job = imported(person, data, kind)
    assert (job["status"], job["createdRows"], job["failedRows"]) == ("COMPLETED", good, bad), job


HOPELESS = {
    "nothing": (LINES, b"", "empty_file"), "no CSV": (CSV, b"", "empty_file"), "zeros": (CSV, b"\0" * 1_000, "invalid_csv_header"),
    "a heading twice": (CSV, b"name,name\na,b\n", "invalid_csv_header"), "noise": (CSV, NOISE, "invalid_csv_header"),
    "a heading of ours": (CSV, b"name,repositoryUrl,tenantId\n", "invalid_csv_header"),
    "UTF-16": (CSV, b"a,b\n".decode().encode("utf-16"), "invalid_csv_header"),
    "an endless heading": (CSV, b"a" * 2_000_000, "invalid_csv_header"),
}


@pytest.mark.parametrize("name", HOPELESS)
def test_what_cannot_be_a_file_of_pocs_is_refused_at_once(person, name):
    kind, data, code = HOPELESS[name]
    assert person.post(IMPORTS, data, headers={"Content-Type": kind}).expect(400).code == code


def test_other_kinds_and_codings_are_refused(person):
    person.post(IMPORTS, ROW % 1, headers={"Content-Type": "application/zip"}).expect(415)
    person.post(IMPORTS, ROW % 1, headers={"Content-Type": LINES, "Content-Encoding": "gzip"}).expect(415)
    person.post(IMPORTS, b" " * (MAX_BYTES + 1), headers={"Content-Type": LINES}).expect(413)


@pytest.mark.parametrize("kind, data", [(LINES, b"{}\n" * (MAX_BYTES // 3)), (CSV, HEADING + b"a\n" * 1_000_000)], ids=["lines", "csv"])
def test_a_bomb_of_tiny_rows_is_refused_before_the_first_and_others_get_their_turn(platform, person, kind, data):
    assert person.post(IMPORTS, data, headers={"Content-Type": kind}).expect(400).code == "too_many_rows"
    assert imported(platform.sign_up(), ROW % 1, LINES)["createdRows"] == 1


def test_the_most_rows_are_taken_and_one_more_is_refused(person):
    rows = HEADING + b"a\n" * MAX_ROWS
    assert person.post(IMPORTS, rows + b"a\n", headers={"Content-Type": CSV}).expect(400).code == "too_many_rows"
    job = imported(person, rows, CSV, seconds=120)
    assert (job["status"], job["totalRows"], job["failedRows"]) == ("COMPLETED", MAX_ROWS, MAX_ROWS), job


def test_a_search_waits_for_an_indexer_that_is_far_behind(platform):
    """More rows than the search lays over its index."""
    person, serving = platform.sign_up(), platform.process("catalog")
    rows = b"".join(row(name=f"late {number}", repositoryUrl=f"https://example.org/{number}") for number in range(1_500))
    platform.freeze("catalog-indexer")
    try:
        assert imported(person, rows, LINES)["createdRows"] == 1_500
        person.get("/api/v1/pocs", query={"search": "late"}).expect(200, 503)
    finally:
        platform.thaw("catalog-indexer")
    found = person.get("/api/v1/pocs", query={"search": "late"}).expect(200).json
    assert found["pagination"]["totalItems"] == 1_500
    assert platform.process("catalog") == serving, "catalog fell over"


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://evil.example")', "'=1", '"=1"', " =1"]


def test_no_cell_of_an_export_is_a_formula_and_all_of_it_comes_back_as_it_was(platform):
    person = platform.sign_up()
    for number, text in enumerate(FORMULAS):
        person.post("/api/v1/pocs", {"name": text, "description": f"{text}\n=2", "language": text, "frameworks": [text],
                                     "tags": [text.replace("/", "")],
                                     "repositoryUrl": f"https://example.org/{number}"}).expect(201)
    exported = person.get("/api/v1/pocs/export", query={"format": "csv"}).expect(200)
    assert "attachment" in exported.headers["content-disposition"] and exported.headers["x-content-type-options"] == "nosniff"
    text = exported.body.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=text[4]) for cell in row]
    assert len(cells) > 9 * len(FORMULAS) and not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@")]
    job = imported(person, exported.body, CSV)
    assert (job["unchangedRows"], job["failedRows"]) == (len(FORMULAS), 0), job
