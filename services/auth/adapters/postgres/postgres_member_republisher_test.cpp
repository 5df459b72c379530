#include "adapters/postgres/postgres_member_republisher.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "adapters/postgres/postgres_fixture.hpp"
#include "ports/member_republisher_contract.hpp"

namespace mrbill::auth {
namespace {

struct RepublisherRig : PostgresFixture {
  PostgresMemberRepublisher republisher_{worker_, auth_events_};
  asio::io_context& io() { return io_; }
  MemberRepublisher& republisher() { return republisher_; }
  TenantId add() { return sign_up().tenant; }
};
INSTANTIATE_TYPED_TEST_SUITE_P(Postgres, MemberRepublisherContract, RepublisherRig);

class PostgresMemberRepublisherTest : public ::testing::Test, public PostgresFixture {
 protected:
  // What was told, as "type subject version".
  std::set<std::string> told_of(TenantId tenant) {
    const auto rows = as_superuser(
        "SELECT type || ' ' || subject || ' ' || (data->>'version') AS told FROM outbox WHERE tenant_id = $1",
        tenant);
    std::set<std::string> told;
    for (const auto row : rows) told.insert(row.get<std::string>("told"));
    return told;
  }
  PostgresMemberRepublisher republisher_{worker_, auth_events_};
};

TEST_F(PostgresMemberRepublisherTest, tells_of_a_tenant_and_its_members_as_they_are) {
  const auto ana = sign_up("Ana Souza");
  const auto rui = sign_up("Rui Lima");
  join(rui.user, ana.tenant, "USER");
  as_superuser("UPDATE users SET version = 7 WHERE user_id = $1", rui.user);
  as_superuser("DELETE FROM outbox");
  testing::run(io_, republisher_.republish(ana.tenant, ""));
  EXPECT_EQ(told_of(ana.tenant), (std::set<std::string>{"tenant.changed " + ana.tenant.to_string() + " 1",
                                                        "person.changed " + ana.user.to_string() + " 1",
                                                        "person.changed " + rui.user.to_string() + " 7"}));
  EXPECT_TRUE(told_of(rui.tenant).empty());
}

TEST_F(PostgresMemberRepublisherTest, tells_nothing_of_a_tenant_that_is_gone) {
  const TenantId gone{new_uuid(clock_, random_)};
  testing::run(io_, republisher_.republish(gone, ""));
  EXPECT_TRUE(told_of(gone).empty());
}

}  // namespace
}  // namespace mrbill::auth
