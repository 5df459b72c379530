"""Unicode's own test of normal forms, sent to a service as names, tags and descriptions, and asked for again."""

import bz2
import json
import unicodedata

import pytest

import corpora
import importing

MAX_MARKS = 4                                            # beyond them a letter is no letter (platform/text/shown.hpp)
SPELLINGS = 5                                             # source, NFC, NFD, NFKC, NFKD
AT_ONCE = 12                                              # texts in a description
FILLERS = {*"\u115f\u1160\u3164\uffa0"}                    # letters by their category, with nothing to see: left out


def spellings() -> list[list[str]]:
    """Of each line of the test whose letters Python and we know, and of which all are shown."""
    found = []
    for line in bz2.decompress((corpora.UNICODE / "NormalizationTest.txt.bz2").read_bytes()).decode().splitlines():
        fields = line.partition("#")[0].split(";")
        if len(fields) > SPELLINGS:
            texts = ["".join(chr(int(one, 16)) for one in field.split()) for field in fields[:SPELLINGS]]
            if all(is_shown(text) for text in texts):
                found.append(texts)
    return found


def is_shown(text: str) -> bool:
    kinds = [unicodedata.category(letter) for letter in text]
    marks = max((len(run) for run in "".join("m" if kind in ("Mn", "Me") else " " for kind in kinds).split()), default=0)
    return not {"Cn", "Cf", "Cc", "Zs"} & set(kinds) and not FILLERS & set(text) and marks <= MAX_MARKS and kinds[0] not in ("Mn", "Me")


@pytest.fixture(scope="module")
def texts():
    found = spellings()
    assert len(found) > 15_000
    return found


def test_descriptions_come_back_composed_in_every_spelling(platform, texts):
    person, rows, wanted = platform.sign_up(), [], {}
    for begin in range(0, len(texts), AT_ONCE):
        some = texts[begin:begin + AT_ONCE]
        for form in range(SPELLINGS):
            address = f"https://example.org/{begin}/{form}"
            rows.append({"name": "x", "repositoryUrl": address, "description": "\n".join(text[form] for text in some)})
            wanted[address] = "\n".join(text[1 if form < 3 else 3] for text in some)
    job = importing.run(person, "\n".join(map(json.dumps, rows)))
    assert importing.counts(job) == (len(rows), 0, 0, 0), job
    kept = {row["repositoryUrl"]: row["description"] for row in importing.exported(person)}
    assert kept == wanted


def test_a_name_and_a_tag_are_one_in_every_spelling(platform, texts):
    person, some = platform.sign_up(), texts[::400]
    for source, composed, decomposed, *_ in some:
        bodies = [{"name": f"Word {text}", "tags": [f"tag {text}"], "frameworks": [f"Frame {text}"]}
                  for text in (source, composed, decomposed)]
        made = [person.post("/api/v1/pocs", body).expect(201).json for body in bodies]
        assert {(poc["name"], *poc["frameworks"]) for poc in made} == {(f"Word {composed}", f"Frame {composed}")}
        assert len({(*poc["tags"],) for poc in made}) == 1
        ours = {poc["pocId"] for poc in made}
        for query in ({"tags": f"tag {decomposed}"}, {"framework": f"frame {decomposed}"}):
            listed = person.get("/api/v1/pocs", query=query).expect(200).json["items"]
            assert ours <= {poc["pocId"] for poc in listed}, (query, composed)
