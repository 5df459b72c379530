"""An OpenAPI 3.1 document to the model."""

from __future__ import annotations

from pathlib import Path

from . import additions, model
from .loader import Loader, Place
from .names import snake
from .schemas import Schemas

METHODS = ("get", "put", "post", "delete", "patch")
JSON_TYPES = ("application/json", "application/merge-patch+json", "application/x-www-form-urlencoded")
MAX_ANONYMOUS_BODY = 64 * 1024  # bytes of a body before anybody has shown a token: more would be work for whoever asks
ACCESS = {"bearerAuth": "person", "serviceToken": "service", "installationKey": "installation"}


class OpenApi:
    """Reads one contract. Its messages are its named schemas, and those of other files that they or its operations refer to."""

    def __init__(self, loader: Loader, file: Path, problems: dict[str, dict] | None = None) -> None:
        self.loader = loader
        self.problems = problems or {}
        self.root = loader.root(file)
        self.schemas = Schemas(loader)

    def read(self, name: str) -> model.Contract:
        additions.check(self.root)
        paths = self.root / "paths"
        operations = [self._operation(paths / path, method)
                      for path in paths.node for method in METHODS if method in paths.node[path]]
        self._named_schemas()
        return model.Contract(name, self.root.file.name, list(self.schemas.messages.values()), operations)

    def _operation(self, path: Place, method: str) -> model.Operation:
        operation = path / method
        node = operation.node
        if "operationId" not in node:
            raise operation.fail("needs an operationId")
        parameters = [self._parameter(at) for at in (*self._list(path, "parameters"), *self._list(operation, "parameters"))]
        media_types, body = self._body(operation)
        access = self._access(operation)
        success, answer = self._responses(operation)
        internal = path.name.startswith("/internal/")
        both = node.get("x-listener") == "both"
        return model.Operation(node["operationId"], snake(node["operationId"]), method, path.name, node.get("summary", ""),
                               access, parameters, media_types, body, self._max_body(operation, access, bool(media_types)),
                               internal or both, not internal, success, answer, self._codes(operation))

    def _codes(self, operation: Place) -> list[str]:
        """What the operation itself names; what comes with a status wherever it is answered is said before its handler is asked."""
        codes = set()
        for status, named in operation.node.get("x-error-codes", {}).items():
            for code in named:
                if code not in self.problems:
                    raise operation.fail(f"{code} is not listed in problems.yaml")
                if status not in operation.node["responses"] or int(status) not in self.problems[code]["status"]:
                    raise operation.fail(f"{code} does not come with {status}")
            codes |= set(named)
        return sorted(codes)

    @staticmethod
    def _list(place: Place, key: str) -> list[Place]:
        return [Place(place.file, (*place.pointer, key, str(i)), node) for i, node in enumerate(place.node.get(key, []))]

    def _parameter(self, place: Place) -> model.Parameter:
        target = self.loader.resolve(place)
        node = target.node
        wire, where = node["name"], node["in"]
        required = bool(node.get("required"))
        field = self.schemas.field(wire, target / "schema", required)
        if field.nullable:
            raise target.fail("a parameter cannot be null")
        default = None if node.get("x-optional") else field.default
        if isinstance(field.type, model.ListOf):
            default = "{}"  # none given is an empty list
        return model.Parameter(wire, field.name, field.type, required, not required and default is None, default, where)

    def _body(self, operation: Place) -> tuple[list[str], model.Body | None]:
        if "requestBody" not in operation.node:
            return [], None
        request = self.loader.resolve(operation / "requestBody")
        content = request / "content"
        media_types = list(content.node)
        if media_types[0] not in JSON_TYPES:
            return media_types, None
        types = {self.schemas.type(content / media / "schema")[0] for media in media_types}
        if len(types) != 1 or not isinstance(kind := types.pop(), model.Named):
            raise request.fail("needs one named schema for all media types")
        return media_types, model.Body(kind, bool(request.node.get("required")))

    def _responses(self, operation: Place) -> tuple[int, model.Named | None]:
        """The first status that says yes, and its message."""
        good: list[tuple[int, model.Named | None]] = []
        for status in operation.node["responses"]:
            kind = None
            response = self.loader.resolve(operation / "responses" / status)
            media = response.node.get("content", {}).get("application/json")
            if media:
                kind, _ = self.schemas.type(response / "content" / "application/json" / "schema")
            if str(status).startswith("2"):
                good.append((int(status), kind))
        return min(good, key=lambda one: one[0], default=(200, None))

    @staticmethod
    def _max_body(operation: Place, access: str, has_body: bool) -> int | None:
        wished = operation.node.get("x-max-body")
        if access not in ("anonymous", "optional_person") or not has_body:
            return wished
        if (wished or 0) > MAX_ANONYMOUS_BODY:
            raise operation.fail(f"whoever shows no token sends {MAX_ANONYMOUS_BODY} bytes at most")
        return wished or MAX_ANONYMOUS_BODY

    def _access(self, operation: Place) -> str:
        security = operation.node.get("security", self.root.node.get("security", []))
        names = [name for entry in security for name in entry]
        without_tenant = operation.node.get("x-without-tenant")
        if without_tenant and names != ["bearerAuth"]:
            raise operation.fail("x-without-tenant is for operations that ask for a signed-in person")
        if not names:
            return "anonymous"
        if len(names) > 1 or names[0] not in ACCESS:
            raise operation.fail(f"security {names} is not supported")
        if without_tenant:
            return "any_person"
        return "optional_person" if {} in security else ACCESS[names[0]]

    def _named_schemas(self) -> None:
        for name in self.root.node.get("components", {}).get("schemas", {}):
            self.schemas.type(self.root / "components" / "schemas" / name)
