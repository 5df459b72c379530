"""Our own contracts: what the linter cannot see."""

import json
from pathlib import Path

import jsonschema
import pytest

from contractgen.bundle import Bundle
from contractgen.loader import Loader

CONTRACTS = Path(__file__).parents[3] / "contracts"
DOCUMENTS = {name: Bundle(Loader(), CONTRACTS / "openapi" / f"{name}.yaml").document() for name in ("auth", "catalog", "content", "objects")}
EXAMPLES = [(name, schema) for name, document in DOCUMENTS.items()
            for schema, body in document["components"]["schemas"].items() if "examples" in body]


@pytest.mark.parametrize(("name", "schema"), EXAMPLES, ids=[schema for _, schema in EXAMPLES])
def test_examples_fit_their_schemas(name, schema):
    document = DOCUMENTS[name]
    for example in document["components"]["schemas"][schema]["examples"]:
        jsonschema.Draft202012Validator({"$ref": f"#/components/schemas/{schema}", **document}).validate(example)


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
                    "delete /api/v1/content/reports/{reportId}", "delete /api/v1/content/shares/{requestId}", "delete /api/v1/content/tracks/{trackId}"}


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


def test_event_schemas_are_valid_and_name_their_data():
    for file in sorted((CONTRACTS / "events").glob("*.schema.json")):
        schema = json.loads(file.read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        if file.name != "cloudevent.schema.json":
            assert schema["properties"]["type"]["const"] == file.name.removesuffix(".schema.json")
            assert schema["properties"]["data"]["$ref"].rsplit("/", 1)[1] in schema["$defs"]
