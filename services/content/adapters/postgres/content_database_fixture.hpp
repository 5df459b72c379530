// content's database for tests: made once for a test program, dropped at its end. Tests keep out of each
// other's way by tenants of their own.
#pragma once

#include <testing/fresh_database.hpp>

namespace mrbill::content {

[[nodiscard]] inline const testing::FreshDatabase& content_database() {
  static const testing::FreshDatabase database({{"events", "platform/events/migrations"},
                                                {"jobs", "platform/jobs/migrations"},
                                                {"content", "services/content/migrations"}});
  return database;
}

}  // namespace mrbill::content
