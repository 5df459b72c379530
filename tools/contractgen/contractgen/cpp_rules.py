"""Types and their rules as C++ expressions."""

from __future__ import annotations

from . import model, patterns


def cpp_type(kind: model.Type) -> str:
    match kind:
        case model.Text() | model.Raw():
            return "std::string"
        case model.Integer():
            return "std::int64_t"
        case model.Number():
            return "double"
        case model.Boolean():
            return "bool"
        case model.Uuid():
            return "Uuid"
        case model.Time():
            return "Timestamp"
        case model.Named():
            return kind.name
        case model.ListOf():
            return f"std::vector<{cpp_type(kind.item)}>"
    raise TypeError(kind)


def field_type(field: model.Field) -> str:
    inner = cpp_type(field.type)
    return f"std::optional<{inner}>" if field.optional else inner


def string_literal(text: str) -> str:
    """As a C++ literal; bytes outside of ASCII and control characters in octal, which cannot swallow what follows."""
    out = ""
    for byte in text.encode("utf-8"):
        character = chr(byte)
        if character in '"\\':
            out += "\\" + character
        else:
            out += character if 0x20 <= byte < 0x7F else f"\\{byte:03o}"
    return f'"{out}"'


def bounds(**named: object) -> str:
    return ", ".join(f".{name} = {value}" for name, value in named.items() if value is not None)


UNTOLD = "does not have the form that is asked for"


class Rules:
    """Rule expressions; the patterns they need are gathered and defined once. `demands` says in words what each pattern asks for;
    without it nobody is told."""

    def __init__(self, demands: dict[str, str] | None = None) -> None:
        self.patterns: dict[str, str] = {}
        self.demands = demands

    def expression(self, kind: model.Type) -> str:
        match kind:
            case model.Text():
                return f"json::StringRule{{{self._text(kind)}}}"
            case model.Integer():
                return f"json::IntegerRule{{{bounds(minimum=kind.minimum, maximum=kind.maximum)}}}"
            case model.Number():
                return f"json::NumberRule{{{bounds(minimum=kind.minimum, maximum=kind.maximum)}}}"
            case model.Boolean():
                return "json::BooleanRule{}"
            case model.Uuid():
                return "json::UuidRule{}"
            case model.Time():
                return "json::TimeRule{}"
            case model.Raw():
                return "json::RawRule{}"
            case model.Named():
                return "json::TypeRule{}"
            case model.ListOf():
                item = self.expression(kind.item)
                limits = bounds(min_items=kind.min_items, max_items=kind.max_items)
                return f"json::ArrayRule<{item.split('{')[0]}>{{.item = {item}{', ' if limits else ''}{limits}}}"
        raise TypeError(kind)

    def _text(self, kind: model.Text) -> str:
        pattern = f"&{self._pattern(kind.pattern)}" if kind.pattern else None
        wanted = f"json::Format::{kind.format.replace('-', '_')}" if kind.format else None
        shown = f"json::Shown::{kind.shown}" if kind.shown else None
        return bounds(min_length=kind.min_length, max_length=kind.max_length, pattern=pattern, format=wanted, shown=shown)

    def _pattern(self, source: str) -> str:
        return self.patterns.setdefault(source, f"pattern_{len(self.patterns) + 1}")

    def _demand(self, pattern: str) -> str:
        if self.demands is None:
            return UNTOLD
        if pattern not in self.demands:
            raise ValueError(f"problems.yaml: say under `patterns` what {pattern} demands: nobody is shown a regular expression")
        return self.demands[pattern]

    def definitions(self) -> list[str]:
        lines: list[str] = []
        for source, name in self.patterns.items():
            items = patterns.parse(source)
            for i, item in enumerate(items):
                ranges = ", ".join(f"{{0x{first:X}, 0x{last:X}}}" for first, last in item.ranges)
                lines.append(f"constexpr json::CharacterRange {name}_characters_{i}[] = {{{ranges}}};")
            lines.append(f"constexpr json::PatternItem {name}_items[] = {{")
            for i, item in enumerate(items):
                flags = ", ".join(str(flag).lower() for flag in (item.negated, item.optional, item.repeated))
                lines.append(f"    {{{name}_characters_{i}, {flags}}},")
            lines.append("};")
            lines.append(f"constexpr json::Pattern {name}{{{name}_items, {string_literal(self._demand(source))}}};")
        return lines
