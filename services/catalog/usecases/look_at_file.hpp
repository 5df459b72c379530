// A file that a person hands in, before anything is done with it: what it is by its content, in UTF-8, and
// whether it can be taken in.
#pragma once

#include <cstdint>
#include <string>

#include <base/field_error.hpp>
#include <base/result.hpp>

#include "domain/import.hpp"

namespace mrbill::catalog {

// What is beyond this many rows is refused before the first is taken in.
inline constexpr std::int64_t max_import_rows = 200'000;

struct FileError {
  enum class Code : std::uint8_t {
    empty_file,
    invalid_csv_header,  // errors tell
    too_many_rows,
    unsupported_media_type,  // a workbook, of a spreadsheet, not its text
  };
  using enum Code;
  Code code;
  FieldErrors errors = {};
};

struct SeenFile {
  ImportFormat format = ImportFormat::jsonl;
  std::string text = {};
  char separator = ',';  // of a CSV file
};

// `said`: what its sender calls it. Reads the whole file: not for an event loop.
[[nodiscard]] Result<SeenFile, FileError> look_at_file(ImportFormat said, std::string file);

}  // namespace mrbill::catalog
