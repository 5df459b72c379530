// What an import keeps in its job's row: parameters, written once, and the tally, its checkpoint and
// its result.
#pragma once

#include <string>
#include <string_view>

#include "domain/import.hpp"

namespace mrbill::catalog {

struct ImportParameters {
  ImportFormat format = ImportFormat::jsonl;
  std::string object_key = {};
  std::uint64_t size = 0;  // bytes
  CsvReading reading = {};
};

[[nodiscard]] std::string to_json(const ImportParameters& parameters);
[[nodiscard]] std::string to_json(const ImportTally& tally);
// Both throw for what the functions above have not written; of no text the tally is empty.
[[nodiscard]] ImportParameters parse_import_parameters(std::string_view json);
[[nodiscard]] ImportTally parse_import_tally(std::string_view json);

}  // namespace mrbill::catalog
