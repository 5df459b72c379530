#include "adapters/postgres/postgres_members.hpp"

#include <boost/asio/co_spawn.hpp>
#include <gtest/gtest.h>

#include "adapters/postgres/postgres_fixture.hpp"
#include "adapters/postgres/postgres_memberships.hpp"

namespace mrbill::auth {
namespace {

class PostgresMembersTest : public ::testing::Test, public PostgresFixture {
 protected:
  Caller caller(const SignUp& person, Role role = Role::owner) {
    return {person.user, owner_.tenant, role, {}, ""};
  }
  Member member(UserId user) { return *testing::run(io_, members_.find(caller(owner_), user)); }
  RoleOrder role_order(const SignUp& by, UserId whom, Role role) {
    return {caller(by), whom, role, any_version, clock_.now(), &may_change_role};
  }
  Result<MemberChanged, MemberChangeRefusal> change(RoleOrder order) {
    return testing::run(io_, members_.change_role(order));
  }
  Task<bool> succeeds(RoleOrder order) {
    const auto changed = co_await members_.change_role(order);
    co_return changed.has_value();
  }
  Result<void, MemberChangeRefusal> remove(const SignUp& by, UserId whom,
                                           ExpectedVersion version = any_version) {
    const RemovalOrder order{caller(by), whom, version, clock_.now(), &may_remove};
    return testing::run(io_, members_.remove(order));
  }
  Page<Member> list(PageRequest request) {
    return testing::run(io_, members_.list(caller(owner_), std::move(request)));
  }
  std::int64_t events(const std::string& type, UserId user) {
    return as_worker("SELECT count(*) FROM outbox WHERE type = $1 AND subject = $2", type,
                     user.to_string())[0]
        .get<std::int64_t>(0);
  }

  PostgresMembers members_{app_, auth_events_};
  PostgresMemberships memberships_{app_};
  SignUp owner_ = sign_up("Olga Owner");
  SignUp user_ = sign_up("Uli User");
};

TEST_F(PostgresMembersTest, gives_a_role_and_makes_the_old_tokens_of_that_company_void) {
  join(user_.user, owner_.tenant, "USER");
  const auto before = open_session(user_, owner_.tenant);
  const auto elsewhere = open_session(user_, user_.tenant);
  const auto changed = change(role_order(owner_, user_.user, Role::admin));
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->member.role, Role::admin);
  EXPECT_TRUE(covered(before));
  EXPECT_FALSE(covered(elsewhere));
  EXPECT_EQ(events("membership.changed", user_.user), 2);  // as a founder, and now
}

TEST_F(PostgresMembersTest, revokes_once_however_many_sessions_and_changes_there_are) {
  join(user_.user, owner_.tenant, "USER");
  for (int i = 0; i < 10; ++i) open_session(user_, owner_.tenant);
  for (const auto role : {Role::admin, Role::user, Role::admin, Role::user})
    ASSERT_TRUE(change(role_order(owner_, user_.user, role)));
  EXPECT_EQ(as_superuser("SELECT 1 FROM revocations WHERE subject = $1", user_.user).size(), 1U);
}

TEST_F(PostgresMembersTest, does_nothing_when_a_member_has_the_role_already) {
  join(user_.user, owner_.tenant, "USER");
  const auto session = open_session(user_, owner_.tenant);
  const auto version = member(user_.user).version;
  const auto same = change(role_order(owner_, user_.user, Role::user));
  ASSERT_TRUE(same);
  EXPECT_FALSE(same->changed);
  EXPECT_EQ(same->member.version, version);
  EXPECT_FALSE(covered(session));
  EXPECT_EQ(events("membership.changed", user_.user), 1);
}

TEST_F(PostgresMembersTest, keeps_a_session_that_can_be_refreshed_after_a_change_of_role) {
  join(user_.user, owner_.tenant, "USER");
  const auto session = open_session(user_, owner_.tenant);
  ASSERT_TRUE(change(role_order(owner_, user_.user, Role::admin)));
  const Presented presented{session.session, 1, user_.user, owner_.tenant, Transport::body};
  const Rotation rotation{presented, random_.bytes<32>(), clock_.now(), clock_.now() + std::chrono::hours(1)};
  const auto rotated = testing::run(io_, sessions_.rotate(rotation));
  ASSERT_TRUE(rotated);
  EXPECT_EQ(rotated->role, Role::admin);
  EXPECT_TRUE(covered(session));
  EXPECT_FALSE(covered(*rotated));
}

TEST_F(PostgresMembersTest, changes_only_the_version_last_seen) {
  join(user_.user, owner_.tenant, "USER");
  auto order = role_order(owner_, user_.user, Role::admin);
  order.version = ExpectedVersion{.versions = {member(user_.user).version + 1}};
  EXPECT_EQ(change(order).error(), MemberChangeRefusal::stale);
  EXPECT_EQ(remove(owner_, user_.user, order.version).error(), MemberChangeRefusal::stale);
}

TEST_F(PostgresMembersTest, takes_the_role_of_the_actor_from_the_table_not_from_the_token) {
  join(user_.user, owner_.tenant, "USER");
  const auto order = role_order(user_, user_.user, Role::owner);  // the token says OWNER
  EXPECT_EQ(change(order).error(), MemberChangeRefusal::not_permitted);
}

TEST_F(PostgresMembersTest, does_not_find_members_of_other_companies) {
  EXPECT_EQ(testing::run(io_, members_.find(caller(owner_), user_.user)), std::nullopt);
  EXPECT_EQ(change(role_order(owner_, user_.user, Role::user)).error(),
            MemberChangeRefusal::member_not_found);
  EXPECT_EQ(remove(owner_, user_.user).error(), MemberChangeRefusal::member_not_found);
}

TEST_F(PostgresMembersTest, removes_a_member_with_their_sessions_there) {
  join(user_.user, owner_.tenant, "USER");
  const auto session = open_session(user_, owner_.tenant);
  const auto elsewhere = open_session(user_, user_.tenant);
  ASSERT_TRUE(remove(owner_, user_.user));
  EXPECT_EQ(testing::run(io_, memberships_.of_person(user_.user)).size(), 1U);
  EXPECT_TRUE(covered(session));
  EXPECT_FALSE(covered(elsewhere));
  EXPECT_FALSE(testing::run(io_, sessions_.close(user_.user, session.session, clock_.now())));
  EXPECT_TRUE(testing::run(io_, sessions_.close(user_.user, elsewhere.session, clock_.now())));
}

TEST_F(PostgresMembersTest, answers_a_removal_that_is_sent_again_as_done_to_whoever_may_remove) {
  const auto colleague = sign_up("Carla Colleague");
  for (const auto user : {user_.user, colleague.user}) join(user, owner_.tenant, "USER");
  const ExpectedVersion version{.versions = {member(user_.user).version}};
  ASSERT_TRUE(remove(owner_, user_.user, version));
  EXPECT_TRUE(remove(owner_, user_.user, version));
  EXPECT_EQ(events("membership.changed", user_.user), 2);  // as a founder, and left: once
  EXPECT_EQ(remove(colleague, user_.user, version).error(), MemberChangeRefusal::member_not_found);
  EXPECT_EQ(remove(user_, user_.user, version).error(), MemberChangeRefusal::member_not_found);
  join(user_.user, owner_.tenant, "USER");
  const ExpectedVersion later{.versions = {member(user_.user).version + 1}};
  EXPECT_EQ(remove(owner_, user_.user, later).error(), MemberChangeRefusal::stale);
}

TEST_F(PostgresMembersTest, does_not_tell_who_left_another_company) {
  const auto stranger = sign_up("Sara Stranger");
  join(user_.user, owner_.tenant, "USER");
  ASSERT_TRUE(remove(owner_, user_.user));
  const Caller elsewhere{stranger.user, stranger.tenant, Role::owner, {}, ""};
  const RemovalOrder order{elsewhere, user_.user, any_version, clock_.now(), &may_remove};
  EXPECT_EQ(testing::run(io_, members_.remove(order)).error(), MemberChangeRefusal::member_not_found);
}

TEST_F(PostgresMembersTest, tells_whether_a_member_left_or_was_removed) {
  join(user_.user, owner_.tenant, "USER");
  ASSERT_TRUE(remove(owner_, user_.user));
  join(user_.user, owner_.tenant, "USER");
  ASSERT_TRUE(remove(user_, user_.user));
  const auto told = as_worker(
      "SELECT data->>'removed' AS removed FROM outbox WHERE type = 'membership.changed' AND subject = $1 "
      "AND data->>'change' = 'left' ORDER BY seq",
      user_.user.to_string());
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(told[0].get<std::string>("removed"), "true");
  EXPECT_EQ(told[1].get<std::string>("removed"), "false");
}

TEST_F(PostgresMembersTest, keeps_one_owner_when_two_step_down_at_once) {
  join(user_.user, owner_.tenant, "OWNER");
  for (int round = 0; round < 10; ++round) {
    as_superuser("UPDATE memberships SET role = 'OWNER' WHERE tenant_id = $1", owner_.tenant);
    int changed = 0;
    int ended = 0;
    const auto count = [&](const std::exception_ptr& error, bool succeeded) {
      changed += !error && succeeded ? 1 : 0;
      ++ended;
    };
    asio::co_spawn(io_, succeeds(role_order(owner_, owner_.user, Role::user)), count);
    asio::co_spawn(io_, succeeds(role_order(user_, user_.user, Role::user)), count);
    io_.restart();
    while (ended < 2 && io_.run_one_for(std::chrono::seconds(20)) != 0) {
    }
    EXPECT_EQ(changed, 1);
  }
}

TEST_F(PostgresMembersTest, lists_by_name_page_by_page) {
  for (const auto* name : {"Bea", "Ana", "Caro", "Dora"}) join(sign_up(name).user, owner_.tenant, "USER");
  std::vector<std::string> names;
  PageRequest request{1, 2, std::nullopt};
  while (true) {
    const auto page = list(request);
    EXPECT_EQ(page.total, 5);
    for (const auto& member : page.items) names.push_back(member.full_name);
    if (!page.next) break;
    request.after = page.next;
  }
  EXPECT_EQ(names, (std::vector<std::string>{"Ana", "Bea", "Caro", "Dora", "Olga Owner"}));
  EXPECT_EQ(list({2, 2, std::nullopt}).items.front().full_name, "Caro");
  EXPECT_TRUE(list({9, 2, std::nullopt}).items.empty());
}

}  // namespace
}  // namespace mrbill::auth
