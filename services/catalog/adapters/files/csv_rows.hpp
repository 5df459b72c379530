// CSV as rows: the first record names the fields, every other is a row. Tags and frameworks are lists separated by commas.
#pragma once

#include <string>
#include <vector>

#include <objects/object_store.hpp>

#include "domain/csv.hpp"
#include "ports/import_run.hpp"

namespace mrbill::catalog {

class CsvRows final : public RowSource {
 public:
  CsvRows(objects::Chunks chunks, std::uint64_t size) : chunks_(std::move(chunks)), size_(size) {}
  Task<std::optional<Row>> next() override;
  std::uint64_t bytes_read() const override { return bytes_read_; }
  std::uint64_t bytes_total() const override { return size_; }

 private:
  [[nodiscard]] Task<std::optional<CsvRecord>> record();
  [[nodiscard]] Row row_of(const CsvRecord& record) const;
  objects::Chunks chunks_;
  std::uint64_t size_;
  std::uint64_t bytes_read_ = 0;
  CsvReader reader_;
  bool drained_ = false;
  std::vector<std::string> heading_;
};

}  // namespace mrbill::catalog
