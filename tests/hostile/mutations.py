"""Requests made from the contracts and then spoiled: the same ones for the same dice.

    for attempt in attempts(operations(), random.Random(7), per_operation=50, known={"pocId": "..."}):
        attempt.method, attempt.path, attempt.headers, attempt.body
"""

from __future__ import annotations

import copy
import json
import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml

from local.description import NAMES
from values import ANYTHING, BODIES, BOOLEANS, HEADERS, NUMBERS, TEXTS, TIMES

CONTRACTS = Path(__file__).parents[2] / "contracts" / "openapi"
METHODS = ("get", "put", "post", "patch", "delete")
FILES = {name: yaml.safe_load((CONTRACTS / f"{name}.yaml").read_text()) for name in (*NAMES, "shared")}


@dataclass
class Operation:
    id: str
    service: str
    method: str
    path: str
    parameters: list[dict]
    body: dict[str, dict]            # content type -> schema
    statuses: frozenset[str]         # as documented
    is_page: bool                    # answered to browsers, in HTML


@dataclass
class Attempt:
    operation: Operation
    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None

    def __str__(self) -> str:
        return f"{self.method} {self.path[:300]} {self.headers} {(self.body or b'')[:300]!r}"


ENDLESS = {"watchContent", "watchImports"}  # go on until the token ends; test_work.py and test_watching.py have their bad requests


def operations() -> list[Operation]:
    """Every public operation of every contract that comes to an end."""
    return [_operation(service, method, path, item)
            for service in NAMES for path, item in FILES[service]["paths"].items()
            for method in METHODS if method in item and not path.startswith("/internal/") and item[method]["operationId"] not in ENDLESS]


def _operation(service: str, method: str, path: str, item: dict) -> Operation:
    it = item[method]
    parameters = [resolve(service, one) for one in item.get("parameters", []) + it.get("parameters", [])]
    content = it.get("requestBody", {}).get("content", {})
    return Operation(it["operationId"], service, method.upper(), path, parameters,
                     {kind: media["schema"] for kind, media in content.items()}, frozenset(map(str, it["responses"])),
                     any("text/html" in resolve(service, answer).get("content", {}) for answer in it["responses"].values()))


def resolve(service: str, node: dict) -> dict:
    """Follows $ref, also into shared.yaml."""
    while "$ref" in node:
        file, _, pointer = node["$ref"].partition("#/")
        service = file.removesuffix(".yaml") or service
        node = FILES[service]
        for part in pointer.split("/"):
            node = node[part]
    return node


def attempts(found: list[Operation], dice: random.Random, *, per_operation: int,
             known: dict[str, str]) -> Iterator[Attempt]:
    """`known` are ids of things that exist, by the parameter's name."""
    for operation in found:
        for _ in range(per_operation):
            yield _attempt(operation, dice, known)


def _attempt(operation: Operation, dice: random.Random, known: dict[str, str]) -> Attempt:
    kind, body = _body(operation, dice)
    headers = {"Content-Type": kind} if kind else {}
    for parameter in operation.parameters:
        if parameter["in"] == "header" and dice.random() < 0.8:
            headers[parameter["name"]] = dice.choice(HEADERS[parameter["name"]])
    if dice.random() < 0.2:
        name = dice.choice(list(HEADERS))
        headers[name] = dice.choice(HEADERS[name])
    return Attempt(operation, operation.method, _address(operation, dice, known), headers, body)


def _address(operation: Operation, dice: random.Random, known: dict[str, str]) -> str:
    path = operation.path
    for parameter in operation.parameters:
        if parameter["in"] == "path":
            path = path.replace("{" + parameter["name"] + "}", _id(known[parameter["name"]], dice))
    could = [parameter for parameter in operation.parameters if parameter["in"] == "query"]
    query = [(parameter["name"], _query_value(operation.service, parameter, dice))
             for parameter in dice.sample(could, min(len(could), dice.choice([0, 1, 1, 2, 3])))]
    if dice.random() < 0.07:
        query.append(dice.choice([("unknown", "1"), ("page", "1"), ("", ""), ("page[]", "1"), ("search", "\ud800")]))
    return path + ("?" + "&".join(f"{_encoded(name)}={_encoded(value)}" for name, value in query) if query else "")


def _id(known: str, dice: random.Random) -> str:
    if dice.random() < 0.6:
        return known
    unknown = str(uuid.UUID(int=dice.getrandbits(128)))
    return dice.choice([unknown, "0", "a" * 37, known.upper(), known + "%00", "{" + known + "}", "%F0%9F%A7%AA"])


def _encoded(value: Any) -> str:
    return quote(str(value).encode("utf-8", "surrogatepass"), safe="")


def _query_value(service: str, parameter: dict, dice: random.Random) -> Any:
    schema = resolve(service, parameter["schema"])
    if "enum" in schema and dice.random() < 0.7:
        return dice.choice(schema["enum"])
    if schema.get("format") == "date-time":
        return dice.choice(TIMES)
    return dice.choice({"integer": NUMBERS, "boolean": BOOLEANS}.get(schema.get("type"), TEXTS))


def _body(operation: Operation, dice: random.Random) -> tuple[str | None, bytes | None]:
    if not operation.body:
        return None, (b"{}" if dice.random() < 0.05 else None)
    kind = dice.choice(list(operation.body))
    if dice.random() < 0.15:
        return kind, dice.choice(BODIES)
    if kind.startswith("audio/"):
        return kind, dice.choice([b"", b"x", b"\x00" * 70_000, b"ID3", b"RIFF\xff\xff\xff\xffWAVE"])
    schema = resolve(operation.service, operation.body[kind])
    if "properties" not in schema:      # a file of rows
        return kind, _rows(dice)
    body = copy.deepcopy(dice.choice(schema["examples"]))
    for _ in range(dice.choice([0, 1, 1, 2])):
        _spoil(body, list(schema["properties"]), dice)
    if kind == "application/x-www-form-urlencoded":
        return kind, "&".join(f"{quote(str(name))}={quote(str(value))}" for name, value in body.items()).encode()
    return kind, json.dumps(body).encode()


def _spoil(body: dict, fields: list[str], dice: random.Random) -> None:
    name = dice.choice(fields)
    match dice.randrange(5):
        case 0:
            body.pop(name, None)
        case 1:
            body[name] = dice.choice(ANYTHING)
        case 2:
            body[name] = [dice.choice(TEXTS) for _ in range(dice.choice([1, 3, 40]))]
        case 3:
            body[dice.choice(["admin", "", "__proto__", "tenantId", "userId", "Name"])] = dice.choice(ANYTHING)
        case _:
            body[name] = dice.choice(TEXTS + TIMES)


def _rows(dice: random.Random) -> bytes:
    row = {"name": dice.choice(TEXTS), "repositoryUrl": "https://example.org/" + dice.choice(["a", "é", "a b", ""]),
           dice.choice(["tags", "createdAt", "x"]): dice.choice(ANYTHING + TIMES)}
    line = json.dumps(row)
    return dice.choice([
        line, line + "\n" + line, line.replace("{", "", 1), "\r\n\r\n", "name,name\na,b\n", "name;repositoryUrl\na;b",
        f"name,repositoryUrl\n{row['name']},https://example.org/c\n", '"name","repositoryUrl"\n"a,https://x\n',
        "\ufeffname,repositoryUrl\r\n\"a\"\"b\",https://x.y\r\n"]).encode("utf-8", "replace")
