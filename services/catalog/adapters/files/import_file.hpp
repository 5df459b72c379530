// An import's file in the object store as rows. Memory does not grow with the file.
//
//   ImportFile file{"temp/018f.../import.csv", ImportFormat::csv, size, reading};
//   auto rows = co_await open_import_file(store, std::move(file));
//   for (auto row = co_await rows->next(); row; row = co_await rows->next()) ...
#pragma once

#include <memory>
#include <string>

#include <async/task.hpp>
#include <objects/object_store.hpp>

#include "ports/import_run.hpp"

namespace mrbill::catalog {

struct ImportFile {
  std::string object_key = {};
  ImportFormat format = ImportFormat::jsonl;
  std::uint64_t size = 0;  // bytes
  CsvReading reading = {};
};

// Nothing when there is no such file.
[[nodiscard]] Task<std::unique_ptr<RowSource>> open_import_file(objects::ObjectStore& store, ImportFile file);

}  // namespace mrbill::catalog
