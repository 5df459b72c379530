import json
from pathlib import Path

import pytest

from contractgen.languages import words_of

LANGUAGES = json.loads((Path(__file__).parents[3] / "contracts" / "programming_languages.json").read_text())["languages"]


def test_every_word_of_our_list_names_one_language():
    words = words_of(LANGUAGES)
    assert LANGUAGES[words["golang"]]["name"] == "Go"
    assert LANGUAGES[words["c++"]]["id"] == "cpp"


def test_refuses_a_word_that_names_two():
    one = {"id": "a", "name": "A", "aliases": ["x"]}
    with pytest.raises(ValueError, match="'x' names both A and B"):
        words_of([one, {"id": "b", "name": "B", "aliases": ["X"]}])


def test_our_list_is_complete_and_fits_the_contract():
    for language in LANGUAGES:
        assert set(language) == {"id", "name", "aliases", "colour", "editorId", "runnerId"}
        assert 0 < len(language["name"]) <= 50
        assert len(language["colour"]) == 7 and int(language["colour"][1:], 16) >= 0
