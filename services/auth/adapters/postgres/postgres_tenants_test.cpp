#include "adapters/postgres/postgres_tenants.hpp"

#include <boost/asio/co_spawn.hpp>
#include <gtest/gtest.h>

#include "adapters/postgres/postgres_fixture.hpp"

namespace mrbill::auth {
namespace {

class PostgresTenantsTest : public ::testing::Test, public PostgresFixture {
 protected:
  PostgresTenantsTest() { as_superuser("DELETE FROM memberships WHERE user_id = $1", person_.user); }
  NewTenant order(const std::string& name) {
    return {{.id = TenantId{new_uuid(clock_, random_)},
             .name = name,
             .members = 1,
             .created_at = clock_.now(),
             .updated_at = clock_.now()},
            {person_.user, {}, Role::user, {}, ""},
            std::nullopt};
  }
  Task<bool> founds(NewTenant order) {
    const auto founded = co_await tenants_.found(std::move(order));
    co_return founded.has_value();
  }
  std::size_t memberships() {
    return as_superuser("SELECT 1 FROM memberships WHERE user_id = $1 AND role = 'OWNER'", person_.user)
        .size();
  }

  PostgresTenants tenants_{app_, auth_events_};
  SignUp person_ = sign_up("Ana");
};

TEST_F(PostgresTenantsTest, are_founded_by_who_belongs_to_none) {
  const auto wanted = order("Second Start");
  ASSERT_TRUE(testing::run(io_, tenants_.found(wanted)));
  const Caller owner{person_.user, wanted.tenant.id, Role::owner, {}, ""};
  const auto founded = testing::run(io_, tenants_.find(owner));
  ASSERT_TRUE(founded);
  EXPECT_EQ(founded->name, "Second Start");
  EXPECT_EQ(founded->members, 1);
  EXPECT_EQ(founded->version, wanted.tenant.version);
  EXPECT_EQ(memberships(), 1U);
  EXPECT_EQ(as_worker("SELECT type FROM outbox WHERE tenant_id = $1", wanted.tenant.id).size(), 3U);
}

TEST_F(PostgresTenantsTest, are_not_founded_by_who_belongs_to_one) {
  join(person_.user, sign_up().tenant, "USER");
  EXPECT_EQ(testing::run(io_, tenants_.found(order("Another"))).error(), FoundRefusal::has_tenant);
  EXPECT_EQ(memberships(), 0U);
}

TEST_F(PostgresTenantsTest, are_founded_once_under_one_key) {
  auto wanted = order("Second Start");
  wanted.key = IdempotencyKey{"createTenant", "key", Sha256{2}};
  const auto first = testing::run(io_, tenants_.found(wanted));
  ASSERT_TRUE(first);
  EXPECT_EQ(first->id, wanted.tenant.id.uuid);
  EXPECT_EQ(testing::run(io_, creations_.find(wanted.caller, *wanted.key, clock_.now())).value()->id,
            wanted.tenant.id.uuid);
  auto again = order("Second Start");
  again.key = wanted.key;
  EXPECT_EQ(testing::run(io_, tenants_.found(again))->id, first->id);
  again.key->request_hash = Sha256{3};
  EXPECT_EQ(testing::run(io_, tenants_.found(again)).error(), FoundRefusal::idempotency_key_reused);
  EXPECT_EQ(memberships(), 1U);
}

TEST_F(PostgresTenantsTest, are_founded_once_by_who_asks_often_at_once) {
  int ended = 0;
  for (int i = 0; i < 10; ++i) {
    asio::co_spawn(io_, founds(order("Race")), [&](const std::exception_ptr&, bool) { ++ended; });
  }
  io_.restart();
  while (ended < 10 && io_.run_one_for(std::chrono::seconds(20)) != 0) {
  }
  EXPECT_EQ(memberships(), 1U);
}

}  // namespace
}  // namespace mrbill::auth
