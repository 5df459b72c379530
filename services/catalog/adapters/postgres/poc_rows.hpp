// Writing POCs' rows, many at once, inside a transaction whose scope is their creator's. What needs no answer
// is deferred, so it travels with the commit.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include <async/task.hpp>
#include <postgres/database.hpp>

#include "domain/poc.hpp"

namespace mrbill::catalog {

// Takes the tenant's next `count` change_seqs and returns the last; every other writer of the tenant waits
// from here until this transaction ends. Count 0 only waits.
[[nodiscard]] Task<std::int64_t> take_change_seqs(postgres::Transaction& transaction, TenantId tenant,
                                                  std::int64_t count);

// Whether other POCs may hold the import keys of new ones. A key that is taken is left to who holds it.
enum class ImportKeys : std::uint8_t { maybe_taken, free };

// New rows, of one creator, with their change_seqs.
void insert_pocs(postgres::Transaction& transaction, const Caller& creator, const std::vector<Poc>& pocs,
                 ImportKeys keys, Timestamp now);

// A row's new content and the version it was read at.
struct PocUpdate {
  Poc poc;  // with its new change_seq
  std::int64_t base = 0;
};
// Those of the creator's rows that still have the change_seq they were read at.
[[nodiscard]] Task<std::set<PocId>> pocs_at_their_base(postgres::Transaction& transaction, Caller creator,
                                                       const std::vector<Poc>& pocs);

// How many rows were still at their base; their fields' change times follow what differs. Tags and frameworks
// are replaced.
[[nodiscard]] Task<std::int64_t> update_pocs(postgres::Transaction& transaction, Caller creator,
                                             std::vector<PocUpdate> updates, Timestamp now);

}  // namespace mrbill::catalog
