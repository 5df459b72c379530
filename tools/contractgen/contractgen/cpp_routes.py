"""The server's side of a contract: the interface a service implements, and the routes that read and check the input of each
operation, then call it."""

from __future__ import annotations

import textwrap

from . import model
from .cpp_header import comment
from .cpp_rules import Rules, string_literal
from .names import pascal

METHODS = {"delete": "del"}


def header(contract: model.Contract) -> str:
    lines = [f"// Made by tools/contractgen from {contract.source}; not edited by hand.", "#pragma once", "",
             "#include <string_view>", "#include <vector>", "",
             "#include <async/task.hpp>", f"#include <contract/{contract.name}.hpp>", "#include <http/message.hpp>",
             "#include <http/response_or.hpp>", "",
             f"namespace mrbill::contract::{contract.name} {{", "",
             *(line for operation in contract.operations for line in answer(operation)), "",
             "// The operations' names, as their routes bear them.", "namespace operation {",
             *(f"inline constexpr std::string_view {operation.name} = {string_literal(operation.id)};"
               for operation in contract.operations),
             "}  // namespace operation", "",
             "// What a service implements. Each call was authenticated and its input checked.", "class Api {", " public:",
             "  virtual ~Api() = default;"]
    for operation in contract.operations:
        lines += comment(f"{operation.method.upper()} {operation.path}: {operation.summary}", "  ")
        lines.append(f"  virtual Task<{pascal(operation.id)}Answer> {operation.name}(http::Request request, "
                     f"{pascal(operation.id)}Input input) = 0;")
    lines += ["};", "",
              "// They call the api, which outlives them.",
              "[[nodiscard]] std::vector<http::Route> routes(Api& api);",
              "[[nodiscard]] std::vector<http::Route> internal_routes(Api& api);", "",
              f"}}  // namespace mrbill::contract::{contract.name}"]
    return "\n".join(lines) + "\n"


def answer(operation: model.Operation) -> list[str]:
    """What is asked for, or an error that the contract names: no other compiles. In order, so that like ones are one type."""
    codes = ", ".join(f"ErrorCode::{code}" for code in operation.codes)
    return textwrap.wrap(f"using {pascal(operation.id)}Answer = http::ResponseOr<{codes}>;", 110, subsequent_indent="    ")


def reader(operation: model.Operation, rules: Rules) -> list[str]:
    query = ", ".join(string_literal(p.wire) for p in operation.parameters if p.place == "query")
    count = sum(p.place == "query" for p in operation.parameters)
    named = [string_literal(p.wire) for p in operation.parameters if p.place == "query" and isinstance(p.type, model.ListOf)]
    lists = [f"  constexpr std::array<std::string_view, {len(named)}> lists{{{', '.join(named)}}};"] if named else []
    lines = [
        f"std::optional<http::Response> read_input(const http::Request& request, {pascal(operation.id)}Input& input) {{",
        "  json::Errors errors;",
        f"  constexpr std::array<std::string_view, {count}> query{{{query}}};",
        *lists,
        f"  const Parameters parameters(request, query, errors{', lists' if lists else ''});",
    ]
    for parameter in operation.parameters:
        call = "required" if parameter.required and parameter.wire != "If-Match" else "optional"
        lines.append(f"  parameters.{call}({string_literal(parameter.label)}, {rules.expression(parameter.type)}, "
                     f"input.{parameter.name});")
    if operation.body:
        target = "input.body" if operation.body.required else "input.body.emplace()"
        required = "BodyIs::required" if operation.body.required else "BodyIs::optional"
        lines.append("  json::Memory memory;")
        lines.append(f"  if (const auto document = read_body(request, {required}, memory, errors)) {{")
        lines.append(f"    read(*document, json::Path{{}}, errors, json::TypeRule{{}}, {target});")
        lines.append("  }")
    elif not operation.parameters:
        lines.append("  static_cast<void>(input);")
    lines.append("  if (!errors.empty()) return invalid_request(errors);")
    if operation.requires_if_match:
        lines.append('  if (!request.headers.find("If-Match")) return precondition_required();')
    return [*lines, "  return std::nullopt;", "}"]


def route(operation: model.Operation) -> list[str]:
    method = METHODS.get(operation.method, operation.method)
    fields = [f".method = http::Method::{method}", f".pattern = {string_literal(operation.path)}",
              f".operation = operation::{operation.name}", f".access = http::Access::{operation.access}"]
    if operation.max_body is not None:
        fields.append(f".max_body = {operation.max_body}")
    if operation.media_types:
        fields.append(f".media_types = {{{', '.join(string_literal(media) for media in operation.media_types)}}}")
    fields.append(f".handler = [&api](http::Request request) {{ return call(api, &Api::{operation.name}, std::move(request)); }}")
    return ["  table.push_back({" + ",\n                   ".join(fields) + "});"]


def table(name: str, operations: list[model.Operation]) -> list[str]:
    lines = [f"std::vector<http::Route> {name}([[maybe_unused]] Api& api) {{", "  std::vector<http::Route> table;",
             f"  table.reserve({len(operations)});"]
    for operation in operations:
        lines += route(operation)
    return [*lines, "  return table;", "}"]


CALL = """\
template <class Answer, class Input>
Task<http::Response> call(Api& api, Task<Answer> (Api::*operation)(http::Request, Input), http::Request request) {
  Input input;
  if (auto refusal = read_input(request, input)) co_return std::move(*refusal);
  auto answer = co_await (api.*operation)(std::move(request), std::move(input));
  co_return std::move(answer).response();
}
"""


def emit(contract: model.Contract, demands: dict[str, str] | None = None) -> str:
    rules, readers = Rules(demands), []
    for operation in contract.operations:
        readers += reader(operation, rules)
    lines = [f"// Made by tools/contractgen from {contract.source}; not edited by hand.",
             f"#include <contract/{contract.name}_routes.hpp>", "", "#include <array>", "#include <utility>", "",
             "#include <contract/request.hpp>", "#include <json/reader.hpp>", "#include <json/value.hpp>", "",
             f"namespace mrbill::contract::{contract.name} {{", "", "namespace {", *rules.definitions(), "", *readers, "",
             *CALL.splitlines(), "}", "",
             *table("routes", [o for o in contract.operations if o.public]),
             *table("internal_routes", [o for o in contract.operations if o.internal]), "",
             f"}}  // namespace mrbill::contract::{contract.name}"]
    return "\n".join(lines) + "\n"
