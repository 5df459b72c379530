#include "adapters/files/csv_rows.hpp"

#include <algorithm>
#include <string_view>

#include <json/writer.hpp>
#include <text/text.hpp>

#include "adapters/files/import_row.hpp"

namespace mrbill::catalog {
namespace {

void append_list(std::string& json, std::string_view cell) {
  json += '[';
  while (!cell.empty()) {
    const auto end = std::min(cell.find(','), cell.size());
    if (json.back() != '[') json += ',';
    json::append_json_string(json, cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  json += ']';
}

void append_flag(std::string& json, std::string_view cell) {
  std::string lower(cell);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (lower.empty() || lower == "false")
    json += "false";
  else if (lower == "true")
    json += "true";
  else
    json::append_json_string(json, cell);  // the contract's rules will name it
}

void append_value(std::string& json, std::string_view field, std::string_view cell) {
  if (field == "tags" || field == "frameworks")
    append_list(json, cell);
  else if (field == "isPublic")
    append_flag(json, cell);
  else if (cell.empty() && field != "name")
    json += "null";
  else
    json::append_json_string(json, cell);
}

RowSource::Unreadable unreadable(std::int64_t line, std::string code, std::string detail) {
  RowSource::Unreadable row{.line = line};
  row.errors.push_back({"", std::move(code), std::move(detail)});
  return row;
}

}  // namespace

Task<std::optional<CsvRecord>> CsvRows::record() {
  while (true) {
    auto record = reader_.next();
    if (record || drained_) co_return record;
    const auto piece = co_await chunks_();
    bytes_read_ += piece.size();
    drained_ = piece.empty();
    if (drained_)
      reader_.finish();
    else
      reader_.feed(piece);
  }
}

RowSource::Row CsvRows::row_of(const CsvRecord& record) const {
  if (record.malformed)
    return unreadable(record.line, "syntax", "is not CSV as RFC 4180 has it: look at the quotes");
  if (record.cells.size() != heading_.size())
    return unreadable(record.line, "cells", "has not as many cells as the first line");
  if (!std::ranges::all_of(record.cells, text::is_valid_utf8))
    return unreadable(record.line, "encoding", "is not UTF-8");
  std::string json = "{";
  for (std::size_t i = 0; i < heading_.size(); ++i) {
    if (i > 0) json += ',';
    json::append_json_string(json, heading_[i]);
    json += ':';
    append_value(json, heading_[i], record.cells[i]);
  }
  json += '}';
  return read_import_row(record.line, json);
}

Task<std::optional<RowSource::Row>> CsvRows::next() {
  if (heading_.empty()) {
    auto first = co_await record();
    if (!first) co_return std::nullopt;
    heading_ = std::move(first->cells);
  }
  auto next = co_await record();
  if (!next) co_return std::nullopt;
  co_return row_of(*next);
}

}  // namespace mrbill::catalog
