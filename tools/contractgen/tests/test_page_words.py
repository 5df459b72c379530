import json
from pathlib import Path

import pytest
import yaml

from contractgen import pages
from contractgen.loader import ContractError

CONTRACTS = Path(__file__).parents[3] / "contracts"
PAGE = json.loads((CONTRACTS / "page.json").read_text())


@pytest.fixture
def changed(tmp_path):
    def write(change) -> Path:
        page = json.loads(json.dumps(PAGE))
        change(page)
        (tmp_path / "page.html").write_text("<h1>{title}</h1>")
        (tmp_path / "page.json").write_text(json.dumps(page))
        return tmp_path / "page.json"
    return write


def test_every_address_has_a_name_and_is_one_of_them(changed):
    header, code = pages.emit_addresses(changed(lambda page: page.update(addresses={"one": "/s/one", "two": "/s/two"})))
    assert 'inline constexpr std::string_view one = "/s/one";' in header and "std::array<std::string_view, 2> addresses{one, two};" in code


def test_words_rule_and_layout_become_one_table(changed):
    def change(page):
        page["words"]["pt-BR"]["later"] = 'Não "já"'
        page["passes_soon"] = {"statuses": [418], "and_from": 600}
    code = pages.emit_words(changed(change))
    assert r'constexpr PageWords pt_br{.later = "N\303\243o \"j\303\241\"", ' in code
    assert "soon{418};" in code and "status >= 600" in code and 'page_layout = "<h1>{title}</h1>";' in code


@pytest.mark.parametrize("change", [lambda page: page["words"].pop("pt-BR"), lambda page: page["words"]["en"].pop("reload"),
                                    lambda page: page["words"]["en"].update(hello="x")])
def test_a_word_that_one_language_lacks_is_refused(changed, change):
    with pytest.raises(ContractError):
        pages.read(changed(change))


def test_our_addresses_are_those_at_which_the_contract_answers_people():
    """People are there: whoever sends a form is one."""
    contract = yaml.safe_load((CONTRACTS / "openapi/auth.yaml").read_text())
    found = set()
    for path, methods in contract["paths"].items():
        for operation in (one for one in methods.values() if isinstance(one, dict)):
            if "application/x-www-form-urlencoded" in operation.get("requestBody", {}).get("content", {}):
                found.add(path)
    assert found == set(PAGE["addresses"].values())
