"""The header of a contract's messages: their types and how each is read and written, and the inputs of the operations."""

from __future__ import annotations

import textwrap

from . import model
from .cpp_rules import cpp_type, field_type
from .names import pascal, snake

MESSAGE_INCLUDES = """\
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <base/clock.hpp>
#include <base/result.hpp>
#include <base/uuid.hpp>
#include <json/errors.hpp>
#include <json/patch.hpp>
"""


def comment(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, 110, initial_indent=indent + "// ", subsequent_indent=indent + "// ") if text else []


def enum(message: model.Enum) -> list[str]:
    names = ", ".join(name for _, name in message.values)
    return [
        *comment(message.description),
        f"enum class {message.name} : std::uint8_t {{ {names} }};",
        f"[[nodiscard]] std::string_view to_string({message.name} value);",
        f"[[nodiscard]] std::optional<{message.name}> parse_{snake(message.name)}(std::string_view text);",
        "",
    ]


def member(field: model.Field) -> str:
    if field.default is not None and not field.optional:
        return f"  {field_type(field)} {field.name} = {field.default};"
    initial = {"std::int64_t": " = 0", "double": " = 0", "bool": " = false"}.get(field_type(field), "{}")
    if isinstance(field.type, (model.Text, model.Raw, model.ListOf)) or field.optional:
        initial = "{}"
    return f"  {field_type(field)} {field.name}{initial};"


def patch_member(field: model.Field) -> str:
    return f"  Patch<{cpp_type(field.type)}> {field.name}{{}};"


def struct(message: model.Struct) -> list[str]:
    show = patch_member if message.merge_patch else member
    return [
        *comment(message.description),
        f"struct {message.name} {{",
        *(show(field) for field in message.fields),
        f"  bool operator==(const {message.name}&) const = default;",
        "};",
        "",
    ]


def mapping(message: model.Struct | model.Enum) -> list[str]:
    name = message.name
    is_struct = isinstance(message, model.Struct)
    lines = [f"void append_json(std::string& out, {'const ' + name + '&' if is_struct else name} value);",
             f"bool read(const json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, {name}& to);"]
    if is_struct:
        lines += [f"[[nodiscard]] std::string to_json(const {name}& value);", *parse_declaration(message)]
    return lines


def parse_declaration(message: model.Struct) -> list[str]:
    result = f"[[nodiscard]] Result<{message.name}, std::vector<json::FieldError>> parse_{snake(message.name)}(std::string_view body"
    if not message.closed:
        return [f"{result});"]
    return [f"{result},", "    json::UnknownFields unknown = json::UnknownFields::refused);"]


def operation_input(operation: model.Operation) -> list[str]:
    lines = [f"struct {pascal(operation.id)}Input {{"]
    lines += [member(parameter) for parameter in operation.parameters]
    if operation.body:
        body = operation.body.type.name
        lines.append(f"  {body} body{{}};" if operation.body.required else f"  std::optional<{body}> body{{}};")
    return [*lines, f"  bool operator==(const {pascal(operation.id)}Input&) const = default;", "};", ""]


def emit(contract: model.Contract) -> str:
    lines = [f"// Made by tools/contractgen from {contract.source}; not edited by hand.", "#pragma once", "",
             *MESSAGE_INCLUDES.splitlines(), "",
             "namespace mrbill::json {", "class Value;", "struct TypeRule;", "}", "",
             f"namespace mrbill::contract::{contract.name} {{", ""]
    for message in contract.messages:
        lines += enum(message) if isinstance(message, model.Enum) else struct(message)
    for message in contract.messages:
        lines += mapping(message)
    lines.append("")
    for operation in contract.operations:
        lines += operation_input(operation)
    lines.append(f"}}  // namespace mrbill::contract::{contract.name}")
    return "\n".join(lines) + "\n"
