from pathlib import Path

import pytest

from contractgen.bundle import Bundle
from contractgen.loader import Loader

CONTRACTS = Path(__file__).parents[3] / "contracts" / "openapi"


def references(node):
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"]
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


@pytest.mark.parametrize("name", sorted(file.stem for file in CONTRACTS.glob("*.yaml") if file.stem != "shared"))
def test_stands_alone_and_keeps_internals_in(name):
    document = Bundle(Loader(), CONTRACTS / f"{name}.yaml").document()
    for reference in references(document):
        _, _, kind, target = reference.split("/")
        assert target in document["components"][kind]
    assert not [path for path in document["paths"] if path.startswith("/internal")]
    assert "x-shared" not in document
