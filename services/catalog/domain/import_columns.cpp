#include "domain/import_columns.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <text/text.hpp>

#include "domain/import.hpp"

namespace mrbill::catalog {
namespace {

using enum ImportColumn;

// Folded: without capitals and accents. English and Portuguese, as our reports write them and people do.
constexpr std::array<std::pair<std::string_view, ImportColumn>, 40> names{{
    {"name", name},
    {"nome", name},
    {"description", description},
    {"descricao", description},
    {"repositoryurl", repository_url},
    {"repository url", repository_url},
    {"repository", repository_url},
    {"repositorio", repository_url},
    {"url do repositorio", repository_url},
    {"language", language},
    {"linguagem", language},
    {"tags", tags},
    {"tag", tags},
    {"etiquetas", tags},
    {"frameworks", frameworks},
    {"framework", frameworks},
    {"createdat", created_at},
    {"created at", created_at},
    {"created", created_at},
    {"criada em", created_at},
    {"criado em", created_at},
    {"updatedat", updated_at},
    {"updated at", updated_at},
    {"updated", updated_at},
    {"atualizada em", updated_at},
    {"atualizado em", updated_at},
    {"ispublic", is_public},
    {"is public", is_public},
    {"public", is_public},
    {"publica", is_public},
    {"publico", is_public},
    {"isfavorite", passed_over},
    {"favorite", passed_over},
    {"favourite", passed_over},
    {"favorita", passed_over},
    {"favorito", passed_over},
    {"pocid", passed_over},
    {"poc id", passed_over},
    {"id", passed_over},
    {"", unnamed},
}};

std::string list_of(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, ","));
}

constexpr std::array exported{
    ExportedColumn{name, "name", CellKind::as_it_is, [](const Poc& poc) { return poc.content.name; }},
    ExportedColumn{description, "description", CellKind::text,
                   [](const Poc& poc) { return poc.content.description.value_or(""); }},
    ExportedColumn{repository_url, "repositoryUrl", CellKind::line,
                   [](const Poc& poc) { return poc.content.repository_url.value_or(""); }},
    ExportedColumn{language, "language", CellKind::line,
                   [](const Poc& poc) { return poc.content.language.value_or(""); }},
    ExportedColumn{tags, "tags", CellKind::list, [](const Poc& poc) { return list_of(poc.content.tags); }},
    ExportedColumn{frameworks, "frameworks", CellKind::list,
                   [](const Poc& poc) { return list_of(poc.content.frameworks); }},
    ExportedColumn{created_at, "createdAt", CellKind::time,
                   [](const Poc& poc) { return to_rfc3339(poc.created_at); }},
    ExportedColumn{updated_at, "updatedAt", CellKind::time,
                   [](const Poc& poc) { return to_rfc3339(poc.updated_at); }},
    ExportedColumn{is_public, "isPublic", CellKind::flag,
                   [](const Poc& poc) -> std::string { return poc.content.is_public ? "true" : "false"; }},
};
constexpr std::array reported{name,      description, repository_url, language,   tags,       frameworks,
                              is_public, passed_over, created_at,     updated_at, passed_over};

struct Named {
  std::string text;       // folded
  std::string time_zone;  // in brackets behind it
};

Named named(const std::string& cell) {
  if (!text::is_valid_utf8(cell)) return {cell, {}};
  auto text = text::trimmed(cell);
  std::string time_zone;
  const auto bracket = text.find('(');
  if (bracket != std::string::npos && text.ends_with(')')) {
    time_zone = text.substr(bracket + 1, text.size() - bracket - 2);
    text = text::trimmed(text.substr(0, bracket));
  }
  return {text::folded(text), std::move(time_zone)};
}

bool may_repeat(ImportColumn column) {
  return column == passed_over || column == unnamed;
}

// The heading as it is read, cell by cell.
class Reading {
 public:
  void take(const std::string& cell) {
    const auto [text, time_zone] = named(cell);
    const auto* const known =
        std::ranges::find(names, text, &std::pair<std::string_view, ImportColumn>::first);
    auto& columns = read_.columns;
    if (known == names.end())
      refuse("unknown_column", fmt::format("is called \"{}\", as no field of a POC is", shortened(cell)));
    else if (!may_repeat(known->second) && read_.position(known->second) != columns.size())
      refuse("duplicate", "has the name of an earlier column");
    columns.push_back(known == names.end() ? unnamed : known->second);
    if (!time_zone.empty() && (columns.back() == created_at || columns.back() == updated_at))
      read_.time_zone = time_zone;
  }

  Result<ImportColumns, FieldErrors> end() && {
    for (const auto needed : {name, repository_url}) {
      if (read_.position(needed) == read_.columns.size())
        errors_.push_back({fmt::format("/{}", field_of(needed)), "required", "is named by no column"});
    }
    if (!errors_.empty()) return fail(std::move(errors_));
    return std::move(read_);
  }

 private:
  static std::string shortened(const std::string& cell) {
    const auto tidy = text::is_valid_utf8(cell) ? text::trimmed(cell) : std::string("?");
    return std::string(text::first_code_points(tidy, 40));
  }
  void refuse(std::string code, std::string detail) {
    if (errors_.size() == max_listed) return;
    errors_.push_back(
        {fmt::format("column:{}", read_.columns.size() + 1), std::move(code), std::move(detail)});
  }
  static constexpr std::size_t max_listed = 20;
  ImportColumns read_;
  FieldErrors errors_;
};

}  // namespace

std::span<const ExportedColumn> exported_columns() {
  return exported;
}

const ExportedColumn* find_exported(ImportColumn column) {
  const auto* const at = std::ranges::find(exported, column, &ExportedColumn::column);
  return at == exported.end() ? nullptr : at;
}

std::string_view field_of(ImportColumn column) {
  const auto* const found = find_exported(column);
  return found == nullptr ? std::string_view() : found->field;
}

std::size_t ImportColumns::position(ImportColumn column) const {
  return static_cast<std::size_t>(std::ranges::find(columns, column) - columns.begin());
}

bool ImportColumns::fits(const std::vector<std::string>& cells) const {
  if (cells.size() <= std::max(position(name), position(repository_url))) return false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool has_a_name = i < columns.size() && columns[i] != unnamed;
    if (!has_a_name && !is_blank_cell(cells[i])) return false;
  }
  return true;
}

Result<ImportColumns, FieldErrors> read_heading(const std::vector<std::string>& cells) {
  Reading reading;
  for (const auto& cell : cells) reading.take(cell);
  auto read = std::move(reading).end();
  if (read)
    read->is_ours = std::ranges::equal(cells, exported, {}, {}, &ExportedColumn::field) ||
                    std::ranges::equal(read->columns, reported);
  return read;
}

}  // namespace mrbill::catalog
