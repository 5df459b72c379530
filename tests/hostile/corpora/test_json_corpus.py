"""JSONTestSuite, read by the reader of the services and sent to a service."""

import http.client
import json

import pytest

import corpora

# What RFC 8259 leaves to the reader, and two documents that it allows and we refuse (README.md says why).
DUPLICATES = dict.fromkeys(["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"], ["duplicate_key"])
TAKEN = {
    "i_number_double_huge_neg_exp.json": [0], "i_number_real_underflow.json": [0],
    "i_number_too_big_neg_int.json": [-1.23123123123123123e29], "i_number_too_big_pos_int.json": [1e20],
    "i_number_very_big_negative_int.json": [-237462374673276894279832749832423479823246327846.0],
    "i_structure_UTF-8_BOM_empty_object.json": {},
}
MARKED = "i_structure_UTF-8_BOM_empty_object.json"     # nobody streams what others have written: there a mark is an error
REFUSED = {
    "number": ["i_number_huge_exp.json", "i_number_neg_int_huge_exp.json", "i_number_pos_double_huge_exp.json",
               "i_number_real_neg_overflow.json", "i_number_real_pos_overflow.json"],
    "lone_surrogate": ["i_object_key_lone_2nd_surrogate.json", "i_string_1st_surrogate_but_2nd_missing.json",
                       "i_string_1st_valid_surrogate_2nd_invalid.json", "i_string_incomplete_surrogate_and_escape_valid.json",
                       "i_string_incomplete_surrogate_pair.json", "i_string_incomplete_surrogates_escape_valid.json",
                       "i_string_invalid_lonely_surrogate.json", "i_string_invalid_surrogate.json",
                       "i_string_inverted_surrogates_U+1D11E.json", "i_string_lone_second_surrogate.json"],
    "depth": ["i_structure_500_nested_arrays.json"],
    "syntax": [name for name in json.loads((corpora.HERE / "json_bytes.json").read_text()) if name.startswith("i_")],
}


@pytest.fixture(scope="module")
def documents():
    found = corpora.json_documents()
    assert {kind: sum(name.startswith(kind) for name in found) for kind in "yni"} == {"y": 95, "n": 188, "i": 35}
    return found


@pytest.fixture(scope="module")
def read(documents):
    return dict(zip(documents, corpora.probe("json", list(documents.values()))))


def test_what_is_json_is_read_as_it_says(documents, read):
    for name, text in documents.items():
        if name.startswith("y_"):
            assert read[name]["errors"] == DUPLICATES.get(name, []), name
            assert read[name]["streamed"], name
            if name not in DUPLICATES:
                assert read[name]["document"] == json.loads(text), name


def test_what_is_none_is_refused_with_a_reason(read):
    for name, answer in read.items():
        if name.startswith("n_"):
            assert answer["document"] is None and answer["errors"] and not answer["streamed"], (name, answer)


def test_what_is_left_to_the_reader_is_decided(read):
    decided = {name: [code] for code, names in REFUSED.items() for name in names}
    assert {name for name in read if name.startswith("i_")} == {*TAKEN, *decided}
    for name, document in TAKEN.items():
        assert read[name]["document"] == pytest.approx(document, rel=1e-15) and read[name]["errors"] == [], name
        assert read[name]["streamed"] != (name == MARKED), name
    for name, codes in decided.items():
        assert (read[name]["document"], read[name]["errors"]) == (None, codes), name
        assert not read[name]["streamed"], name


class Line:
    """One connection for all documents."""

    def __init__(self, port: int, token: str) -> None:
        self.link, self.token = http.client.HTTPConnection("127.0.0.1", port, timeout=30), token

    def post(self, body: bytes) -> tuple[int, str, dict]:
        self.link.request("POST", "/api/v1/pocs", body, {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"})
        answer = self.link.getresponse()
        return answer.status, answer.getheader("Content-Type"), json.loads(answer.read())


def test_a_service_answers_each_of_them_with_its_reason(platform, documents, read):
    line = Line(platform.ports["gateway"], platform.sign_up().token)
    for name, text in documents.items():
        status, kind, problem = line.post(text)
        told = {error["code"] for error in problem.get("errors", [])}
        assert (status, kind, problem["code"]) == (400, "application/problem+json", "invalid_request"), (name, problem)
        if not text:
            assert told == {"required"}, problem
        elif read[name]["errors"]:
            assert told == set(read[name]["errors"]), (name, problem)
        else:
            assert told <= {"type", "required", "unknown_field"}, (name, problem)


def test_a_service_keeps_the_texts_of_those_that_have_one(platform, documents, read):
    line, kept = Line(platform.ports["gateway"], platform.sign_up().token), 0
    for name, answer in read.items():
        if not name.startswith("y_string_") or not isinstance(answer["document"], list) or not isinstance(answer["document"][0], str):
            continue
        said = answer["document"][0]
        status, _, made = line.post(b'{"name":"x","description":' + documents[name].strip()[1:-1] + b"}")
        is_control = any(ord(letter) < 32 and letter not in "\t\n\r" or 0x7F <= ord(letter) < 0xA0 for letter in said)
        assert status == (400 if is_control else 201), (name, made)
        kept += status == 201
    assert kept > 30
