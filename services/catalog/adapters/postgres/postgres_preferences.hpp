// PreferenceStore on PostgreSQL, as the application's role.
#pragma once

#include <postgres/database.hpp>

#include "ports/preferences.hpp"

namespace mrbill::catalog {

class PostgresPreferences final : public PreferenceStore {
 public:
  explicit PostgresPreferences(postgres::Database& database) : database_(database) {}
  Task<std::optional<Preferences>> find(Caller caller) override;

 private:
  postgres::Database& database_;
};

}  // namespace mrbill::catalog
