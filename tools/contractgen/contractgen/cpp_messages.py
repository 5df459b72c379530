"""The mapping of a contract's messages: reading with every check, writing."""

from __future__ import annotations

from . import model
from .cpp_rules import Rules, string_literal
from .names import snake


def enum(message: model.Enum) -> list[str]:
    name, table = message.name, f"{snake(message.name).rstrip('_')}_names"
    names = ", ".join(string_literal(wire) for wire, _ in message.values)
    lines = [
        f"namespace {{\nconstexpr std::array<std::string_view, {len(message.values)}> {table}{{{names}}};\n}}",
        f"std::string_view to_string({name} value) {{ return {table}[static_cast<std::size_t>(value)]; }}",
        f"std::optional<{name}> parse_{snake(name)}(std::string_view text) {{",
        f"  const auto found = std::ranges::find({table}, text);",
        f"  if (found == {table}.end()) return std::nullopt;",
        f"  return static_cast<{name}>(found - {table}.begin());",
        "}",
    ]
    return [
        *lines,
        f"void append_json(std::string& out, {name} value) {{ json::append_json_string(out, to_string(value)); }}",
        f"bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, {name}& to) {{",
        f"  const auto found = json::read_enum(from, at, errors, {table});",
        f"  if (found) to = static_cast<{name}>(*found);",
        "  return found.has_value();",
        "}",
    ]


def writer(message: model.Struct) -> list[str]:
    """Fields one after the other; a field that may be left out and is nothing is left out, any other nothing is null."""
    lines = [f"void append_json(std::string& out, const {message.name}& value) {{", "  out += '{';"]
    certain = False  # whether a member stands before this one, whatever the value is
    for field in message.fields:
        key = f'"{field.wire}":'
        start = f"out += {string_literal(',' + key)};" if certain else f"json::begin_member(out, {string_literal(key)});"
        may_be_absent = message.merge_patch or (field.optional and not field.nullable)
        lines += ["  " + line for line in write_field(message, field, start)]
        certain = certain or not may_be_absent
    return [*lines, "  out += '}';", "}",
            f"std::string to_json(const {message.name}& value) {{",
            "  std::string out;", "  append_json(out, value);", "  return out;", "}"]


def write_field(message: model.Struct, field: model.Field, start: str) -> list[str]:
    value = f"value.{field.name}"
    append = "append_raw" if isinstance(field.type, model.Raw) else "append"
    if message.merge_patch:
        return [f"if (!{value}.is_absent()) {{", f"  {start}", f"  {append}(out, {value});", "}"]
    if field.optional and not field.nullable:
        return [f"if ({value}) {{", f"  {start}", f"  {append}(out, *{value});", "}"]
    return [start, f"{append}(out, {value});"]


def reader(message: model.Struct, rules: Rules) -> list[str]:
    name, known = message.name, f"{snake(message.name).rstrip('_')}_fields"
    names, count = ", ".join(string_literal(field.wire) for field in message.fields), len(message.fields)
    lines = [
        f"namespace {{\nconstexpr std::array<std::string_view, {count}> {known}{{{names}}};\n}}",
        f"bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, {name}& to) {{",
        "  const auto before = errors.size();",
        f"  std::array<const json::Value*, {count}> values{{}};",
        f"  if (!json::read_{'object' if message.closed else 'open_object'}(from, at, errors, {known}, values)) return false;",
    ]
    for place, field in enumerate(message.fields):
        lines += ["  " + line for line in read_field(message, field, f"values[{place}]", rules)]
    if not message.fields:
        lines.append("  static_cast<void>(to);")
    return [*lines, "  return errors.size() == before;", "}",
            *parser(message)]


def parser(message: model.Struct) -> list[str]:
    unknown = ", json::UnknownFields unknown" if message.closed else ""
    given = "unknown" if message.closed else "json::UnknownFields::ignored"
    return [f"Result<{message.name}, std::vector<json::FieldError>> parse_{snake(message.name)}(std::string_view body{unknown}) {{",
            f"  return parse_document<{message.name}>(body, {given});", "}"]


def read_field(message: model.Struct, field: model.Field, value: str, rules: Rules) -> list[str]:
    wire, rule = string_literal(field.wire), rules.expression(field.type)
    if message.merge_patch:
        nullable = "true" if field.nullable else "false"
        return [f"json::read_patch({value}, {wire}, at, errors, {rule}, {nullable}, to.{field.name});"]
    lines = [f"json::require({value}, {wire}, at, errors);"] if field.required else []
    call = "read_nullable" if field.nullable else "read_member"
    return [*lines, f"json::{call}({value}, {wire}, at, errors, {rule}, to.{field.name});"]


# append_json for the generated types is found by argument-dependent lookup, for the others by this.
PRELUDE = """\
namespace {

template <class T>
[[maybe_unused]] void append(std::string& out, const T& value) {
  using json::append_json;
  append_json(out, value);
}

// A free-form object is JSON already.
[[maybe_unused]] void append_raw(std::string& out, std::string_view object) { out += object.empty() ? "{}" : object; }

template <class T>
[[maybe_unused]] Result<T, std::vector<json::FieldError>> parse_document(std::string_view body, json::UnknownFields unknown) {
  json::Errors errors(unknown);
  T message;
  json::Memory memory;
  const auto document = json::parse(body, memory, errors);
  if (!document || !read(*document, json::Path{}, errors, json::TypeRule{}, message)) return fail(errors.take());
  return message;
}

}  // namespace
"""


def emit(contract: model.Contract, demands: dict[str, str] | None = None) -> str:
    rules, body = Rules(demands), []
    for message in contract.messages:
        if isinstance(message, model.Enum):
            body += enum(message)
            continue
        body += [*reader(message, rules), *writer(message)]
    patterns = rules.definitions()
    lines = [f"// Made by tools/contractgen from {contract.source}; not edited by hand.",
             f"#include <contract/{contract.name}.hpp>", "", "#include <algorithm>", "#include <array>", "#include <utility>", "",
             "#include <json/parse.hpp>", "#include <json/reader.hpp>", "#include <json/writer.hpp>", "",
             f"namespace mrbill::contract::{contract.name} {{", "", *PRELUDE.splitlines(),
             *(["namespace {", *patterns, "}"] if patterns else []), "", *body, "",
             f"}}  // namespace mrbill::contract::{contract.name}"]
    return "\n".join(lines) + "\n"
