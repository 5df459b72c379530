// CSV as RFC 4180 has it, safe to open in a spreadsheet.
//
//   CsvReader reader;
//   reader.feed("name,tags\r\n\"a \"\"b\"\"\",\"x,y\"\r\n");  reader.finish();
//   reader.next()->cells == {"name", "tags"};  reader.next()->cells == {"a \"b\"", "x,y"}
//
// A spreadsheet runs a cell that begins like a formula. Such a cell is written with an apostrophe before it, which reading
// takes away again; what the cell said is kept exactly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mrbill::catalog {

struct CsvRecord {
  std::int64_t line = 1;  // where it begins, from 1
  std::vector<std::string> cells = {};
  bool malformed = false;  // a quote in the wrong place, no closing quote, or longer than max_csv_record
};

inline constexpr std::size_t max_csv_record = 256 * 1024;  // bytes

// Takes pieces of any size; blank lines are no records; a byte order mark is passed over.
class CsvReader {
 public:
  void feed(std::string_view piece);
  void finish();  // the last line need not end
  [[nodiscard]] std::optional<CsvRecord> next();

 private:
  enum class State : std::uint8_t { cell_start, plain, quoted, quote_in_quoted, lost };
  void take(char letter);
  void take_unquoted(char letter);
  void take_quoted(char letter);
  void lose_track();
  void end_cell();
  void end_line();
  void end_record();
  State state_ = State::cell_start;
  CsvRecord record_;
  std::string cell_;
  std::size_t bytes_ = 0;  // of the record so far
  std::int64_t line_ = 1;
  std::uint64_t position_ = 0;
  std::deque<CsvRecord> complete_;
};

// Appends the cell, quoted where it must be.
void append_csv_cell(std::string& out, std::string_view text);

}  // namespace mrbill::catalog
