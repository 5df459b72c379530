"""What is wrong with a field stands in problems.yaml as programs say it, and nothing stands there that none says. What a program
answers otherwise is of the list, or does not compile."""

import json
import re
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools" / "contractgen"))

from contractgen import problems                      # noqa: E402
from contractgen.cpp_rules import UNTOLD              # noqa: E402

LIST = problems.read(ROOT / "contracts" / "problems.yaml")
FOLDERS = ("platform/http", "platform/identity", "platform/json", "platform/objects", "contracts/runtime", "services/auth",
           "services/catalog", "services/content/api", "services/content/usecases")
SOURCES = [file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.[ch]pp"))
           if not re.search(r"_(test|fixture|contract)\.[ch]pp$|/tests/|/worker/|fakes", str(file))]
FAILING = ("services/content/domain", "services/catalog/worker", "services/catalog/adapters/postgres", "platform/jobs")
LITERAL = r'"(?:[^"\\\n]|\\.)*"'
LITERALS = re.compile(rf"{LITERAL}(?:\s*{LITERAL})*")
SAYS = re.compile(r"\b(?:refuse|add|push_back|invalid|invalid_field|unreadable|fail|FieldErrors?|defect|return|Problem<[^>]*>|Invalid)"
                  r"\s*[({]")
CODE = re.compile(r"[a-z][a-z_0-9]+")


def statements():
    for file in SOURCES:
        text = re.sub(r"^\s*//.*$", "", file.read_text(), flags=re.MULTILINE)
        for statement in re.split(r";\n", text):
            if SAYS.search(statement) and not re.search(r"log::|registry|Statement|gauge\(|counter\(|\bCHECK\b", statement):
                yield file, statement


def said():
    """(file, code, sentence, whether it is whole) of each code that stands before its sentence."""
    for file, statement in statements():
        found = list(LITERALS.finditer(statement))
        for one, next_one in zip(found, found[1:]):
            code, sentence = _text(one.group()), _text(next_one.group())
            if CODE.fullmatch(code) and " " in sentence and re.fullmatch(r",\s*(?:fmt::format\()?", statement[one.end():next_one.start()]):
                yield file.relative_to(ROOT), code, sentence, not statement[next_one.end():].lstrip().startswith("+")


def _text(literals: str) -> str:
    return "".join(part[1:-1].replace('\\"', '"') for part in re.findall(LITERAL, literals))


def is_said(one: str, sentence: str) -> bool:
    return one == sentence or bool(re.fullmatch(".+".join(map(re.escape, one.split("{}"))), sentence))


SAID = list(said())


@pytest.mark.parametrize(("file", "code", "sentence", "whole"), SAID, ids=[f"{code}: {sentence[:40]}" for _, code, sentence, _ in SAID])
def test_what_a_program_says_of_a_field_stands_in_the_list(file, code, sentence, whole):
    known = [one["en"] for one in LIST["fields"].get(code, {"says": []})["says"]]
    assert any(is_said(one, sentence) if whole else one.startswith(sentence) for one in known), (
        f"{file} says {code}: put it, with its Portuguese, into contracts/problems.yaml")


def test_finds_what_programs_say():
    """Of a look at the sources that finds nothing nothing could be learned."""
    assert {"too_common", "too_long", "depth", "format", "enum", "duplicate", "too_short"} <= {row[1] for row in SAID}


def test_nothing_stands_in_the_list_that_no_program_says():
    spoken = " ".join("".join(map(_text, LITERALS.findall(file.read_text()))) for file in SOURCES)
    spoken += UNTOLD
    for kind in ("problems", "fields"):
        for code, entry in LIST[kind].items():
            if entry.get("tells_failure"):
                continue
            for one in (one for one in entry["says"] if not one.get("gateway")):
                pieces = [piece.strip() for piece in re.split(r"\{\}| \(at byte |If-(?:None-)?Match| characters?| items?", one["en"])]
                assert all(piece.removeprefix("must be ") in spoken for piece in pieces), f"{code}: {one['en']}"


def test_what_services_and_gateway_show_people_stands_in_the_contract_alone():
    """The titles and next steps of a problem's page, and which addresses are pages'; auth's own pages have words of their own."""
    page = json.loads((ROOT / "contracts/page.json").read_text())
    words = [word for told in page["words"].values() for word in told.values()]
    template = (ROOT / "deploy/local/nginx.conf.template").read_text()
    assert not [path for path in page["addresses"].values() if path.rpartition("/")[2] in template]
    services, auth = ([file for file in sorted((ROOT / folder).rglob("*.[ch]pp")) if not re.search(r"_test\.", file.name)]
                      for folder in ("platform/http", "services/auth"))
    assert len(services) > 50 and len(auth) > 100
    for file in (ROOT / "deploy/local/gateway.py", *services, *auth):
        text = re.sub(r"^\s*(//|#).*$", "", file.read_text(), flags=re.MULTILINE)
        kept = [*page["addresses"].values(), *(words if file not in auth else [])]
        again = [word for word in kept if re.search(rf"[\"'~^]{re.escape(word)}", text)]
        assert again == [], f"{file} says again what contracts/page.json has"


def test_the_list_tells_exactly_the_failures_that_jobs_end_with():
    """Of the code and the sentence behind it, wherever a job can fail; content's table knows its own."""
    sources = [file for folder in FAILING for file in sorted((ROOT / folder).rglob("*.[ch]pp")) if not re.search(r"_test\.", file.name)]
    ending = re.compile(rf"(?:Failure\w*(?: \w+)?\s*\{{|Text\{{|\.failure = \{{)\s*({LITERAL}),\s*({LITERAL}(?:\s*{LITERAL})*)")
    told = {(_text(code), _text(sentence)) for file in sources for code, sentence in ending.findall(file.read_text())}
    assert told - {("membership_ended", "")} == {(code, one["en"]) for code, entry in LIST["failures"].items() for one in entry["says"]}


def test_the_failures_of_films_and_reports_are_those_of_the_contract():
    text = (ROOT / "services/content/domain/failure_text.cpp").read_text()
    contract = yaml.safe_load((ROOT / "contracts/openapi/content.yaml").read_text())["components"]["schemas"]
    assert {*re.findall(r'Text\{"(\w+)"', text), None} == set(contract["Video"]["properties"]["errorCode"]["enum"])


def test_the_styles_that_can_be_chosen_are_those_that_there_are():
    text = (ROOT / "services/content/domain/choices.cpp").read_text()
    table = text[text.index("styles{"):text.index("};", text.index("styles{"))]
    contract = yaml.safe_load((ROOT / "contracts/openapi/content.yaml").read_text())["components"]["schemas"]
    assert {*re.findall(r'StyleChoice\{\s*"([a-z-]+)"', table), None} == set(contract["VideoSpec"]["properties"]["style"]["enum"])
