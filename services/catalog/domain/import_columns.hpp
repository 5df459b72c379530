// What the first line of a CSV file says of its columns: the names of an export, however they are written, or
// those of our reports.
//
//   read_heading({"Name", "Repository", "Created (America/Sao_Paulo)"})->time_zone == "America/Sao_Paulo"
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <base/field_error.hpp>
#include <base/result.hpp>

#include "domain/csv.hpp"
#include "domain/poc.hpp"

namespace mrbill::catalog {

enum class ImportColumn : std::uint8_t {
  name,
  description,
  repository_url,
  language,
  tags,
  frameworks,
  created_at,
  updated_at,
  is_public,
  passed_over,  // of a report, and no field of a row
  unnamed,      // a spreadsheet's empty columns
};

// How a cell is to be read.
enum class CellKind : std::uint8_t { as_it_is, text, line, list, flag, time };

struct ExportedColumn {
  ImportColumn column;
  std::string_view field;  // as ImportRow calls it
  CellKind kind;
  std::string (*cell_of)(const Poc& poc);
};
// Of an exported file, in their order: the one list of what a row says.
[[nodiscard]] std::span<const ExportedColumn> exported_columns();
// Nothing for what is no field of a row.
[[nodiscard]] const ExportedColumn* find_exported(ImportColumn column);
// As ImportRow calls it.
[[nodiscard]] std::string_view field_of(ImportColumn column);

struct ImportColumns {
  std::vector<ImportColumn> columns = {};
  std::string time_zone = {};  // of the times that name none; empty where the heading does not say
  bool is_ours = false;        // written by an export or a report: cells may bear an apostrophe as a guard

  [[nodiscard]] std::size_t position(ImportColumn column) const;  // columns.size() where there is none
  // Whether the cells can be a row: none more than the heading has, and those that make a POC. Spreadsheets
  // leave out empty cells at the end of a line, or write some more.
  [[nodiscard]] bool fits(const std::vector<std::string>& cells) const;
};

// Each name is known, none is there twice, name and repositoryUrl are among them; else an error for each that
// is not so, by its column from 1.
[[nodiscard]] Result<ImportColumns, FieldErrors> read_heading(const std::vector<std::string>& cells);

}  // namespace mrbill::catalog
