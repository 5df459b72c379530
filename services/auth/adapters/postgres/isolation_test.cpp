// What the _app role may see and do by itself, whatever the use cases ask: the wall behind them.
#include <gtest/gtest.h>

#include "adapters/postgres/postgres_fixture.hpp"

namespace mrbill::auth {
namespace {

using postgres::Scope;

class IsolationTest : public ::testing::Test, public PostgresFixture {
 protected:
  std::int64_t seen(Scope scope, const std::string& table) {
    return as_app(scope, "SELECT count(*) FROM " + table)[0].get<std::int64_t>(0);
  }
  std::string refused(Scope scope, const std::string& sql) {
    try {
      as_app(scope, sql);
    } catch (const postgres::StatementError& error) {
      return error.sqlstate();
    }
    return "allowed";
  }
  SignUp ana_ = sign_up("Ana");
  SignUp bea_ = sign_up("Bea");
};

TEST_F(IsolationTest, shows_nobody_to_nobody) {
  for (const auto* table : {"tenants", "memberships", "sessions", "refresh_generations", "email_tokens",
                            "invitations", "known_networks", "idempotency_keys"}) {
    EXPECT_EQ(seen(Scope::nobody(), table), 0) << table;
  }
  EXPECT_EQ(as_app(Scope::nobody(), "SELECT count(user_id) FROM users")[0].get<std::int64_t>(0), 0);
}

TEST_F(IsolationTest, shows_a_company_its_own_people_only) {
  const auto rows = as_app(Scope::of(ana_.tenant), "SELECT user_id FROM users");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].get<UserId>(0), ana_.user);
  EXPECT_EQ(seen(Scope::of(ana_.tenant), "memberships"), 1);
  EXPECT_EQ(seen(Scope::of(ana_.tenant), "tenants"), 1);
}

TEST_F(IsolationTest, shows_a_person_their_memberships_but_not_their_colleagues) {
  join(ana_.user, bea_.tenant, "USER");
  EXPECT_EQ(seen(Scope::person(ana_.user), "memberships"), 2);
  EXPECT_EQ(seen(Scope::person(ana_.user), "tenants"), 2);
  EXPECT_EQ(as_app(Scope::person(ana_.user), "SELECT user_id FROM users").size(), 1U);
}

TEST_F(IsolationTest, never_gives_a_password_hash_back) {
  constexpr auto not_permitted = "42501";
  EXPECT_EQ(refused(Scope::of(ana_.tenant, ana_.user), "SELECT password_hash FROM users"), not_permitted);
}

TEST_F(IsolationTest, lets_the_app_post_mails_and_not_read_them) {
  constexpr auto not_permitted = "42501";
  EXPECT_EQ(refused(Scope::nobody(), "SELECT recipient FROM mails"), not_permitted);
  EXPECT_EQ(refused(Scope::nobody(), "DELETE FROM mails"), not_permitted);
  EXPECT_EQ(refused(Scope::nobody(), "SELECT subject FROM revocations"), not_permitted);
}

TEST_F(IsolationTest, changes_no_foreign_row) {
  const auto scope = Scope::of(ana_.tenant, ana_.user);
  EXPECT_EQ(as_app(scope, "UPDATE tenants SET name = 'x' WHERE tenant_id = $1", bea_.tenant).affected(), 0);
  EXPECT_EQ(as_app(scope, "UPDATE users SET full_name = 'x' WHERE user_id = $1", bea_.user).affected(), 0);
  EXPECT_EQ(as_app(scope, "DELETE FROM memberships WHERE tenant_id = $1", bea_.tenant).affected(), 0);
}

TEST_F(IsolationTest, adds_no_row_to_another_company) {
  constexpr auto policy = "42501";
  const auto scope = Scope::of(ana_.tenant, ana_.user);
  EXPECT_EQ(refused(scope, "INSERT INTO memberships (tenant_id, user_id, role) VALUES ('" +
                               bea_.tenant.to_string() + "', '" + ana_.user.to_string() + "', 'OWNER')"),
            policy);
}

TEST_F(IsolationTest, lets_a_colleague_be_seen_and_not_changed) {
  join(bea_.user, ana_.tenant, "USER");
  const auto scope = Scope::of(ana_.tenant, ana_.user);
  EXPECT_EQ(as_app(scope, "SELECT user_id FROM users").size(), 2U);
  EXPECT_EQ(as_app(scope, "UPDATE users SET full_name = 'x' WHERE user_id = $1", bea_.user).affected(), 0);
}

TEST_F(IsolationTest, forces_row_level_security_on_every_table) {
  const auto loose = as_superuser(
      "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = "
      "'public' AND relkind = 'r' "
      "AND relname NOT LIKE '%history%' AND relname NOT LIKE '%migration%' AND NOT (relrowsecurity AND "
      "relforcerowsecurity)");
  for (const auto row : loose) ADD_FAILURE() << row.get<std::string>(0);
}

}  // namespace
}  // namespace mrbill::auth
