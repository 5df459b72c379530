"""What the emitters work on: types, messages and operations, free of YAML."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Text:
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    format: str | None = None
    shown: str | None = None  # to others: a line or prose


@dataclass(frozen=True)
class Integer:
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True)
class Number:
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True)
class Boolean:
    pass


@dataclass(frozen=True)
class Uuid:
    pass


@dataclass(frozen=True)
class Time:
    pass


@dataclass(frozen=True)
class Raw:
    """A free-form object, kept as JSON text."""


@dataclass(frozen=True)
class Named:
    """A struct or an enum of the same contract."""

    name: str


@dataclass(frozen=True)
class ListOf:
    item: "Type"
    min_items: int | None = None
    max_items: int | None = None


Type = Text | Integer | Number | Boolean | Uuid | Time | Raw | Named | ListOf


@dataclass
class Field:
    wire: str
    name: str
    type: Type
    required: bool
    nullable: bool
    default: object = None  # a C++ expression

    @property
    def optional(self) -> bool:
        """Nothing is one of its values."""
        return self.nullable or (not self.required and self.default is None)


@dataclass
class Struct:
    name: str
    description: str
    fields: list[Field]
    merge_patch: bool = False
    closed: bool = True  # unknown fields are refused; events ignore them, so that publishers may go ahead


@dataclass
class Enum:
    name: str
    description: str
    values: list[tuple[str, str]]  # on the wire, in C++


@dataclass
class Parameter(Field):
    place: str = "query"  # path, query, header, cookie

    @property
    def label(self) -> str:
        return f"{self.place}:{self.wire}"


@dataclass
class Body:
    type: Named
    required: bool


@dataclass
class Operation:
    id: str
    name: str
    method: str
    path: str
    summary: str
    access: str
    parameters: list[Parameter]
    media_types: list[str]
    body: Body | None
    max_body: int | None
    internal: bool
    public: bool
    success: int = 200
    answer: Named | None = None  # the message that comes with success, if any
    codes: list[str] = field(default_factory=list)  # of the errors that its handler may answer

    @property
    def requires_if_match(self) -> bool:
        return any(p.wire == "If-Match" and p.required for p in self.parameters)


@dataclass
class Contract:
    name: str
    source: str
    messages: list[Struct | Enum] = field(default_factory=list)  # each after what it is made of
    operations: list[Operation] = field(default_factory=list)
