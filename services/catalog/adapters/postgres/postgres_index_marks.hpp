// IndexMarkStore on the worker's role.
#pragma once

#include <postgres/database.hpp>

#include "ports/index_mark_store.hpp"

namespace mrbill::catalog {

class PostgresIndexMarks final : public IndexMarkStore {
 public:
  explicit PostgresIndexMarks(postgres::Database& worker_database) : database_(worker_database) {}

  [[nodiscard]] Task<std::optional<Uuid>> find(Uuid index) override;
  Task<> introduce(Uuid index, Uuid mark) override;
  [[nodiscard]] Task<bool> replace(Uuid index, Uuid from, Uuid to) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::catalog
