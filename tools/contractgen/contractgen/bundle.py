"""One self-contained OpenAPI document from a contract and what it refers to in other files, for readers outside: the
documentation page, client generators, request collections. Internal paths and the marks of this generator stay behind. And the
page of all error codes."""

from __future__ import annotations

import json
import sys
from http import HTTPStatus
from pathlib import Path

from . import problem_page, problems
from .loader import ContractError, Loader, Place
from .openapi import JSON_TYPES

PRIVATE_MARKS = ("x-shared", "x-optional", "x-published", "x-plain", "x-checked", "x-listener", "x-merge-patch",
                 "x-without-tenant", "x-addition", "x-listed")
METHODS = ("get", "put", "post", "patch", "delete")


class Bundle:
    def __init__(self, loader: Loader, file: Path) -> None:
        self.loader = loader
        self.root = loader.root(file)
        self.components: dict[str, dict[str, object]] = {}
        self.origins: dict[tuple[str, str], Place] = {}

    def document(self) -> dict:
        out = {key: self._copy(self.root / key) for key in self.root.node
               if key not in ("paths", "components") and key not in PRIVATE_MARKS}
        paths = self.root / "paths"
        out["paths"] = {path: self._path(paths / path) for path in paths.node if not path.startswith("/internal/")}
        self._publish()
        self._say_examples()
        schemes = self.root / "components" / "securitySchemes"
        used = {name: self._copy(self.loader.resolve(schemes / name)) for name in schemes.node}
        out["components"] = {"securitySchemes": used, **{kind: dict(sorted(self.components[kind].items()))
                                                         for kind in sorted(self.components)}}
        return out

    def _path(self, path: Place) -> dict:
        out = self._copy(path)
        for method in set(METHODS) & set(path.node):
            self._operation(path / method, out[method])
        return out

    def _operation(self, place: Place, out: dict) -> None:
        """For who reads and calls it: without cookies, which a browser sends by itself and nobody passes, and with every code."""
        if "parameters" in out:
            sent = [at for at, node in enumerate(place.node["parameters"])
                    if self.loader.resolve(Place(place.file, (*place.pointer, "parameters", str(at)), node)).node["in"] != "cookie"]
            out["parameters"] = [out["parameters"][at] for at in sent]
        out["x-error-codes"] = self.codes(place)
        self._body(out.get("requestBody", {}))

    @staticmethod
    def _body(body: dict) -> None:
        """Of media types that are read alike the first is the one to send: some generators make what does not compile of several."""
        kinds = list(body.get("content", {}))
        if len(kinds) > 1 and kinds[0] in JSON_TYPES and all(body["content"][kind] == body["content"][kinds[0]] for kind in kinds):
            body["content"] = {kinds[0]: body["content"][kinds[0]]}
            body["description"] = f"Also taken as {', '.join(kinds[1:])}."

    def codes(self, operation: Place) -> dict[str, list[str]]:
        """By status: those that the operation names, and those that come with the status wherever it is answered."""
        out = {}
        ruled_out = self._ruled_out(operation.node)
        for status in operation.node["responses"]:
            common = [code for code in self.loader.resolve(operation / "responses" / status).node.get("x-error-codes", [])
                      if code not in ruled_out]
            own = operation.node.get("x-error-codes", {}).get(status, [])
            if codes := list(dict.fromkeys([*own, *common])):
                out[status] = codes
        return out

    def _ruled_out(self, operation: dict) -> set[str]:
        """What cannot be wrong: with the token of who needs none, with the company of who may have none, with a body that is asked for."""
        security = operation.get("security", self.root.node.get("security", []))
        out = set() if security else {"token_missing", "token_invalid", "token_expired", "token_revoked", "no_membership",
                                      "identity_unavailable"}
        if {} in security or operation.get("x-without-tenant"):
            out |= {"no_membership"}
        if {} in security:
            out |= {"token_missing"}
        return out | ({"unexpected_body"} if "requestBody" in operation else set())

    def _publish(self) -> None:
        """Schemas that no operation refers to and that readers need all the same: a line of a file, the data of an event."""
        schemas = self.root / "components" / "schemas" if "schemas" in self.root.node.get("components", {}) else None
        for name in schemas.node if schemas else ():
            if schemas.node[name].get("x-published"):
                self._take(Place(self.root.file, (), {"$ref": f"#/components/schemas/{name}"}))
        for parameter in [name for name, node in self.components.get("parameters", {}).items() if node["in"] == "cookie"]:
            del self.components["parameters"][parameter]

    def _say_examples(self) -> None:
        """Each response of an error shows the first of its codes as it is really said."""
        said = problems.problems_beside(self.root.file)
        for response in self.components.get("responses", {}).values():
            content = response.get("content", {}).get("application/problem+json")
            if content and response.get("x-error-codes") and "example" not in content:
                content["example"] = example_of(response["x-error-codes"][0], said)

    def _copy(self, place: Place) -> object:
        node = place.node
        if isinstance(node, dict):
            if "$ref" in node:
                return {"$ref": self._take(place)}
            out = {str(key): self._copy(place / key) for key in node if key not in PRIVATE_MARKS}
            if "x-listed" in node:
                del out["maxLength"]  # for who reads it without the list
                out["enum"] = problems.codes_beside(self.root.file, node["x-listed"])
            return out
        if isinstance(node, list):
            return [self._copy(Place(place.file, (*place.pointer, str(i)), item)) for i, item in enumerate(node)]
        return node

    def _take(self, place: Place) -> str:
        """Brings the target into this document's components; its new reference."""
        target = self.loader.resolve(place)
        kind, name = target.pointer[1], target.name
        known = self.origins.setdefault((kind, name), target)
        if known.node is not target.node:
            raise target.fail(f"{known.file.name} has another {name} among its {kind}")
        taken = self.components.setdefault(kind, {})
        if name not in taken:
            taken[name] = {}  # holds the place while the parts come in
            taken[name] = self._copy(target)
        return f"#/components/{kind}/{name}"


def example_of(code: str, said: dict) -> dict:
    status = said[code]["status"][0]
    return {"type": f"https://mrbill.dev/problems/{code}", "title": HTTPStatus(status).phrase, "status": status, "code": code,
            "detail": said[code]["says"][0]["en"], "requestId": "0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e11"}


def main(arguments: list[str]) -> int:
    if len(arguments) < 2:
        print("usage: python3 -m contractgen.bundle OUT FILE...", file=sys.stderr)
        return 2
    out = Path(arguments[0])
    out.mkdir(parents=True, exist_ok=True)
    try:
        for file in map(Path, arguments[1:]):
            text = json.dumps(Bundle(Loader(), file).document(), ensure_ascii=False, indent=1)
            (out / f"{file.stem}.json").write_text(text + "\n", encoding="utf-8")
        (out / "problems").mkdir(exist_ok=True)
        page = problem_page.page(Path(arguments[1]).parents[1] / problems.FILE)
        (out / "problems" / "index.html").write_text(page, encoding="utf-8")
    except ContractError as error:
        print(f"bundle: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
