"""Our own contracts: what the linter cannot see."""

import json
from pathlib import Path

import jsonschema
import pytest

from contractgen import additions, problem_page, problems
from contractgen.bundle import Bundle
from contractgen.loader import Loader

CONTRACTS = Path(__file__).parents[3] / "contracts"
DOCUMENTS = {file.stem: Bundle(Loader(), file).document()
             for file in sorted((CONTRACTS / "openapi").glob("*.yaml")) if file.stem != "shared"}
EXAMPLES = [(name, schema) for name, document in DOCUMENTS.items()
            for schema, body in document["components"]["schemas"].items() if "examples" in body]


@pytest.mark.parametrize(("name", "schema"), EXAMPLES, ids=[schema for _, schema in EXAMPLES])
def test_examples_fit_their_schemas(name, schema):
    document = DOCUMENTS[name]
    for example in document["components"]["schemas"][schema]["examples"]:
        jsonschema.Draft202012Validator({"$ref": f"#/components/schemas/{schema}", **document}).validate(example)


@pytest.mark.parametrize("file", sorted((CONTRACTS / "openapi").glob("*.yaml")), ids=lambda file: file.stem)
def test_additions_are_marked_and_not_told_to_the_customer(file):
    additions.check(Loader().root(file))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_marks_stay_behind(name):
    assert "x-addition" not in json.dumps(DOCUMENTS[name])


def operations():
    for document in DOCUMENTS.values():
        for path, methods in document["paths"].items():
            for method, operation in methods.items():
                if method in ("get", "put", "post", "patch", "delete"):
                    yield f"{method} {path}", operation


def references(operation):
    return [parameter["$ref"].rsplit("/", 1)[1] for parameter in operation.get("parameters", []) if "$ref" in parameter]


# Withdrawing, unmarking and stopping overwrite nothing; the contract says so.
WITHOUT_IF_MATCH = {"delete /api/v1/tenants/current/invitations/{invitationId}", "put /api/v1/pocs/{pocId}/favorite",
                    "delete /api/v1/pocs/{pocId}/favorite", "delete /api/v1/pocs/imports/{importId}",
                    "delete /api/v1/content/videos/{requestId}", "delete /api/v1/content/videos/{requestId}/share",
                    "delete /api/v1/content/reports/{reportId}", "delete /api/v1/content/shares/{requestId}",
                    "delete /api/v1/content/tracks/{trackId}"}


@pytest.mark.parametrize(("name", "operation"), list(operations()), ids=[name for name, _ in operations()])
def test_habits(name, operation):
    method, responses = name.split()[0], operation["responses"]
    assert "default" in responses and "500" in responses and "400" in responses
    if method in ("put", "patch", "delete") and name not in WITHOUT_IF_MATCH:
        assert "IfMatch" in references(operation)
        assert {"412", "428"} <= set(responses)
    if "201" in responses or ("202" in responses and method == "post" and "Location" in responses["202"].get("headers", {})):
        assert "IdempotencyKey" in references(operation)
        assert {"409", "422"} <= set(responses)
    if operation.get("requestBody"):
        assert {"413", "415"} <= set(responses)
    assert set(operation.get("x-error-codes", {})) <= set(responses)


def made_up(document, schema, path, seen=frozenset()):
    """The texts of a schema of which a reader would be shown `string`."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return made_up(document, document["components"]["schemas"][name], name, seen | {name}) if name not in seen else []
    if "allOf" in schema:
        return [one for part in schema["allOf"] for one in made_up(document, part, path, seen)]
    if "examples" in schema or "enum" in schema:
        return []
    kind = next(kind for kind in [schema["type"]] if kind) if isinstance(schema["type"], str) else schema["type"][0]
    if kind == "object":
        return [one for name, field in schema.get("properties", {}).items() for one in made_up(document, field, f"{path}.{name}", seen)]
    if kind == "array":
        return made_up(document, schema["items"], path, seen)
    return [path] if kind == "string" and schema.get("format") not in ("uuid", "date-time", "binary") else []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_examples_look_real(name):
    document = DOCUMENTS[name]
    for path, methods in document["paths"].items():
        for operation in (node for method, node in methods.items() if method != "parameters"):
            for body in [operation.get("requestBody", {}), *operation["responses"].values()]:
                for media, content in body.get("content", {}).items():
                    if "json" in media:
                        assert not made_up(document, content["schema"], path)


LIST = problems.read(CONTRACTS / "problems.yaml")
CODES = LIST["problems"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_lists_every_code_of_an_error(name):
    schemas = DOCUMENTS[name]["components"]["schemas"]
    assert schemas["ErrorCode"]["enum"] == sorted(CODES)
    assert schemas["FieldErrorCode"]["enum"] == sorted(LIST["fields"])


@pytest.mark.parametrize(("name", "operation"), list(operations()), ids=[name for name, _ in operations()])
def test_every_code_of_an_operation_is_one_of_the_list_and_comes_with_that_status(name, operation):
    codes = operation["x-error-codes"]
    assert "internal" in codes["500"] and "method_not_allowed" in codes["default"]
    for status, words in codes.items():
        for word in words:
            assert word in CODES, word
            assert status == "default" or int(status) in CODES[word]["status"], (status, word)


def test_who_asks_for_a_token_lists_what_may_be_wrong_with_it():
    for name, operation in operations():
        codes = {"token_missing", "token_invalid", "token_expired", "token_revoked"}
        if operation.get("security") is None and not name.endswith("/objects/{key}"):
            assert codes <= set(operation["x-error-codes"]["401"]), name
        if operation.get("security") == []:
            assert not codes & set(operation["x-error-codes"].get("401", [])), name


def test_no_cookie_is_an_argument_and_files_are_binary():
    for document in DOCUMENTS.values():
        assert "mrbill_refresh" not in json.dumps(document.get("components", {}).get("parameters", {}))
    for name, operation in operations():
        for parameter in operation.get("parameters", []):
            assert parameter.get("in") != "cookie", name
        bodies = [operation.get("requestBody", {}), *operation["responses"].values()]
        for media, content in ((media, content) for body in bodies for media, content in body.get("content", {}).items()):
            if media.startswith(("audio/", "application/octet-stream", "application/x-ndjson", "text/csv")):
                assert content["schema"]["format"] == "binary", (name, media)


def test_bodies_that_are_read_alike_show_the_one_to_send():
    body = DOCUMENTS["catalog"]["paths"]["/api/v1/pocs/{pocId}"]["patch"]["requestBody"]
    assert list(body["content"]) == ["application/merge-patch+json"] and body["description"] == "Also taken as application/json."
    assert list(DOCUMENTS["catalog"]["paths"]["/api/v1/pocs/imports"]["post"]["requestBody"]["content"]) == [
        "application/x-ndjson", "text/csv", "text/tab-separated-values", "application/vnd.ms-excel"]


def test_lines_of_files_and_data_of_events_are_schemas():
    assert "repositoryUrl" in DOCUMENTS["catalog"]["components"]["schemas"]["ImportRow"]["properties"]
    assert "progress" in DOCUMENTS["content"]["components"]["schemas"]["ContentProgress"]["properties"]


def test_the_page_of_codes_has_all_of_them_in_both_languages():
    page = problem_page.page(CONTRACTS / "problems.yaml")
    for code in CODES:
        assert f'<section id="{code}">' in page
    assert "O token de acesso expirou." in page and "401 Unauthorized" in page and "<script" not in page


def test_event_schemas_are_valid_and_name_their_data():
    for file in sorted((CONTRACTS / "events").glob("*.schema.json")):
        schema = json.loads(file.read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        if file.name != "cloudevent.schema.json":
            assert schema["properties"]["type"]["const"] == file.name.removesuffix(".schema.json")
            assert schema["properties"]["data"]["$ref"].rsplit("/", 1)[1] in schema["$defs"]
