"""What one person writes, others see as it is: nothing hidden, nothing turned round; what scripts and emoji need stays."""

import json

import pytest

import importing

SHOWN = [
    ("invoice\u202efdp.exe", "invoicefdp.exe"), ("a\u2066b\u2069c", "abc"), ("Ray\u200b tracer\ufeff", "Ray tracer"),
    ("tag\U000e0068\U000e0069", "tag"), ("Z" + "\u0336" * 60, "Z" + "\u0336" * 4), ("copied\tfrom a table", "copied from a table"),
    ("Ge\u00adsamt\u00adkon\u00adzept", "Ge\u00adsamt\u00adkon\u00adzept"), ("🚀 rocket launch", "🚀 rocket launch"),
    ("👩\u200d💻 \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
     "👩\u200d💻 \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"),
    ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"),
]
INVISIBLE = ["\u200b", "\u00ad", "\u2060\u2063", "\u3164", "\u2800", "\u202e\u202c"]


@pytest.fixture(scope="module")
def ana(platform):
    return platform.sign_up()


@pytest.mark.parametrize(("sent", "kept"), SHOWN)
def test_names_tags_and_descriptions_are_shown_as_they_are(ana, sent, kept):
    body = {"name": sent, "description": f"first\nsecond {sent}", "tags": [sent.lower()], "frameworks": [sent]}
    made = ana.post("/api/v1/pocs", body).expect(201).json
    assert (made["name"], made["tags"], made["frameworks"]) == (kept, [kept.lower().replace("\u00ad", "")], [kept])
    assert made["description"] == f"first\nsecond {kept if chr(9) not in sent else sent}"
    listed = ana.get("/api/v1/pocs", query={"tags": sent.lower()} if "\t" not in sent else {"tags": kept}).expect(200).json["items"]
    assert kept in [item["name"] for item in listed]


@pytest.mark.parametrize("name", INVISIBLE)
def test_a_name_that_nobody_sees_is_none(ana, name):
    refused = ana.post("/api/v1/pocs", {"name": name}).expect(400).json["errors"]
    assert [(error["pointer"], error["code"]) for error in refused] == [("/name", "too_short")]


def test_rows_of_an_import_are_no_way_around(ana):
    rows = [{"name": sent, "repositoryUrl": f"https://example.org/shown/{n}"} for n, (sent, _) in enumerate(SHOWN)]
    rows += [{"name": name} for name in INVISIBLE]
    job = importing.run(ana, "\n".join(json.dumps(row) for row in rows))
    assert (job["createdRows"], job["failedRows"]) == (len(SHOWN), len(INVISIBLE))
    by_url = {poc["repositoryUrl"]: poc["name"] for poc in importing.exported(ana)}
    assert [by_url[f"https://example.org/shown/{n}"] for n in range(len(SHOWN))] == [kept for _, kept in SHOWN]
