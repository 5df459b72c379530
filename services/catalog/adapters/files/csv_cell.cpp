#include "adapters/files/csv_cell.hpp"

#include <algorithm>
#include <array>

#include <base/unreachable.hpp>
#include <json/writer.hpp>
#include <locales/local_time.hpp>
#include <text/text.hpp>

namespace mrbill::catalog {
namespace {

// Folded, in English and Portuguese.
constexpr std::array<std::string_view, 5> affirmations{"true", "verdadeiro", "sim", "yes", "1"};
constexpr std::array<std::string_view, 6> denials{"", "false", "falso", "nao", "no", "0"};

// People end lists with a comma: what is between commas and blank is nothing.
void append_list(std::string& json, std::string_view cell) {
  json += '[';
  while (!cell.empty()) {
    const auto end = std::min(cell.find(','), cell.size());
    const auto word = cell.substr(0, end);
    if (!text::trimmed(word).empty()) {
      if (json.back() != '[') json += ',';
      json::append_json_string(json, word);
    }
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  json += ']';
}

void append_flag(std::string& json, std::string_view cell) {
  const auto word = text::folded(text::trimmed(cell));
  if (std::ranges::find(denials, word) != denials.end())
    json += "false";
  else if (std::ranges::find(affirmations, word) != affirmations.end())
    json += "true";
  else
    json::append_json_string(json, cell);
}

void append_text(std::string& json, std::string_view cell) {
  if (cell.empty())
    json += "null";
  else
    json::append_json_string(json, cell);
}

void append_time(std::string& json, std::string_view cell, const CsvReading& reading) {
  const auto trimmed = text::trimmed(cell);
  const auto local = read_spreadsheet_time(trimmed, reading.date_order);
  const auto moment = local ? locales::moment_of(*local, reading.time_zone) : std::nullopt;
  append_text(json, moment ? to_rfc3339(*moment) : trimmed);
}

}  // namespace

void append_csv_value(std::string& json, ImportColumn column, std::string_view cell,
                      const CsvReading& reading) {
  const auto* const known = find_exported(column);
  switch (known == nullptr ? CellKind::as_it_is : known->kind) {
    case CellKind::list:
      return append_list(json, cell);
    case CellKind::flag:
      return append_flag(json, cell);
    case CellKind::time:
      return append_time(json, cell, reading);
    case CellKind::line:
      return append_text(json, text::trimmed(cell));
    case CellKind::text:
      return append_text(json, cell);
    case CellKind::as_it_is:
      return json::append_json_string(json, cell);
  }
  unreachable();
}

}  // namespace mrbill::catalog
