// PocStore on PostgreSQL, as the application's role: row-level security is in force.
#pragma once

#include <postgres/database.hpp>

#include "adapters/postgres/list_totals.hpp"
#include "ports/poc_store.hpp"

namespace mrbill::catalog {

class PostgresPocStore final : public PocStore {
 public:
  explicit PostgresPocStore(postgres::Database& database) : database_(database) {}
  Task<std::optional<Poc>> find(Caller caller, PocId id) override;
  Task<std::vector<Poc>> find_all(Caller caller, std::vector<PocId> ids) override;
  Task<PocPage> list(PocQuery query) override;
  Task<std::vector<Poc>> changed_since(Caller caller, std::int64_t change_seq, int limit) override;
  Task<std::vector<PocChange>> changes_since(Caller caller, std::int64_t change_seq, int limit) override;
  Task<std::vector<PocId>> favorites(Caller caller) override;
  Task<std::optional<std::string>> name_of(Caller caller) override;

 private:
  [[nodiscard]] Task<std::int64_t> total_of(PocQuery query, std::string key, std::string state);

  postgres::Database& database_;
  ListTotals totals_;
};

}  // namespace mrbill::catalog
