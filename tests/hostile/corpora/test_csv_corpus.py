"""csv-spectrum, and the Big List of Naughty Strings on its way out in a file and in again."""

import collections
import csv
import io
import json

import pytest

import corpora
import importing

# What a file of this corpus says beside its rows.
UNQUOTED_QUOTES = "location_coordinates"     # a cell that does not begin with a quote holds one; in Latin-1, and its JSON is of another row


@pytest.mark.parametrize("name", ["comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
                                  "quotes_and_newlines", "simple", "simple_crlf", "utf8"])
@pytest.mark.parametrize("separator", [",", ";"])
def test_a_file_is_read_as_its_rows(name, separator):
    text, rows = corpora.csv_spectrum()[name]
    if separator != ",":
        text = rewritten(text, separator)
    [records] = corpora.probe("csv", [separator.encode() + text])
    assert [dict(zip(records[0], cells)) for cells in records[1:]] == rows


def rewritten(text: bytes, separator: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(csv.reader(io.StringIO(text.decode(), newline="")))
    return out.getvalue().encode()


def test_every_file_of_the_corpus_is_tried_or_told():
    tried = test_a_file_is_read_as_its_rows.pytestmark[1].args[1]
    assert {*tried, UNQUOTED_QUOTES} == set(corpora.csv_spectrum())


def test_a_quote_within_an_unquoted_cell_costs_its_row_and_says_so():
    text, _ = corpora.csv_spectrum()[UNQUOTED_QUOTES]
    [records] = corpora.probe("csv", [b"," + text])
    assert records == [["Contact Phone Number", "Location Coordinates", "Cities", "Counties"], []]


def test_a_naughty_string_comes_back_from_its_cell():
    odd = [*(first + "a" for first in "=+-@\t\r'\"＝＋－＠"), "'=1", "''=1", "'", "\"", "\"\"", "a\r\nb", ";", ","]
    texts = corpora.naughty_strings() + odd
    assert corpora.probe("cell", [text.encode() for text in texts]) == texts


def test_naughty_strings_are_exported_and_imported_again_as_they_are(platform):
    person, elsewhere = platform.sign_up(), platform.sign_up()
    rows = [{"name": f"naughty {number}", "description": text, "tags": [word_of(text)], "frameworks": [word_of(text)],
             "repositoryUrl": f"https://example.org/naughty/{number}"} for number, text in enumerate(corpora.naughty_strings())]
    job = importing.run(person, "\n".join(map(json.dumps, rows)))
    told = collections.Counter((error["pointer"].split("/")[1], error["code"]) for error in job["errors"])
    assert job["createdRows"] + job["failedRows"] == len(rows) and job["createdRows"] > 440, told
    assert set(told) <= {(field, code) for field in ("description", "tags", "frameworks") for code in ("pattern", "too_short")}, told
    kept = by_address(person)
    for form, media in (("csv", "text/csv"), ("jsonl", "application/x-ndjson")):
        file = person.get("/api/v1/pocs/export", query={"format": form}).expect(200).body
        again = importing.run(person, file, media=media)
        assert importing.counts(again) == (0, 0, len(kept), 0), (form, again)
        importing.run(elsewhere, file, media=media)
        assert by_address(elsewhere) == kept, form
    for row in rows:
        if row["repositoryUrl"] in kept and row["description"].isascii():
            assert kept[row["repositoryUrl"]]["description"] == row["description"].strip()


def word_of(text: str) -> str:
    """What may be a tag of it."""
    return text.replace(",", "").replace("/", "")[:50]


def by_address(person) -> dict[str, dict]:
    return {row["repositoryUrl"]: row for row in importing.exported(person)}
