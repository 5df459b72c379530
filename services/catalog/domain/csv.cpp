#include "domain/csv.hpp"

#include <utility>

#include <base/formula.hpp>

namespace mrbill::catalog {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string without_guard(std::string cell) {
  if (cell.starts_with('\'') && begins_formula(cell)) cell.erase(0, 1);
  return cell;
}

}  // namespace

void CsvReader::feed(std::string_view piece) {
  for (const char letter : piece) {
    if (position_ < byte_order_mark.size() && letter == byte_order_mark[position_]) {
      ++position_;
      continue;
    }
    position_ = byte_order_mark.size();
    take(letter);
    if (letter == '\n') ++line_;
  }
}

void CsvReader::take(char letter) {
  if (++bytes_ > max_csv_record && state_ != State::lost) lose_track();
  if (state_ == State::quoted || state_ == State::quote_in_quoted)
    take_quoted(letter);
  else
    take_unquoted(letter);
}

void CsvReader::take_quoted(char letter) {
  if (state_ == State::quoted) {
    if (letter == '"')
      state_ = State::quote_in_quoted;
    else
      cell_ += letter;
    return;
  }
  if (letter == '"') {
    cell_ += '"';
    state_ = State::quoted;
  } else if (letter == ',') {
    end_cell();
  } else if (letter == '\n') {
    end_record();
  } else if (letter != '\r') {
    lose_track();
  }
}

void CsvReader::take_unquoted(char letter) {
  if (letter == '\n') return end_line();
  if (state_ == State::lost) return;
  if (letter == ',') return end_cell();
  if (letter == '"') {
    if (state_ == State::cell_start)
      state_ = State::quoted;
    else
      lose_track();
    return;
  }
  state_ = State::plain;
  cell_ += letter;
}

void CsvReader::lose_track() {
  state_ = State::lost;
  record_.malformed = true;
  cell_.clear();
}

void CsvReader::end_cell() {
  record_.cells.push_back(without_guard(std::exchange(cell_, {})));
  state_ = State::cell_start;
}

void CsvReader::end_line() {
  if (cell_.ends_with('\r')) cell_.pop_back();
  end_record();
}

void CsvReader::end_record() {
  const bool blank = record_.cells.empty() && cell_.empty() && !record_.malformed && bytes_ <= 2;
  end_cell();
  if (!blank) complete_.push_back(std::move(record_));
  record_ = {.line = line_ + 1};
  bytes_ = 0;
}

void CsvReader::finish() {
  if (bytes_ == 0) return;
  if (state_ == State::quoted) lose_track();
  if (state_ == State::quote_in_quoted)
    end_record();
  else
    end_line();
}

std::optional<CsvRecord> CsvReader::next() {
  if (complete_.empty()) return std::nullopt;
  auto record = std::move(complete_.front());
  complete_.pop_front();
  return record;
}

void append_csv_cell(std::string& out, std::string_view text) {
  const bool guarded = begins_formula(text);
  if (!guarded && text.find_first_of(",\"\r\n'") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  if (guarded) out += '\'';
  for (const char letter : text) {
    if (letter == '"') out += '"';
    out += letter;
  }
  out += '"';
}

}  // namespace mrbill::catalog
