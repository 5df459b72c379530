#include "adapters/files/import_file.hpp"

#include "adapters/files/csv_rows.hpp"
#include "adapters/files/jsonl_rows.hpp"

namespace mrbill::catalog {

Task<std::unique_ptr<RowSource>> open_import_file(objects::ObjectStore& store, std::string object_key,
                                                  ImportFormat format, std::uint64_t size) {
  auto file = co_await store.get(std::move(object_key), std::nullopt);
  if (!file) co_return nullptr;
  if (format == ImportFormat::csv) co_return std::make_unique<CsvRows>(std::move(file->chunks), size);
  co_return std::make_unique<JsonlRows>(std::move(file->chunks), size);
}

}  // namespace mrbill::catalog
