#include "adapters/files/import_file.hpp"

#include "adapters/files/csv_rows.hpp"
#include "adapters/files/jsonl_rows.hpp"

namespace mrbill::catalog {

Task<std::unique_ptr<RowSource>> open_import_file(objects::ObjectStore& store, ImportFile file) {
  auto stored = co_await store.get(std::move(file.object_key), std::nullopt);
  if (!stored) co_return nullptr;
  if (file.format == ImportFormat::csv)
    co_return std::make_unique<CsvRows>(std::move(stored->chunks), file.size, std::move(file.reading));
  co_return std::make_unique<JsonlRows>(std::move(stored->chunks), file.size);
}

}  // namespace mrbill::catalog
