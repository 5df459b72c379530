// The catalogue's database for tests: made once for a test program, dropped at its end.
#pragma once

#include <testing/fresh_database.hpp>

namespace mrbill::catalog {

[[nodiscard]] inline const testing::FreshDatabase& catalog_database() {
  static const testing::FreshDatabase database({{"events", "platform/events/migrations"},
                                                {"jobs", "platform/jobs/migrations"},
                                                {"catalog", "services/catalog/migrations"}});
  return database;
}

}  // namespace mrbill::catalog
