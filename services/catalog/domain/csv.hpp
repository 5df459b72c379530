// CSV as RFC 4180 has it and as spreadsheets write it: any separator, blanks around quotes, safe to open in
// a spreadsheet.
//
//   CsvReader reader(',');
//   reader.feed("name,tags\r\n\"a \"\"b\"\"\",\"x,y\"\r\n");  reader.finish();
//   reader.next()->cells == {"name", "tags"};  reader.next()->cells == {"a \"b\"", "x,y"}
//
// A quote that is not closed where its cell ends would take in the rows after it. A record over several lines
// that turns out to be none therefore costs its first line alone: what follows is read again.
//
// A spreadsheet runs a cell that begins like a formula. Such a cell is written with an apostrophe before it;
// without_csv_guard() takes it away again. What the cell said is kept exactly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mrbill::catalog {

enum class CsvFault : std::uint8_t {
  none,
  stray_quote,  // within a cell that does not begin with one, or text behind the closing one
  open_quote,   // not closed where the cell ends, or not within max_csv_record
  too_long,     // a line beyond max_csv_record
};

struct CsvRecord {
  std::int64_t line = 1;  // where it begins, from 1
  std::vector<std::string> cells = {};
  CsvFault fault = CsvFault::none;  // then `cells` are those before the one that is at fault
};

inline constexpr std::size_t max_csv_record = 256 * 1024;  // bytes

// Takes pieces of any size; blank lines are no records; a byte order mark is passed over.
class CsvReader {
 public:
  // Whether a record over several lines can be none, although its quotes are right.
  using IsDoubtful = std::function<bool(const CsvRecord&)>;
  explicit CsvReader(char separator, IsDoubtful is_doubtful = {})
      : separator_(separator), is_doubtful_(std::move(is_doubtful)) {}
  void feed(std::string_view piece);
  void finish();  // the last line need not end
  [[nodiscard]] std::optional<CsvRecord> next();

 private:
  enum class State : std::uint8_t { cell_start, plain, quoted, quote_in_quoted, behind_quote, lost };
  // What a record took beyond its first line, to be read again.
  struct Again {
    std::string text;
    std::size_t at = 0;
  };
  [[nodiscard]] bool is_of_mark(char character);
  void end_mark();
  void take(char character);
  void take_unquoted(char character);
  void take_quoted(char character);
  void take_behind_quote(char character);
  void read_again();
  void lose_track(CsvFault fault);
  void give_back();
  void end_cell();
  void end_line();
  void end_record();
  void end_text();
  void begin_record();
  char separator_;
  IsDoubtful is_doubtful_;
  State state_ = State::cell_start;
  CsvRecord record_;
  std::string cell_;
  std::size_t bytes_ = 0;  // of the record so far
  bool is_over_several_lines_ = false;
  std::string beyond_first_line_;  // of the record, as it came
  std::vector<Again> again_;
  std::int64_t line_ = 1;  // of the next character
  std::size_t mark_ = 0;   // characters of a byte order mark that have passed
  std::deque<CsvRecord> complete_;
};

[[nodiscard]] bool is_blank_cell(std::string_view cell);  // spaces and tabs, or nothing

// Appends the cell, quoted where it must be.
void append_csv_cell(std::string& out, std::string_view text, char separator);
// Of a file that append_csv_cell wrote: the cell as it was.
[[nodiscard]] std::string without_csv_guard(std::string cell);

}  // namespace mrbill::catalog
