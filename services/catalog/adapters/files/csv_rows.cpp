#include "adapters/files/csv_rows.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include <base/unreachable.hpp>
#include <json/writer.hpp>
#include <text/text.hpp>

#include "adapters/files/csv_cell.hpp"
#include "adapters/files/import_row.hpp"

namespace mrbill::catalog {
namespace {

RowSource::Unreadable unreadable(std::int64_t line, std::string pointer, std::string code,
                                 std::string detail) {
  RowSource::Unreadable row{.line = line};
  row.errors.push_back({std::move(pointer), std::move(code), std::move(detail)});
  return row;
}

std::string name_of(char separator) {
  return separator == '\t' ? "tabs" : fmt::format("\"{}\"", separator);
}

// Where the fault is: the field of its column.
std::string pointer_of(const ImportColumns& columns, std::size_t cell) {
  const auto field = cell < columns.columns.size() ? field_of(columns.columns[cell]) : std::string_view();
  return field.empty() ? std::string() : fmt::format("/{}", field);
}

RowSource::Unreadable faulty(const ImportColumns& columns, const CsvRecord& record) {
  const auto cell = record.cells.size();
  auto pointer = pointer_of(columns, cell);
  switch (record.fault) {
    case CsvFault::none:
    case CsvFault::too_long:
      return unreadable(record.line, "", "too_long", "is a row of more than 256 KiB");
    case CsvFault::open_quote:
      return unreadable(
          record.line, std::move(pointer), "open_quote",
          fmt::format("has a quote in column {} that is not closed where its cell ends", cell + 1));
    case CsvFault::stray_quote:
      return unreadable(
          record.line, std::move(pointer), "stray_quote",
          fmt::format(
              "has a quote in the wrong place in column {}: a cell that holds quotes is enclosed in quotes, "
              "and each within it is doubled",
              cell + 1));
  }
  unreachable();
}

}  // namespace

Task<std::optional<CsvRecord>> CsvRows::record() {
  while (true) {
    auto record = table_.next();
    if (record || drained_) co_return record;
    const auto piece = co_await chunks_();
    bytes_read_ += piece.size();
    drained_ = piece.empty();
    if (drained_)
      table_.finish();
    else
      table_.feed(piece);
  }
}

RowSource::Row CsvRows::unfitting(const CsvRecord& record) const {
  const auto& columns = table_.columns().columns;
  for (std::size_t i = 0; i < record.cells.size(); ++i) {
    const bool has_a_name = i < columns.size() && columns[i] != ImportColumn::unnamed;
    if (!has_a_name && !is_blank_cell(record.cells[i]))
      return unreadable(
          record.line, "", "cells",
          fmt::format(
              "has something in column {}, which the first line does not name; cells are separated by {}",
              i + 1, name_of(reading_.separator)));
  }
  return unreadable(record.line, "", "cells",
                    fmt::format("has {} cells and the first line {}; they are separated by {}",
                                record.cells.size(), columns.size(), name_of(reading_.separator)));
}

std::string CsvRows::json_of(CsvRecord record) const {
  const auto& columns = table_.columns();
  CsvReading reading = reading_;
  if (!columns.time_zone.empty()) reading.time_zone = columns.time_zone;
  std::string json = "{";
  for (std::size_t i = 0; i < columns.columns.size(); ++i) {
    const auto field = field_of(columns.columns[i]);
    if (field.empty()) continue;
    auto cell = i < record.cells.size() ? std::move(record.cells[i]) : std::string();
    if (columns.is_ours) cell = without_csv_guard(std::move(cell));
    if (json.size() > 1) json += ',';
    json::append_json_string(json, field);
    json += ':';
    append_csv_value(json, columns.columns[i], cell, reading);
  }
  return json + '}';
}

RowSource::Row CsvRows::row_of(CsvRecord record) const {
  const auto line = record.line;
  if (record.fault != CsvFault::none) return faulty(table_.columns(), record);
  if (!table_.columns().fits(record.cells)) return unfitting(record);
  const auto wrong = std::ranges::find_if_not(record.cells, text::is_valid_utf8);
  if (wrong != record.cells.end()) {
    const auto cell = static_cast<std::size_t>(wrong - record.cells.begin());
    return unreadable(
        line, pointer_of(table_.columns(), cell), "encoding",
        fmt::format("has a letter in column {} that no character set has; save the file as CSV UTF-8",
                    cell + 1));
  }
  return read_import_row(line, json_of(std::move(record)));
}

Task<std::optional<RowSource::Row>> CsvRows::next() {
  auto next = co_await record();
  if (!next) co_return std::nullopt;
  co_return row_of(*std::move(next));
}

}  // namespace mrbill::catalog
