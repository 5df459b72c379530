"""JSON Schema (2020-12, the part our contracts use) to the model's types."""

from __future__ import annotations

from . import model
from .loader import Loader, Place
from .names import pascal, snake

FORMATS = (None, "email", "idn-email", "uri", "uri-reference", "time-zone", "language-tag", "repository-address")
SHOWN = (None, "line", "prose")
KNOWN = {
    "type", "format", "minLength", "maxLength", "pattern", "minimum", "maximum", "minItems", "maxItems", "items", "enum",
    "properties", "required", "additionalProperties", "default", "description", "title", "examples", "deprecated", "readOnly",
    "writeOnly",
}


def type_of(schema: Place) -> tuple[str, bool]:
    """The one type beside null, and whether null is allowed."""
    kinds = schema.node.get("type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    real = [kind for kind in kinds if kind != "null"]
    if len(real) != 1 or real[0] is None:
        raise schema.fail("needs exactly one type beside null")
    return real[0], "null" in kinds


class Schemas:
    """Turns schemas into types and gathers the named ones, each after what it is made of."""

    def __init__(self, loader: Loader) -> None:
        self.loader = loader
        self.messages: dict[str, model.Struct | model.Enum] = {}
        self.places: dict[str, Place] = {}

    def type(self, schema: Place) -> tuple[model.Type, bool]:
        """The type and whether null is allowed."""
        target = self.loader.resolve(schema)
        self._refuse_unknown_words(target)
        kind, nullable = type_of(target)
        node = target.node
        if ("enum" in node and not node.get("x-plain")) or (kind == "object" and node.get("properties") is not None):
            return self._named(target), nullable
        if kind == "object":
            return model.Raw(), nullable
        if kind == "array":
            item, item_nullable = self.type(target / "items")
            if item_nullable:
                raise target.fail("items that may be null are not supported")
            return model.ListOf(item, node.get("minItems"), node.get("maxItems")), nullable
        return self._scalar(target, kind), nullable

    def _refuse_unknown_words(self, schema: Place) -> None:
        unknown = {word for word in schema.node if not word.startswith("x-")} - KNOWN
        if unknown:
            raise schema.fail(f"{', '.join(sorted(unknown))}: not supported")

    def _scalar(self, schema: Place, kind: str) -> model.Type:
        node = schema.node
        if kind == "boolean":
            return model.Boolean()
        if kind == "integer":
            return model.Integer(node.get("minimum"), node.get("maximum"))
        if kind == "number":
            return model.Number(node.get("minimum"), node.get("maximum"))
        if kind != "string":
            raise schema.fail(f"type {kind} is not supported")
        wanted = node.get("format")
        if wanted == "uuid":
            return model.Uuid()
        if wanted == "date-time":
            return model.Time()
        if wanted not in FORMATS:
            raise schema.fail(f"format {wanted} is not supported")
        shown = node.get("x-shown")
        if shown not in SHOWN:
            raise schema.fail(f"x-shown {shown} is not supported")
        pattern = None if node.get("x-checked") else node.get("pattern")
        return model.Text(node.get("minLength"), node.get("maxLength"), pattern, wanted, shown)

    def _named(self, schema: Place) -> model.Named:
        if schema.pointer[-2:-1] not in (("schemas",), ("$defs",)):
            raise schema.fail("objects and enums need a name of their own: put it among the named schemas")
        name = pascal(schema.name)
        if name in self.places:
            if self.places[name].node is not schema.node:
                raise schema.fail(f"there are two schemas with the name {name}")
            return model.Named(name)
        self.places[name] = schema
        message = self._enum(schema) if "enum" in schema.node else self._struct(schema)
        self.messages[name] = message  # after its fields' own types
        return model.Named(name)

    def _enum(self, schema: Place) -> model.Enum:
        values = [(str(value), snake(str(value))) for value in schema.node["enum"]]
        return model.Enum(pascal(schema.name), schema.node.get("description", ""), values)

    def _struct(self, schema: Place) -> model.Struct:
        node = schema.node
        closed = node.get("additionalProperties") is False
        if not closed and schema.pointer[0] != "$defs":
            raise schema.fail("must say additionalProperties: false")
        required = set(node.get("required", []))
        properties = schema / "properties"
        if missing := required - set(properties.node):
            raise schema.fail(f"{', '.join(sorted(missing))}: required but not described")
        fields = [self.field(name, properties / name, name in required) for name in properties.node]
        return model.Struct(pascal(schema.name), node.get("description", ""), fields, bool(node.get("x-merge-patch")), closed)

    def field(self, wire: str, schema: Place, required: bool) -> model.Field:
        kind, nullable = self.type(schema)
        default = None if required else self.default(schema, kind)
        return model.Field(wire, snake(wire), kind, required, nullable, default)

    def default(self, schema: Place, kind: model.Type) -> str | None:
        """The default as a C++ expression."""
        target = self.loader.resolve(schema)
        if "default" not in target.node:
            return None
        value = target.node["default"]
        match kind:
            case model.Boolean():
                return "true" if value else "false"
            case model.Integer() | model.Number():
                return repr(value)
            case model.ListOf() if value == []:
                return "{}"
            case model.Named():
                return f"{kind.name}::{snake(str(value))}"
        raise target.fail(f"a default of {value!r} is not supported")
