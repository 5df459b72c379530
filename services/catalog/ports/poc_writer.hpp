// Writing POCs: a port. Each call is one transaction that holds the rows, the tenant's next change_seq and
// the event poc.changed; when it has returned, all of it is durable.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <async/task.hpp>
#include <base/idempotency_key.hpp>
#include <base/result.hpp>

#include "domain/poc.hpp"

namespace mrbill::catalog {

enum class Change : std::uint8_t { created, updated, deleted, restored };

// Of each of several POCs its new version, or nothing where its row had moved on.
struct WrittenPocs {
  std::vector<std::optional<std::int64_t>> versions = {};
  bool repeated = false;  // an earlier request with the same key has done it: nothing was written now
};

class PocWriter {
 public:
  virtual ~PocWriter() = default;
  // The POC is the caller's own in both.
  // With a key that has been answered before, nothing is written and the earlier creation returned.
  [[nodiscard]] virtual Task<Result<Created, KeyConflict>> insert(Caller caller, Poc poc,
                                                                  std::optional<IdempotencyKey> key) = 0;
  // poc.change_seq is the version the change is based on. The new version, or nothing when the row has
  // moved on.
  [[nodiscard]] virtual Task<std::optional<std::int64_t>> update(Caller caller, Poc poc, Change change) = 0;
  // The same of several POCs of one creator, none twice, in one transaction. A key is the caller's, and kept
  // whether or not a row was still there.
  [[nodiscard]] virtual Task<Result<WrittenPocs, KeyConflict>> update_all(
      Caller caller, std::vector<Poc> pocs, Change change, std::optional<IdempotencyKey> key) = 0;
  // The POC is visible to the caller. Saying it twice changes nothing.
  [[nodiscard]] virtual Task<> set_favorite(Caller caller, PocId id, bool favorite, Timestamp at) = 0;
};

}  // namespace mrbill::catalog
