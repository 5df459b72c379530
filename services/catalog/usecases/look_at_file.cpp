#include "usecases/look_at_file.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include <text/charset.hpp>

#include "domain/csv_table.hpp"

namespace mrbill::catalog {
namespace {

using namespace std::string_view_literals;

// How a workbook begins: a ZIP archive, or the older compound file.
constexpr std::array workbook_beginnings{"PK\x03\x04"sv, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv};

bool is_workbook(std::string_view file) {
  return std::ranges::any_of(workbook_beginnings,
                             [file](auto beginning) { return file.starts_with(beginning); });
}

// Old programs end lines with a return alone.
void end_lines_as_usual(std::string& text) {
  if (text.find('\n') == std::string::npos) std::ranges::replace(text, '\r', '\n');
}

// No heading of ours begins like an object.
ImportFormat format_of(ImportFormat said, std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  const bool is_an_object = first != std::string_view::npos && text[first] == '{';
  return is_an_object ? ImportFormat::jsonl : said;
}

std::int64_t lines_of(std::string_view text) {
  std::int64_t count = 0;
  bool is_blank = true;
  for (const char character : text) {
    if (character == '\n') is_blank = true;
    if (!is_blank || character == '\n' || character == ' ' || character == '\t' || character == '\r')
      continue;
    is_blank = false;
    ++count;
  }
  return count;
}

FileError wrong_heading(FieldErrors errors, char separator) {
  const auto name = separator == '\t' ? std::string("tabs") : fmt::format("\"{}\"", separator);
  errors.push_back(
      {"", "separator", fmt::format("the cells of the first line were taken to be separated by {}", name)});
  return {FileError::invalid_csv_header, std::move(errors)};
}

// Its rows, as an import reads them.
Result<std::int64_t, FileError> rows_of(std::string_view text, char separator) {
  constexpr std::size_t piece = 64 * 1024;
  CsvTable table(separator);
  std::int64_t count = 0;
  const auto count_complete = [&] {
    while (table.next()) ++count;
  };
  for (std::size_t at = 0; at < text.size() && count <= max_import_rows; at += piece) {
    table.feed(text.substr(at, piece));
    count_complete();
  }
  table.finish();
  count_complete();
  if (table.is_readable()) return count;
  return fail(wrong_heading(table.heading() ? table.heading()->error() : FieldErrors{}, separator));
}

}  // namespace

Result<SeenFile, FileError> look_at_file(ImportFormat said, std::string file) {
  if (is_workbook(file)) return fail(FileError{FileError::unsupported_media_type});
  SeenFile seen{.text = text::in_utf8(std::move(file))};
  if (seen.text.empty()) return fail(FileError{FileError::empty_file});
  end_lines_as_usual(seen.text);
  seen.format = format_of(said, seen.text);
  std::int64_t rows = 0;
  if (seen.format == ImportFormat::csv) {
    seen.separator = separator_of(seen.text);
    TRY(rows, rows_of(seen.text, seen.separator));
  } else {
    rows = lines_of(seen.text);
  }
  if (rows > max_import_rows) return fail(FileError{FileError::too_many_rows});
  return seen;
}

}  // namespace mrbill::catalog
