#include "domain/csv_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <base/ascii.hpp>
#include <text/text.hpp>

#include "domain/poc_rules.hpp"
#include "domain/repository_url.hpp"

namespace mrbill::catalog {
namespace {

constexpr std::string_view announcement = "sep=";
constexpr std::array usual_separators{',', ';', '\t', '|'};

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool is_announcement(std::string_view line) {
  return ascii::equal_without_case(line.substr(0, announcement.size()), announcement);
}

// The character of a first line `sep=;`, which spreadsheets quote or not.
std::optional<char> announced(std::string_view text) {
  text = text.substr(0, text.find_first_of("\r\n"));
  if (text.starts_with('"') && text.ends_with('"') && text.size() > 1) text = text.substr(1, text.size() - 2);
  if (text.size() != announcement.size() + 1 || !is_announcement(text)) return std::nullopt;
  const char character = text.back();
  const bool is_a_separator = character > ' ' || character == '\t';
  const bool is_a_letter = ascii::is_alphanumeric(character) || character == '"' || character == '\'';
  return is_a_separator && !is_a_letter ? std::optional(character) : std::nullopt;
}

bool is_announcement(const CsvRecord& record) {
  if (record.line != 1 || record.cells.empty() || !is_announcement(record.cells[0])) return false;
  const auto& cells = record.cells;
  return cells[0].size() <= announcement.size() + 1 && cells.size() <= 2 &&
         (cells.size() == 1 || cells[1].empty());
}

bool is_blank(const CsvRecord& record) {
  return record.fault == CsvFault::none && std::ranges::all_of(record.cells, is_blank_cell);
}

std::string_view take_line(std::string_view& text) {
  const auto line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
  text.remove_prefix(line.size());
  return line;
}

// How far a heading is from being one: the columns that are not right.
std::size_t faults_with(std::string_view text, char separator) {
  CsvTable table(separator);
  while (!table.heading() && !text.empty()) table.feed(take_line(text));
  table.finish();
  const auto& heading = table.heading();
  if (!heading) return max_csv_record;
  return heading->has_value() ? 0 : heading->error().size();
}

}  // namespace

CsvTable::CsvTable(char separator)
    : separator_(separator),
      reader_(separator, [this](const CsvRecord& record) { return is_doubtful(record); }) {}

bool CsvTable::is_a_row(const std::vector<std::string>& cells) const {
  const auto address = columns().position(ImportColumn::repository_url);
  return cells.size() == columns().columns.size() && canonical_repository_url(cells[address]).has_value();
}

// Quotes of two rows, of which each lacks its other half, enclose a part of both. Written by hand, that reads
// as one row; but its lines are rows by themselves.
bool CsvTable::holds_a_row(const CsvRecord& record) const {
  if (columns().columns.size() < 3) return false;
  for (std::size_t i = 0; i < record.cells.size(); ++i) {
    if (record.cells[i].find('\n') == std::string::npos) continue;
    const auto lines = split(record.cells[i], '\n');
    const auto without_return = [](std::string line) {
      if (line.ends_with('\r')) line.pop_back();
      return line;
    };
    std::vector<std::string> first(record.cells.begin(),
                                   record.cells.begin() + static_cast<std::ptrdiff_t>(i));
    for (auto& part : split(without_return(lines[0]), separator_)) first.push_back(std::move(part));
    if (i <= columns().position(ImportColumn::repository_url) && is_a_row(first)) return true;
    for (auto line = lines.begin() + 1; line != lines.end(); ++line)
      if (is_a_row(split(without_return(*line), separator_))) return true;
  }
  return false;
}

bool CsvTable::is_doubtful(const CsvRecord& record) const {
  if (!heading_) return !read_heading(record.cells).has_value();
  if (!heading_->has_value() || !columns().fits(record.cells)) return true;
  const auto is_too_long = [](const std::string& cell) {
    return cell.size() > max_description && text::is_valid_utf8(cell) &&
           text::code_points(cell) > max_description;
  };
  return std::ranges::any_of(record.cells, is_too_long) || holds_a_row(record);
}

void CsvTable::read_heading_of(const CsvRecord& record) {
  heading_ = read_heading(record.cells);
  if (record.fault != CsvFault::none && heading_->has_value())
    heading_ = fail(FieldErrors{{"", "syntax", "is no line of CSV: look at its quotes"}});
}

// Line by line until the heading is known: from there on it says which records are doubtful.
void CsvTable::feed(std::string_view piece) {
  while (!heading_ && !piece.empty()) {
    reader_.feed(take_line(piece));
    look_for_heading();
  }
  if (is_readable()) reader_.feed(piece);
}

void CsvTable::finish() {
  reader_.finish();
  look_for_heading();
}

void CsvTable::look_for_heading() {
  while (!heading_) {
    const auto record = reader_.next();
    if (!record) return;
    if (!is_blank(*record) && !is_announcement(*record)) read_heading_of(*record);
  }
}

std::optional<CsvRecord> CsvTable::next() {
  if (!is_readable()) return std::nullopt;
  auto record = reader_.next();
  while (record && is_blank(*record)) record = reader_.next();
  return record;
}

char separator_of(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (const auto character = announced(text)) return *character;
  const auto beginning = text.substr(0, max_csv_record);
  return *std::ranges::min_element(usual_separators, {},
                                   [&](char separator) { return faults_with(beginning, separator); });
}

}  // namespace mrbill::catalog
