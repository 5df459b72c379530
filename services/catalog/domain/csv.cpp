#include "domain/csv.hpp"

#include <algorithm>
#include <utility>

#include <base/formula.hpp>

namespace mrbill::catalog {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

void CsvReader::feed(std::string_view piece) {
  for (const char character : piece) {
    if (is_of_mark(character)) continue;
    take(character);
    if (!again_.empty()) read_again();
  }
}

// Whether the character is one of a mark before the text. What began like a mark and is none belongs to
// the text.
bool CsvReader::is_of_mark(char character) {
  if (mark_ == byte_order_mark.size()) return false;
  if (character == byte_order_mark[mark_]) {
    ++mark_;
    return true;
  }
  end_mark();
  return false;
}

void CsvReader::end_mark() {
  const auto begun = std::exchange(mark_, byte_order_mark.size());
  if (begun == byte_order_mark.size()) return;
  for (const char character : byte_order_mark.substr(0, begun)) take(character);
}

// Before anything that follows. Each line that leaves a quote open ends the record of the one before it, so
// that no line is read more than a few times.
void CsvReader::read_again() {
  while (!again_.empty()) {
    auto& last = again_.back();
    if (last.at == last.text.size())
      again_.pop_back();
    else
      take(last.text[last.at++]);
  }
}

void CsvReader::take(char character) {
  if (is_over_several_lines_) beyond_first_line_ += character;
  if (character == '\n') ++line_;
  if (++bytes_ > max_csv_record && state_ != State::lost) {
    lose_track(CsvFault::too_long);
    if (bytes_ == 0) return;  // the character was given back with the others
  }
  if (state_ == State::quoted)
    take_quoted(character);
  else if (state_ == State::quote_in_quoted || state_ == State::behind_quote)
    take_behind_quote(character);
  else
    take_unquoted(character);
}

void CsvReader::take_quoted(char character) {
  if (character == '"') {
    state_ = State::quote_in_quoted;
    return;
  }
  cell_ += character;
  if (character == '\n') is_over_several_lines_ = true;
}

void CsvReader::take_behind_quote(char character) {
  if (character == '"' && state_ == State::quote_in_quoted) {
    cell_ += '"';
    state_ = State::quoted;
  } else if (character == separator_) {
    end_cell();
  } else if (character == '\n') {
    end_record();
  } else if (character == '\r' || character == ' ') {
    state_ = State::behind_quote;
  } else {
    lose_track(is_over_several_lines_ ? CsvFault::open_quote : CsvFault::stray_quote);
  }
}

void CsvReader::take_unquoted(char character) {
  if (character == '\n') return end_line();
  if (state_ == State::lost) return;
  if (character == separator_) return end_cell();
  if (character == '"') {
    if (!is_blank_cell(cell_)) return lose_track(CsvFault::stray_quote);
    cell_.clear();
    state_ = State::quoted;
    return;
  }
  state_ = State::plain;
  cell_ += character;
}

void CsvReader::lose_track(CsvFault fault) {
  record_.fault = fault;
  cell_.clear();
  state_ = State::lost;
  if (is_over_several_lines_) give_back();
}

void CsvReader::give_back() {
  record_.fault = CsvFault::open_quote;
  const auto opened =
      std::ranges::find_if(record_.cells, [](const auto& c) { return c.find('\n') != c.npos; });
  record_.cells.erase(opened, record_.cells.end());
  line_ = record_.line + 1;
  again_.push_back({std::exchange(beyond_first_line_, {})});
  complete_.push_back(std::move(record_));
  begin_record();
}

void CsvReader::begin_record() {
  record_ = {.line = line_};
  cell_.clear();
  state_ = State::cell_start;
  bytes_ = 0;
  is_over_several_lines_ = false;
  beyond_first_line_.clear();
}

void CsvReader::end_cell() {
  record_.cells.push_back(std::exchange(cell_, {}));
  state_ = State::cell_start;
}

void CsvReader::end_line() {
  if (cell_.ends_with('\r')) cell_.pop_back();
  end_record();
}

void CsvReader::end_record() {
  const bool is_faulty = record_.fault != CsvFault::none;
  const bool is_blank_line = record_.cells.empty() && cell_.empty() && !is_faulty && bytes_ <= 2;
  if (!is_faulty) end_cell();
  if (is_over_several_lines_ && is_doubtful_ && is_doubtful_(record_)) return give_back();
  if (!is_blank_line) complete_.push_back(std::move(record_));
  begin_record();
}

void CsvReader::end_text() {
  if (state_ == State::quoted) lose_track(CsvFault::open_quote);
  if (bytes_ == 0) return;  // all but its first line was given back
  if (state_ == State::quote_in_quoted || state_ == State::behind_quote)
    end_record();
  else
    end_line();
}

void CsvReader::finish() {
  end_mark();
  while (bytes_ > 0) {
    end_text();
    read_again();
  }
}

std::optional<CsvRecord> CsvReader::next() {
  if (complete_.empty()) return std::nullopt;
  auto record = std::move(complete_.front());
  complete_.pop_front();
  return record;
}

bool is_blank_cell(std::string_view cell) {
  return cell.find_first_not_of(" \t") == std::string_view::npos;
}

void append_csv_cell(std::string& out, std::string_view text, char separator) {
  const bool guarded = begins_formula(text);
  const bool plain = !guarded && text.find_first_of(",;\"\r\n'") == std::string_view::npos &&
                     text.find(separator) == std::string_view::npos;
  if (plain) {
    out += text;
    return;
  }
  out += '"';
  if (guarded) out += '\'';
  for (const char character : text) {
    if (character == '"') out += '"';
    out += character;
  }
  out += '"';
}

std::string without_csv_guard(std::string cell) {
  if (cell.starts_with('\'') && begins_formula(cell)) cell.erase(0, 1);
  return cell;
}

}  // namespace mrbill::catalog
