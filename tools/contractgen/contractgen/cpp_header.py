"""The header of a contract: messages, their mapping, the inputs of the operations, the interface and its routes."""

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
#include <json/value.hpp>
#include <json/writer.hpp>
"""
ROUTE_INCLUDES = """\
#include <async/task.hpp>
#include <http/message.hpp>
#include <http/problem.hpp>
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
        *([] if message.merge_patch else [f"  bool operator==(const {message.name}&) const = default;"]),
        "};",
        "",
    ]


def mapping(message: model.Struct | model.Enum) -> list[str]:
    name, lines = message.name, []
    is_struct = isinstance(message, model.Struct)
    if message.written and not getattr(message, "merge_patch", False):
        lines.append(f"void append_json(std::string& out, {'const ' + name + '&' if is_struct else name} value);")
        if is_struct:
            lines.append(f"[[nodiscard]] std::string to_json(const {name}& value);")
    if message.read:
        lines.append(f"bool read(json::Value& from, const json::Path& at, json::Errors& errors, json::TypeRule, {name}& to);")
        if is_struct:
            lines.append(f"[[nodiscard]] Result<{name}, std::vector<json::FieldError>> parse_{snake(name)}(std::string_view body);")
    return lines


def operation_input(operation: model.Operation) -> list[str]:
    lines = [f"struct {pascal(operation.id)}Input {{"]
    lines += [member(parameter) for parameter in operation.parameters]
    if operation.body:
        body = operation.body.type.name
        lines.append(f"  {body} body{{}};" if operation.body.required else f"  std::optional<{body}> body{{}};")
    return [*lines, "};", ""]


def api(operations: list[model.Operation]) -> list[str]:
    lines = ["// What a service implements. Each call was authenticated and its input checked.", "class Api {", " public:",
             "  virtual ~Api() = default;"]
    for operation in operations:
        lines += comment(f"{operation.method.upper()} {operation.path}: {operation.summary}", "  ")
        lines.append(f"  virtual Task<http::Response> {operation.name}(http::Request request, "
                     f"{pascal(operation.id)}Input input) = 0;")
    return [*lines, "};", "",
            "// They call the api, which outlives them.",
            "[[nodiscard]] std::vector<http::Route> routes(Api& api);",
            "[[nodiscard]] std::vector<http::Route> internal_routes(Api& api);", ""]


def emit(contract: model.Contract) -> str:
    lines = [f"// Made by tools/contractgen from {contract.source}; not edited by hand.", "#pragma once", "",
             *MESSAGE_INCLUDES.splitlines(), *(ROUTE_INCLUDES.splitlines() if contract.operations else []), "",
             "namespace mrbill::json {", "struct TypeRule;", "}", "",
             f"namespace mrbill::contract::{contract.name} {{", ""]
    for message in contract.messages:
        lines += enum(message) if isinstance(message, model.Enum) else struct(message)
    for message in contract.messages:
        lines += mapping(message)
    lines.append("")
    for operation in contract.operations:
        lines += operation_input(operation)
    if contract.operations:
        lines += api(contract.operations)
    lines.append(f"}}  // namespace mrbill::contract::{contract.name}")
    return "\n".join(lines) + "\n"
