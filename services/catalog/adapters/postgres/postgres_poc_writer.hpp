// PocWriter on PostgreSQL: rows, change_seq, idempotency key and outbox event in one transaction, as the
// application's role.
#pragma once

#include <base/random.hpp>
#include <postgres/database.hpp>

#include "ports/poc_writer.hpp"

namespace mrbill::catalog {

class PostgresPocWriter final : public PocWriter {
 public:
  PostgresPocWriter(postgres::Database& database, const Clock& clock, Random& random)
      : database_(database), clock_(clock), random_(random) {}
  Task<Result<Created, KeyConflict>> insert(Caller caller, Poc poc,
                                            std::optional<IdempotencyKey> key) override;
  Task<std::optional<std::int64_t>> update(Caller caller, Poc poc, Change change) override;
  Task<Result<WrittenPocs, KeyConflict>> update_all(Caller caller, std::vector<Poc> pocs, Change change,
                                                    std::optional<IdempotencyKey> key) override;
  Task<> set_favorite(Caller caller, PocId id, bool favorite, Timestamp at) override;

 private:
  [[nodiscard]] Task<std::vector<std::optional<std::int64_t>>> write_current(
      postgres::Transaction& transaction, Caller caller, std::vector<Poc> pocs, Change change);
  postgres::Database& database_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::catalog
