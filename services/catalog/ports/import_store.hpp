// The imports of a person: a port over the jobs of this service.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <async/task.hpp>
#include <base/idempotency_key.hpp>
#include <base/result.hpp>

#include "domain/import.hpp"

namespace mrbill::catalog {

struct NewImport {
  ImportId id;
  ImportFormat format = ImportFormat::jsonl;
  std::string object_key = {};  // where the file lies
  std::uint64_t size = 0;       // bytes
  CsvReading reading = {};
  Timestamp created_at;
};

// Where a page begins: after this one of a list that is newest first.
struct ImportPosition {
  Timestamp created_at;
  ImportId id;
  auto operator<=>(const ImportPosition&) const = default;
};

struct ImportQuery {
  int offset = 0;  // used without `after`
  std::optional<ImportPosition> after = {};
  int limit = 20;
};

struct ImportList {
  std::vector<Import> imports = {};
  std::int64_t total = 0;
  std::optional<ImportPosition> next = {};  // nothing on the last page
};

class ImportStore {
 public:
  virtual ~ImportStore() = default;
  // With a key that has been answered before, nothing is enqueued and the earlier creation returned.
  [[nodiscard]] virtual Task<Result<Created, KeyConflict>> enqueue(Caller caller, NewImport import,
                                                                   std::optional<IdempotencyKey> key) = 0;
  // The caller's own only.
  [[nodiscard]] virtual Task<std::optional<Import>> find(Caller caller, ImportId id) = 0;
  [[nodiscard]] virtual Task<ImportList> list(Caller caller, ImportQuery query) = 0;  // newest first
  [[nodiscard]] virtual Task<std::vector<Import>> newest(Caller caller, int limit) = 0;
  [[nodiscard]] virtual Task<std::vector<RowError>> errors(Caller caller, ImportId id, int offset,
                                                           int limit) = 0;  // in file order
  // False when there is no unfinished import of the caller with this id.
  [[nodiscard]] virtual Task<bool> request_cancel(Caller caller, ImportId id) = 0;
};

}  // namespace mrbill::catalog
