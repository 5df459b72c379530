import pytest

from contractgen import problems
from contractgen.cpp_rules import Rules
from contractgen.loader import ContractError

LIST = """
problems: {{gone: {{status: [404], says: [{sentence}]}}}}
fields: {{}}
failures: {{}}
patterns: {{}}
"""


@pytest.mark.parametrize(("sentence", "why"), [
    ("{en: It is gone.}", "each sentence is there in en and in pt-BR"),
    ("{en: It is gone., pt-BR: Sumiu., de: Weg.}", "each sentence is there in en and in pt-BR"),
    ("{en: '{} is gone.', pt-BR: Sumiu.}", "has other blanks in pt-BR")])
def test_refuses_a_sentence_that_is_not_whole_in_both_languages(tmp_path, sentence, why):
    file = tmp_path / "problems.yaml"
    file.write_text(LIST.format(sentence=sentence))
    with pytest.raises(ContractError, match=f"gone: .*{why}"):
        problems.read(file)


def test_refuses_a_pattern_that_nobody_has_put_into_words():
    rules = Rules({"^a$": "must be a"})
    assert rules._demand("^a$") == "must be a"
    with pytest.raises(ValueError, match="say under `patterns` what"):
        rules._demand("^b$")


def test_shows_nobody_a_regular_expression_where_there_is_no_list():
    assert Rules()._demand("^[a-z]+$") == "does not have the form that is asked for"
