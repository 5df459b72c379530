// An import: a file of POCs, taken in row by row as a job.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <base/clock.hpp>
#include <base/uuid.hpp>

#include "domain/poc.hpp"
#include "domain/poc_rules.hpp"
#include "domain/spreadsheet.hpp"

namespace mrbill::catalog {

using ImportId = Id<struct ImportIdTag>;

enum class ImportFormat : std::uint8_t { jsonl, csv };

// How a CSV file is to be read where it does not say so itself.
struct CsvReading {
  char separator = ',';
  DateOrder date_order = DateOrder::day_first;
  std::string time_zone = "UTC";  // IANA
  bool operator==(const CsvReading&) const = default;
};

// What has been done so far; the rows are those without the blank lines and a CSV's header.
struct ImportTally {
  std::int64_t rows = 0;
  std::int64_t created = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
  std::int64_t failed = 0;  // rows that were refused
  std::int64_t errors = 0;  // sentences about them, of which the first max_kept_errors are kept
  bool finished = false;    // the file was read to its end
  bool operator==(const ImportTally&) const = default;
};

enum class ImportStatus : std::uint8_t { pending, processing, completed, failed, cancelled };

inline constexpr std::int64_t max_kept_errors = 1'000;

struct RowError {
  std::int64_t line = 0;  // of the file, from 1
  FieldError field;
  bool operator==(const RowError&) const = default;
};
// As it can be kept and shown, whatever the file holds: cut to what has room, without control characters.
[[nodiscard]] RowError in_kept_form(RowError error);

struct Import {
  ImportId id;
  ImportFormat format = ImportFormat::jsonl;
  ImportStatus status = ImportStatus::pending;
  int progress = 0;  // 0-100
  ImportTally tally = {};
  std::string error_code = {};  // of a failed import: a stable word
  std::string error_message = {};
  Timestamp created_at;
  std::optional<Timestamp> completed_at = {};
};

// One row as the file gives it, before the rules have seen it.
struct ImportDraft {
  std::int64_t line = 0;
  PocDraft poc = {};
  std::optional<Timestamp> created_at = {};
  std::optional<Timestamp> updated_at = {};
};

// One row that may be written. Two rows with the same key speak of the same POC.
struct ImportRow {
  std::int64_t line = 0;
  std::string key = {};
  PocContent content = {};
  std::optional<Timestamp> created_at = {};
  std::optional<Timestamp> updated_at = {};
};

// What imports recognise a POC by: its repository, or, without one, everything it says.
[[nodiscard]] std::string import_key(const PocContent& content);

// The rules of a row: those of a POC, and times that can be true.
[[nodiscard]] Result<ImportRow, FieldErrors> check(ImportDraft draft, Timestamp now);

}  // namespace mrbill::catalog
