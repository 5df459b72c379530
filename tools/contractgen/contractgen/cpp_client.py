"""The calling side of a contract's internal operations: the request built of an input, the message read from an answer."""

from __future__ import annotations

from . import model
from .cpp_header import comment
from .cpp_routes import METHODS
from .cpp_rules import string_literal
from .names import pascal, snake


def operations(contract: model.Contract) -> list[model.Operation]:
    return [operation for operation in contract.operations if operation.internal and not operation.public]


def signature(contract: model.Contract, operation: model.Operation) -> str:
    return (f"Task<{'' if operation.answer is None else operation.answer.name}> {operation.name}(http::Client& {contract.name}, "
            f"{pascal(operation.id)}Input input, Sender sender)")


def header(contract: model.Contract) -> str:
    lines = [f"// Made by tools/contractgen from {contract.source}; not edited by hand.", "#pragma once", "",
             "#include <async/task.hpp>", "#include <contract/call.hpp>", f"#include <contract/{contract.name}.hpp>", "",
             f"namespace mrbill::contract::{contract.name} {{", ""]
    for operation in operations(contract):
        lines += [*comment(f"{operation.method.upper()} {operation.path}: {operation.summary}"),
                  f"[[nodiscard]] http::Call call_of(const {pascal(operation.id)}Input& input);",
                  f"[[nodiscard]] {signature(contract, operation)};", ""]
    return "\n".join([*lines, f"}}  // namespace mrbill::contract::{contract.name}"]) + "\n"


def add(parameter: model.Parameter) -> str:
    """One line that puts a parameter where it belongs; one that is nothing, or an empty list, is left out."""
    value, wire = f"input.{parameter.name}", string_literal(parameter.wire)
    match parameter.place:
        case "path":
            return f"target.fill({wire}, {value});"
        case "query":
            return f"target.add({wire}, {value});"
        case "header":
            return f"set_header(call, {wire}, {value});"
    raise ValueError(f"{parameter.label}: a call of another service has no {parameter.place}")


def request(operation: model.Operation) -> list[str]:
    lines = [f"http::Call call_of(const {pascal(operation.id)}Input& input) {{",
             f"  Target target({string_literal(operation.path)});"]
    lines += ["  " + add(p) for p in operation.parameters if p.place in ("path", "query")]
    method = METHODS.get(operation.method, operation.method)
    lines.append(f"  http::Call call{{.method = http::Method::{method}, .target = std::move(target).text()}};")
    lines += ["  " + add(p) for p in operation.parameters if p.place not in ("path", "query")]
    if operation.body:
        body = "input.body" if operation.body.required else "*input.body"
        media = string_literal(operation.media_types[0])
        lines += [*([] if operation.body.required else ["  if (!input.body) return call;"]),
                  f"  call.headers.set(\"Content-Type\", {media});", f"  call.body = to_json({body});"]
    if not operation.parameters and not operation.body:
        lines.append("  static_cast<void>(input);")
    return [*lines, "  return call;", "}"]


def call(contract: model.Contract, operation: model.Operation) -> list[str]:
    name = string_literal(contract.name)
    send = f"co_await send({contract.name}, call_of(input), std::move(sender), {operation.success}, {name})"
    if operation.answer is None:
        return [f"{signature(contract, operation)} {{", f"  {send};", "}"]
    return [f"{signature(contract, operation)} {{", f"  const auto body = {send};",
            f"  auto message = parse_{snake(operation.answer.name)}(body, json::UnknownFields::ignored);",
            f"  if (!message) not_of_the_contract({name});", "  co_return *std::move(message);", "}"]


def emit(contract: model.Contract) -> str:
    lines = [f"// Made by tools/contractgen from {contract.source}; not edited by hand.",
             f"#include <contract/{contract.name}_client.hpp>", "", "#include <utility>", "",
             f"namespace mrbill::contract::{contract.name} {{", ""]
    for operation in operations(contract):
        lines += [*request(operation), *call(contract, operation)]
    return "\n".join([*lines, "", f"}}  // namespace mrbill::contract::{contract.name}"]) + "\n"
