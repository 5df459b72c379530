#include <fmt/format.h>

#include <postgres/columns.hpp>

namespace mrbill::postgres {
namespace {

std::string selected(const Heading& heading, std::string_view table) {
  if (!heading.expression.empty()) return fmt::format("{} AS {}", heading.expression, heading.name);
  return table.empty() ? std::string(heading.name) : fmt::format("{}.{}", table, heading.name);
}

void append(std::string& list, std::string_view item) {
  if (!list.empty()) list += ", ";
  list += item;
}

}  // namespace

std::string list_of(std::span<const Heading> headings, std::string_view table) {
  std::string list;
  for (const auto& heading : headings) append(list, selected(heading, table));
  return list;
}

std::string each_of(std::span<const Heading> headings, std::string_view pattern) {
  std::string list;
  for (const auto& heading : headings) append(list, fmt::format(fmt::runtime(pattern), heading.name));
  return list;
}

std::string parameters_of(int count, int first) {
  std::string list;
  for (int i = 0; i < count; ++i) append(list, fmt::format("${}", first + i));
  return list;
}

std::string arrays_of(std::span<const std::string_view> types, int first) {
  std::string list;
  for (const auto type : types) append(list, fmt::format("${}::{}[]", first++, type));
  return list;
}

}  // namespace mrbill::postgres
