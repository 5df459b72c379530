"""What a contract may not say. Each is a sample contract with one thing changed."""

from pathlib import Path

import pytest
import yaml

from contractgen import problems
from contractgen.loader import ContractError, Loader
from contractgen.openapi import OpenApi

HERE = Path(__file__).parent


def read(tmp_path, change):
    contract = yaml.safe_load((HERE / "sample.yaml").read_text())
    change(contract)
    (tmp_path / "sample_shared.yaml").write_text((HERE / "sample_shared.yaml").read_text())
    file = tmp_path / "sample.yaml"
    file.write_text(yaml.safe_dump(contract, sort_keys=False))
    return OpenApi(Loader(), file, problems.read(HERE / "problems.yaml")["problems"]).read("sample")


def schemas(contract):
    return contract["components"]["schemas"]


def errors(contract):
    return contract["paths"]["/api/v1/things/{thingId}"]["patch"]["x-error-codes"]


CHANGES = {
    "an open object": lambda c: schemas(c)["Part"].pop("additionalProperties"),
    "an object without a name": lambda c: schemas(c)["Part"]["properties"].update(
        deep={"type": "object", "additionalProperties": False, "properties": {"a": {"type": "string"}}}),
    "an enum without a name": lambda c: schemas(c)["Part"]["properties"].update(deep={"type": "string", "enum": ["a"]}),
    "two types": lambda c: schemas(c)["Part"]["properties"].update(deep={"type": ["string", "integer"]}),
    "a word it does not know": lambda c: schemas(c)["Part"]["properties"].update(deep={"type": "string", "multipleOf": 2}),
    "a text shown in a way it does not know": lambda c: schemas(c)["Part"]["properties"].update(
        deep={"type": "string", "x-shown": "upside down"}),
    "a required field that is not there": lambda c: schemas(c)["Part"]["required"].append("nothing"),
    "a reference into nothing": lambda c: schemas(c)["Part"]["properties"].update(deep={"$ref": "#/components/schemas/No"}),
    "a circle": lambda c: schemas(c).update(Colour={"$ref": "#/components/schemas/Colour"}),
    "an operation without a name": lambda c: c["paths"]["/api/v1/things"]["get"].pop("operationId"),
    "a tenant left out where nobody signs in": lambda c: c["paths"]["/api/v1/things"]["get"].update(
        {"security": [], "x-without-tenant": True}),
    "an addition that is neither true nor a list": lambda c: schemas(c)["Part"].update({"x-addition": "yes"}),
    "an addition of a field that is not there": lambda c: schemas(c)["Part"].update({"x-addition": ["nothing"]}),
    "an addition that its description tells": lambda c: c["paths"]["/api/v1/things"]["get"].update(description="Addition. Things."),
    "an error that is listed nowhere": lambda c: errors(c).update({"412": ["nothing"]}),
    "an error that comes with another status": lambda c: errors(c).update({"409": ["stale"]}),
    "an error with a status that is never answered": lambda c: errors(c).update({"404": ["gone"]}),
    "an unknown security": lambda c: c["paths"]["/api/v1/things"]["get"].update(security=[{"apiKey": []}]),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_refuses(tmp_path, change):
    with pytest.raises(ContractError):
        read(tmp_path, change)


def test_reads_which_operations_are_for_people_without_a_tenant_too(tmp_path):
    contract = read(tmp_path, lambda c: c["paths"]["/api/v1/things"]["get"].update({"x-without-tenant": True}))
    assert "any_person" in [operation.access for operation in contract.operations]


def test_takes_the_sample_as_it_is(tmp_path):
    contract = read(tmp_path, lambda c: None)
    assert [operation.access for operation in contract.operations] == [
        "person", "anonymous", "optional_person", "person", "service", "service"]
