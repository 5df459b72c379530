"""The operations of the contracts, as the matrix needs them: every public one that asks for a signed-in person."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from local.description import NAMES

CONTRACTS = Path(__file__).parents[2] / "contracts" / "openapi"
METHODS = ("get", "put", "post", "patch", "delete")


@dataclass(frozen=True)
class Operation:
    id: str
    method: str
    path: str
    statuses: frozenset[str]         # as documented


def signed_in_operations() -> list[Operation]:
    found = []
    for name in NAMES:
        contract = yaml.safe_load((CONTRACTS / f"{name}.yaml").read_text())
        for path, item in contract["paths"].items():
            for method in METHODS:
                operation = item.get(method)
                if operation and _asks_for_a_person(contract, operation) and not path.startswith("/internal/"):
                    found.append(Operation(operation["operationId"], method.upper(), path, frozenset(operation["responses"])))
    return found


def _asks_for_a_person(contract: dict, operation: dict) -> bool:
    security = operation.get("security", contract.get("security", []))
    return any("bearerAuth" in one for one in security) and {} not in security
