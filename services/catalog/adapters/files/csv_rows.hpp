// CSV as rows: the heading names the fields, every other record is a row. Tags and frameworks are lists
// separated by commas.
#pragma once

#include <string>

#include <objects/object_store.hpp>

#include "domain/csv_table.hpp"
#include "domain/import.hpp"
#include "ports/import_run.hpp"

namespace mrbill::catalog {

class CsvRows final : public RowSource {
 public:
  CsvRows(objects::Chunks chunks, std::uint64_t size, CsvReading reading)
      : chunks_(std::move(chunks)), size_(size), reading_(std::move(reading)), table_(reading_.separator) {}
  Task<std::optional<Row>> next() override;
  std::uint64_t bytes_read() const override { return bytes_read_; }
  std::uint64_t bytes_total() const override { return size_; }

 private:
  [[nodiscard]] Task<std::optional<CsvRecord>> record();
  [[nodiscard]] Row row_of(CsvRecord record) const;
  [[nodiscard]] Row unfitting(const CsvRecord& record) const;
  [[nodiscard]] std::string json_of(CsvRecord record) const;
  objects::Chunks chunks_;
  std::uint64_t size_;
  std::uint64_t bytes_read_ = 0;
  CsvReading reading_;
  CsvTable table_;
  bool drained_ = false;
};

}  // namespace mrbill::catalog
