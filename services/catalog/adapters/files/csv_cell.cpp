#include "adapters/files/csv_cell.hpp"

#include <algorithm>
#include <array>
#include <locales/local_time.hpp>

#include <json/writer.hpp>
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
  switch (column) {
    case ImportColumn::tags:
    case ImportColumn::frameworks:
      return append_list(json, cell);
    case ImportColumn::is_public:
      return append_flag(json, cell);
    case ImportColumn::created_at:
    case ImportColumn::updated_at:
      return append_time(json, cell, reading);
    case ImportColumn::repository_url:
    case ImportColumn::language:
      return append_text(json, text::trimmed(cell));
    case ImportColumn::description:
      return append_text(json, cell);
    case ImportColumn::name:
    case ImportColumn::passed_over:
    case ImportColumn::unnamed:
      break;
  }
  json::append_json_string(json, cell);
}

}  // namespace mrbill::catalog
