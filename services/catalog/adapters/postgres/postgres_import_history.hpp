// ImportHistory over the table import_changes, as the application's role.
#pragma once

#include <base/random.hpp>
#include <postgres/database.hpp>

#include "ports/import_history.hpp"

namespace mrbill::catalog {

class PostgresImportHistory final : public ImportHistory {
 public:
  PostgresImportHistory(postgres::Database& database, const Clock& clock, Random& random)
      : database_(database), clock_(clock), random_(random) {}
  Task<FormerPage> overwritten(Caller caller, ImportId id, int offset, int limit) override;
  Task<Undone> undo(Caller caller, ImportId id, Timestamp now) override;

 private:
  // One transaction: the import's changes of one kind behind `after`, which moves on. False when there
  // are none.
  struct Portion {
    bool of_overwritten = true;
    std::int64_t after = 0;
  };
  [[nodiscard]] Task<bool> undo_some(Caller caller, ImportId id, Portion& portion, Undone& undone,
                                     Timestamp now);
  postgres::Database& database_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::catalog
