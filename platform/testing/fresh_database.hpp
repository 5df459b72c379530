// A database of the test's own, with the roles of production, migrated; dropped at the end.
//
//   FreshDatabase database({{"events", "platform/events/migrations"}, {"auth", "services/auth/migrations"}});
//   postgres::Database app(io, {.url = database.app_url()}, registry);
//
// It lies on the server of MRBILL_TEST_POSTGRES_URL, whose role must be a superuser. Making one takes about
// 100 ms. Make it in a fixture's constructor, never in SetUpTestSuite: what throws there counts as skipped,
// not as failed.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <base/secret.hpp>

namespace mrbill::testing {

class FreshDatabase {
 public:
  using Components =
      std::vector<std::pair<std::string, std::string>>;  // name, folder relative to the repository
  explicit FreshDatabase(const Components& components = {});
  ~FreshDatabase();
  FreshDatabase(const FreshDatabase&) = delete;
  FreshDatabase& operator=(const FreshDatabase&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Secret owner_url() const {
    return url_of("_owner");
  }  // owns the tables; migrations run as it
  [[nodiscard]] Secret app_url() const { return url_of("_app"); }        // row-level security binds it
  [[nodiscard]] Secret worker_url() const { return url_of("_worker"); }  // policies of its own
  [[nodiscard]] Secret admin_url() const;  // superuser, this database: sees and may end all
  [[nodiscard]] std::string app_role() const { return name_ + "_app"; }
  [[nodiscard]] std::string worker_role() const { return name_ + "_worker"; }

 private:
  void create();
  void migrate(const Components& components);
  [[nodiscard]] Secret url_of(const char* suffix) const;
  std::string server_url_;
  std::string name_;
};

}  // namespace mrbill::testing
