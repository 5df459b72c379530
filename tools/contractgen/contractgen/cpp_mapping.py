"""The fields and enumerators of messages, for mapping from and to a program's own values by their names (contract/mapping.hpp)."""

from __future__ import annotations

from . import model
from .cpp_rules import field_type

PART = "[](auto&& part) -> decltype((std::forward<decltype(part)>(part).{name})) {{ return std::forward<decltype(part)>(part).{name}; }}"


def enum(message: model.Enum) -> list[str]:
    """Both ways; the compiler's own check of switches finds an enumerator that only one side has."""
    name = message.name
    lines = ["template <class Value>", "  requires std::is_enum_v<Value>",
             f"constexpr {name} make_message(std::type_identity<{name}>, Value value) {{", "  switch (value) {"]
    for _, enumerator in message.values:
        lines += [f"    case Value::{enumerator}:", f"      return {name}::{enumerator};"]
    lines += ["  }", "  unreachable();", "}", "template <class Value>",
              f"constexpr Value make_value(std::type_identity<Value>, {name} message) {{", "  switch (message) {"]
    for _, enumerator in message.values:
        lines += [f"    case {name}::{enumerator}:", f"      return Value::{enumerator};"]
    return [*lines, "  }", "  unreachable();", "}"]


def message_of_parts(message: model.Struct) -> list[str]:
    lines = ["template <class... Parts>", f"constexpr {message.name} make_message(std::type_identity<{message.name}>, Parts&&... parts) {{",
             "  return {"]
    for field in message.fields:
        lines.append(f"      .{field.name} = converted<{field_type(field)}>(pick({PART.format(name=field.name)}, "
                     "std::forward<Parts>(parts)...)),")
    return [*lines, "  };", "}"]


def value_of_message(message: model.Struct) -> list[str]:
    names = ", ".join(f"field_{i}" for i in range(1, len(message.fields) + 1))
    lines = ["template <class Value>", f"constexpr Value make_value(std::type_identity<Value>, {message.name} message) {{",
             "  Value value{};"]
    for field in message.fields:
        lines.append(f"  value.{field.name} = converted<decltype(value.{field.name})>(std::move(message.{field.name}));")
    return [*lines, f"  [[maybe_unused]] const auto& [{names}] = value;  // as many as the message has", "  return value;", "}"]


def struct(message: model.Struct) -> list[str]:
    if not message.fields:
        return []
    return value_of_message(message) if message.merge_patch else [*message_of_parts(message), *value_of_message(message)]


def emit(contract: model.Contract) -> str:
    lines = [f"// Made by tools/contractgen from {contract.source}; not edited by hand.", "#pragma once", "", "#include <type_traits>",
             "#include <utility>", "", "#include <base/unreachable.hpp>", f"#include <contract/{contract.name}.hpp>",
             "#include <contract/mapping.hpp>", "", f"namespace mrbill::contract::{contract.name} {{", ""]
    for message in contract.messages:
        lines += enum(message) if isinstance(message, model.Enum) else struct(message)
    return "\n".join([*lines, "", f"}}  // namespace mrbill::contract::{contract.name}"]) + "\n"
