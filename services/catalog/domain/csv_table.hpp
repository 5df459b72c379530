// A CSV file of POCs: its heading, then what is a row. Passes over a spreadsheet's `sep=;` line and over
// lines of empty cells.
//
//   CsvTable table(';');
//   table.feed("sep=;\nNome;Repositório\nRay tracer;https://example.org/ray\n");  table.finish();
//   table.next()->cells == {"Ray tracer", "https://example.org/ray"}
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <base/field_error.hpp>

#include "domain/csv.hpp"
#include "domain/import_columns.hpp"

namespace mrbill::catalog {

class CsvTable {
 public:
  explicit CsvTable(char separator);
  CsvTable(const CsvTable&) = delete;  // its reader asks it
  CsvTable& operator=(const CsvTable&) = delete;
  void feed(std::string_view piece);
  void finish();
  // Nothing when more text is needed, none is left, or the heading is wrong. A record that is no row comes
  // with its fault, or does not fit the columns.
  [[nodiscard]] std::optional<CsvRecord> next();
  // Nothing until it was read.
  [[nodiscard]] const std::optional<Result<ImportColumns, FieldErrors>>& heading() const { return heading_; }
  [[nodiscard]] bool is_readable() const { return heading_ && heading_->has_value(); }
  [[nodiscard]] const ImportColumns& columns() const { return **heading_; }  // of a readable one

 private:
  [[nodiscard]] bool is_doubtful(const CsvRecord& record) const;
  [[nodiscard]] bool holds_a_row(const CsvRecord& record) const;
  [[nodiscard]] bool is_a_row(const std::vector<std::string>& cells) const;
  void look_for_heading();
  void read_heading_of(const CsvRecord& record);
  char separator_;
  CsvReader reader_;
  std::optional<Result<ImportColumns, FieldErrors>> heading_;
};

// The separator that makes a heading of the first lines of a text in UTF-8: what `sep=` says, else the one of
// , ; tab and | whose heading is right, or has the most names that are.
[[nodiscard]] char separator_of(std::string_view text);

}  // namespace mrbill::catalog
