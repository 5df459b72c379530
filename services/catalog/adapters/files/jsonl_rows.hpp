// JSON Lines as rows: a row a line, blank lines aside.
#pragma once

#include <string>

#include <objects/object_store.hpp>

#include "ports/import_run.hpp"

namespace mrbill::catalog {

inline constexpr std::size_t max_jsonl_line = 256 * 1024;  // bytes

class JsonlRows final : public RowSource {
 public:
  JsonlRows(objects::Chunks chunks, std::uint64_t size) : chunks_(std::move(chunks)), size_(size) {}
  Task<std::optional<Row>> next() override;
  std::uint64_t bytes_read() const override { return bytes_read_; }
  std::uint64_t bytes_total() const override { return size_; }

 private:
  enum class Step : std::uint8_t { line, more, end };
  Step take_line();
  [[nodiscard]] std::optional<Row> row_of_line() const;
  objects::Chunks chunks_;
  std::uint64_t size_;
  std::uint64_t bytes_read_ = 0;  // of the lines handed out
  std::string buffer_;
  std::size_t at_ = 0;  // in the buffer: what is before was handed out
  std::string line_;
  bool line_too_long_ = false;
  std::int64_t number_ = 0;
  bool drained_ = false;
};

}  // namespace mrbill::catalog
