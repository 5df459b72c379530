// The walls in the database itself, with every filter of our own switched off: raw statements as the
// application's role. And the proof that these tests see: a hole put into a policy turns them red.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <postgres/database.hpp>
#include <testing/run.hpp>

#include "adapters/postgres/catalog_database_fixture.hpp"
#include "adapters/postgres/postgres_poc_writer.hpp"

namespace mrbill::catalog {
namespace {

using RowScope = postgres::Scope;
using postgres::Statement;

class Isolation : public ::testing::Test {
 protected:
  void SetUp() override {
    private_poc = insert("hidden", false);
    public_poc = insert("shared", true);
    run(writer.set_favorite(ana, private_poc.id, true, clock.now()));
  }

  template <class T>
  T run(Task<T> task) {
    return testing::run(io, std::move(task));
  }
  Uuid id() { return new_uuid(clock, random); }
  Poc insert(std::string name, bool is_public) {
    Poc poc{.id = PocId{id()},
            .tenant = ana.tenant,
            .creator = ana.user,
            .created_at = clock.now(),
            .updated_at = clock.now()};
    poc.content = {
        .name = std::move(name), .tags = {"tag"}, .frameworks = {"framework"}, .is_public = is_public};
    const IdempotencyKey key{"createPoc", poc.content.name, sha256("x")};
    poc.change_seq = run(writer.insert(ana, poc, key)).value().change_seq;
    return poc;
  }
  // Rows of ana's tenant that this scope sees, whatever the statement asks for.
  std::int64_t seen(RowScope scope, const std::string& table, std::string condition = "true") {
    const auto sql = "SELECT count(*) FROM " + table + " WHERE tenant_id = $1 AND " + condition;
    return run(app.query(scope, Statement{"", sql}, ana.tenant)).front().get<std::int64_t>(0);
  }
  std::int64_t touched(RowScope scope, const std::string& sql) {
    return run(app.query(scope, Statement{"", sql})).affected();
  }
  void as_admin(const std::string& sql) { run(admin.query(RowScope::nobody(), Statement{"", sql})); }

  asio::io_context io;
  metrics::Registry registry;
  SystemClock clock;
  SystemRandom random;
  postgres::Database app{io, {.url = catalog_database().app_url(), .connections = 2}, registry};
  postgres::Database worker{io, {.url = catalog_database().worker_url(), .connections = 2}, registry};
  postgres::Database admin{io, {.url = catalog_database().admin_url(), .connections = 1}, registry};
  PostgresPocWriter writer{app, clock, random};
  Caller ana{TenantId{id()}, UserId{id()}, {}};
  Caller ben{ana.tenant, UserId{id()}, {}};
  Caller stranger{TenantId{id()}, UserId{id()}, {}};
  Poc private_poc;
  Poc public_poc;

  static RowScope of(const Caller& caller) { return RowScope::of(caller.tenant, caller.user); }
};

const std::vector<std::string> tables{"pocs",          "poc_tags",        "poc_frameworks",
                                      "favorites",     "tenant_counters", "idempotency_keys",
                                      "import_errors", "import_changes",  "people"};

}  // namespace

TEST_F(Isolation, shows_nothing_of_a_tenant_to_another_or_to_nobody) {
  EXPECT_EQ(seen(of(ana), "pocs"), 2);
  EXPECT_EQ(seen(of(ana), "poc_tags"), 2);
  EXPECT_EQ(seen(of(ana), "idempotency_keys"), 2);
  for (const auto& table : tables) {
    EXPECT_EQ(seen(of(stranger), table), 0) << table;
    EXPECT_EQ(seen(RowScope::nobody(), table), 0) << table;
    EXPECT_EQ(seen(RowScope::person(ana.user), table), 0) << table;
  }
}

TEST_F(Isolation, shows_private_rows_marks_and_keys_to_their_person_alone) {
  EXPECT_EQ(seen(of(ben), "pocs"), 1);
  EXPECT_EQ(seen(of(ben), "pocs", "NOT is_public"), 0);
  EXPECT_EQ(seen(of(ben), "poc_tags"), 1);
  EXPECT_EQ(seen(of(ben), "poc_frameworks"), 1);
  EXPECT_EQ(seen(of(ben), "favorites"), 0);
  EXPECT_EQ(seen(of(ben), "idempotency_keys"), 0);
}

TEST_F(Isolation, changes_nothing_of_another_person) {
  for (const auto& caller : {ben, stranger}) {
    EXPECT_EQ(touched(of(caller), "UPDATE pocs SET name = 'mine now'"), 0);
    EXPECT_EQ(touched(of(caller), "DELETE FROM poc_tags"), 0);
    EXPECT_EQ(touched(of(caller), "DELETE FROM poc_frameworks"), 0);
    EXPECT_EQ(touched(of(caller), "UPDATE favorites SET removed_at = now()"), 0);
    EXPECT_EQ(touched(of(caller), "UPDATE idempotency_keys SET request_hash = request_hash"), 0);
  }
  EXPECT_THROW(touched(of(ana), "DELETE FROM pocs"), postgres::StatementError)
      << "not even one's own: deleting is a mark";
}

TEST_F(Isolation, lets_nobody_write_in_the_name_of_another) {
  const auto forged = [&](const Caller& as, const Caller& name) {
    const auto sql = "INSERT INTO pocs SELECT gen_random_uuid(), '" + name.tenant.to_string() + "', '" +
                     name.user.to_string() +
                     "', 'forged', NULL, NULL, NULL, true, NULL, NULL, now(), now(), NULL, 9999, now(), "
                     "now(), now(), now(), "
                     "now(), now(), now()";
    touched(of(as), sql);
  };
  EXPECT_NO_THROW(forged(stranger, stranger)) << "the statement itself is sound";
  EXPECT_THROW(forged(stranger, ana), postgres::StatementError);
  EXPECT_THROW(forged(ben, ana), postgres::StatementError);
  EXPECT_THROW(touched(of(ana), "UPDATE pocs SET tenant_id = '" + stranger.tenant.to_string() + "'"),
               postgres::StatementError);
  EXPECT_THROW(touched(of(ana), "UPDATE pocs SET user_id = '" + ben.user.to_string() + "'"),
               postgres::StatementError);
}

TEST_F(Isolation, keeps_the_copies_of_visibility_in_tags_and_frameworks_true) {
  private_poc.content.is_public = true;
  ASSERT_TRUE(run(writer.update(ana, private_poc, Change::updated)));
  EXPECT_EQ(seen(of(ben), "poc_tags"), 2);
  EXPECT_EQ(touched(of(ana), "UPDATE pocs SET is_public = false"), 2);
  EXPECT_EQ(seen(of(ben), "poc_tags"), 0);
  EXPECT_EQ(seen(of(ben), "poc_frameworks"), 0);
}

TEST_F(Isolation, lets_the_worker_write_for_the_person_of_its_scope_only) {
  const auto as_worker = [&](RowScope scope, const std::string& sql) {
    return run(worker.query(scope,
                            Statement{"", sql + " WHERE poc_id = '" + private_poc.id.to_string() + "'"}))
        .affected();
  };
  EXPECT_EQ(as_worker(RowScope::nobody(), "UPDATE pocs SET description = 'x'"), 0);
  EXPECT_EQ(as_worker(of(ben), "UPDATE pocs SET description = 'x'"), 0);
  EXPECT_EQ(as_worker(of(stranger), "UPDATE pocs SET description = 'x'"), 0);
  EXPECT_EQ(as_worker(of(ana), "UPDATE pocs SET description = 'x'"), 1);
  EXPECT_EQ(as_worker(of(ana), "DELETE FROM pocs"), 0) << "only what was deleted 30 days ago";
}

TEST_F(Isolation, tells_of_changes_within_the_scopes_tenant_and_only_that_there_were_some) {
  const auto told = [&](RowScope scope) {
    return run(app.query(scope, Statement{"", "SELECT * FROM changed_pocs(0, 10)"}));
  };
  const auto to_ben = told(of(ben));
  ASSERT_EQ(to_ben.size(), 2U);
  EXPECT_EQ(to_ben.front().get<PocId>(0), public_poc.id);
  EXPECT_EQ(
      run(app.query(
              of(ben),
              Statement{"", "SELECT to_jsonb(c) - 'poc_id' - 'change_seq' = '{}' FROM changed_pocs(0, 1) c"}))
          .front()
          .get<bool>(0),
      true)
      << "two columns";
  EXPECT_TRUE(told(of(stranger)).empty());
  EXPECT_TRUE(told(RowScope::nobody()).empty());
}

TEST_F(Isolation, is_red_when_there_is_a_hole_in_the_tenants_wall) {
  as_admin("ALTER POLICY tenant ON pocs USING (true)");
  const auto leaked = seen(of(stranger), "pocs");
  as_admin(
      "ALTER POLICY tenant ON pocs USING "
      "(tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid))");
  EXPECT_EQ(leaked, 1) << "the public one leaks through the hole, so the tests above can see a hole";
  EXPECT_EQ(seen(of(stranger), "pocs"), 0);
}

TEST_F(Isolation, is_red_when_there_is_a_hole_in_the_persons_wall) {
  as_admin("ALTER POLICY visible ON pocs USING (true)");
  const auto leaked = seen(of(ben), "pocs", "NOT is_public");
  as_admin(
      "ALTER POLICY visible ON pocs USING (user_id = (SELECT nullif(current_setting('app.user_id', true), "
      "'')::uuid) "
      "OR (is_public AND deleted_at IS NULL))");
  EXPECT_EQ(leaked, 1);
  EXPECT_EQ(seen(of(ben), "pocs", "NOT is_public"), 0);
}

}  // namespace mrbill::catalog
