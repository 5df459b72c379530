#include "adapters/files/jsonl_rows.hpp"

#include <utility>

#include "adapters/files/import_row.hpp"

namespace mrbill::catalog {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

// Moves one line, or the part of it that has come, from the buffer to line_; of a line that is too long only
// the fact is kept.
JsonlRows::Step JsonlRows::take_line() {
  const auto end = buffer_.find('\n', at_);
  const auto piece_end = end == std::string::npos ? buffer_.size() : end;
  if (line_.size() + (piece_end - at_) > max_jsonl_line) {
    line_too_long_ = true;
    line_.clear();
  }
  if (!line_too_long_) line_.append(buffer_, at_, piece_end - at_);
  bytes_read_ += piece_end - at_ + (end == std::string::npos ? 0 : 1);
  at_ = end == std::string::npos ? buffer_.size() : end + 1;
  if (end != std::string::npos) return Step::line;
  if (!drained_) return Step::more;
  return line_.empty() && !line_too_long_ ? Step::end : Step::line;
}

std::optional<RowSource::Row> JsonlRows::row_of_line() const {
  if (line_too_long_) {
    Unreadable unreadable{.line = number_};
    unreadable.errors.push_back({"", "too_long", "is a line of more than 256 KiB"});
    return unreadable;
  }
  std::string_view line = line_;
  if (number_ == 1 && line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
  if (is_blank(line)) return std::nullopt;
  return read_import_row(number_, line);
}

Task<std::optional<RowSource::Row>> JsonlRows::next() {
  while (true) {
    const auto step = take_line();
    if (step == Step::end) co_return std::nullopt;
    if (step == Step::more) {
      buffer_ = co_await chunks_();
      at_ = 0;
      drained_ = buffer_.empty();
      continue;
    }
    ++number_;
    auto row = row_of_line();
    line_.clear();
    line_too_long_ = false;
    if (row) co_return row;
  }
}

}  // namespace mrbill::catalog
