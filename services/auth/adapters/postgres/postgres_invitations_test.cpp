#include "adapters/postgres/postgres_invitations.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "adapters/postgres/postgres_fixture.hpp"
#include "adapters/postgres/postgres_members.hpp"

namespace mrbill::auth {
namespace {

using namespace std::chrono_literals;

class PostgresInvitationsTest : public ::testing::Test, public PostgresFixture {
 protected:
  Caller caller() { return {owner_.user, owner_.tenant, Role::owner, {}, ""}; }
  NewInvitation invitation(EmailAddress email, Timestamp at) {
    return {.caller = caller(),
            .invitation = {.id = InvitationId{new_uuid(clock_, random_)},
                           .email = std::move(email),
                           .role = Role::admin,
                           .invited_by = owner_.user,
                           .created_at = at,
                           .expires_at = at + 1h,
                           .accepted_at = {},
                           .withdrawn_at = {}},
            .token_hash = random_.bytes<32>(),
            .mail = LinkId{new_uuid(clock_, random_)},
            .key = std::nullopt,
            .rule = &may_invite_as};
  }
  NewInvitation invite(EmailAddress email) {
    auto out = invitation(std::move(email), clock_.now());
    EXPECT_TRUE(add(out));
    return out;
  }
  Result<Created, InviteRefusal> add(NewInvitation order) {
    return testing::run(io_, invitations_.add(std::move(order)));
  }
  std::optional<InvitationOffer> find(const NewInvitation& order) {
    return testing::run(io_, invitations_.find(order.token_hash));
  }
  Result<void, AcceptRefusal> accept(const NewInvitation& order, UserId user,
                                     std::optional<NewAccount> account = {},
                                     std::optional<NetworkMark> network = {}) {
    const Acceptance acceptance{*find(order), user, std::move(account), network, clock_.now(), ""};
    return testing::run(io_, invitations_.accept(acceptance));
  }
  NewInvitation invite_by(const SignUp& inviter, Role role) {
    auto out = invitation(new_address(), clock_.now());
    out.caller.user = inviter.user;
    out.invitation.invited_by = inviter.user;
    out.invitation.role = role;
    EXPECT_TRUE(add(out));
    return out;
  }
  SignUp colleague(const std::string& role) {
    auto out = sign_up("Col League");
    join(out.user, owner_.tenant, role);
    return out;
  }
  InvitationState state(const NewInvitation& order) { return find(order)->invitation.state(clock_.now()); }
  Result<void, WithdrawRefusal> withdraw(InvitationId id) { return withdraw(caller(), id); }
  Result<void, WithdrawRefusal> withdraw(Caller by, InvitationId id) {
    const WithdrawOrder order{std::move(by), id, clock_.now(), &may_withdraw};
    return testing::run(io_, invitations_.withdraw(order));
  }

  PostgresInvitations invitations_{app_, auth_events_};
  PostgresMembers members_{app_, auth_events_};
  SignUp owner_ = sign_up("Olga Owner");
};

TEST_F(PostgresInvitationsTest, offers_what_the_link_stands_for) {
  const auto invited = invite(new_address());
  const auto offer = find(invited);
  ASSERT_TRUE(offer);
  EXPECT_EQ(offer->invitation.email, invited.invitation.email);
  EXPECT_EQ(offer->invitation.role, Role::admin);
  EXPECT_EQ(offer->tenant, owner_.tenant);
  EXPECT_EQ(offer->tenant_name, "Souza Labs");
  EXPECT_EQ(offer->inviter_name, "Olga Owner");
  EXPECT_EQ(offer->account, std::nullopt);
  EXPECT_EQ(testing::run(io_, invitations_.find(random_.bytes<32>())), std::nullopt);
}

TEST_F(PostgresInvitationsTest, makes_a_verified_account_for_who_has_none) {
  const auto invited = invite(new_address());
  const UserId user{new_uuid(clock_, random_)};
  ASSERT_TRUE(accept(invited, user, NewAccount{"a hash", "Rui Lima", {"pt-PT", "Europe/Lisbon"}}));
  const auto person = testing::run(io_, accounts_.find(user));
  ASSERT_TRUE(person);
  EXPECT_EQ(person->locale, "pt-PT");
  EXPECT_EQ(person->time_zone, "Europe/Lisbon");
  const auto login = testing::run(io_, accounts_.find_login(invited.invitation.email, {}));
  ASSERT_TRUE(login);
  EXPECT_TRUE(login->verified);
  EXPECT_EQ(find(invited)->account, user);
}

TEST_F(PostgresInvitationsTest, makes_the_network_known_from_which_it_was_accepted) {
  const NetworkMark network = random_.bytes<32>();
  const auto known = [&](const EmailAddress& email) {
    return testing::run(io_, accounts_.find_login(email, network))->known_network;
  };
  const auto rui = sign_up("Rui");
  const auto invited = invite(rui.email);
  EXPECT_FALSE(known(rui.email));
  ASSERT_TRUE(accept(invited, rui.user, {}, network));
  EXPECT_TRUE(known(rui.email));
}

TEST_F(PostgresInvitationsTest, works_once) {
  const auto invited = invite(new_address());
  const auto rui = sign_up("Rui");
  ASSERT_TRUE(accept(invited, rui.user));
  EXPECT_EQ(accept(invited, rui.user).error(), AcceptRefusal::used_meanwhile);
}

TEST_F(PostgresInvitationsTest, leaves_an_invitation_open_that_could_not_be_accepted) {
  const auto invited = invite(new_address());
  EXPECT_EQ(accept(invited, owner_.user).error(), AcceptRefusal::already_member);
  EXPECT_EQ(find(invited)->invitation.accepted_at, std::nullopt);
}

TEST_F(PostgresInvitationsTest, refuses_who_is_a_member_and_who_is_invited) {
  EXPECT_EQ(add(invitation(owner_.email, clock_.now())).error(), InviteRefusal::already_member);
  const auto invited = invite(new_address());
  EXPECT_EQ(add(invitation(invited.invitation.email, clock_.now())).error(), InviteRefusal::already_invited);
}

TEST_F(PostgresInvitationsTest, puts_a_new_invitation_in_the_place_of_an_expired_one) {
  const auto address = new_address();
  ASSERT_TRUE(add(invitation(address, clock_.now() - 2h)));
  EXPECT_TRUE(add(invitation(address, clock_.now())));
}

TEST_F(PostgresInvitationsTest, stops_working_when_withdrawn) {
  const auto invited = invite(new_address());
  ASSERT_TRUE(withdraw(invited.invitation.id));
  EXPECT_TRUE(withdraw(invited.invitation.id));
  EXPECT_EQ(find(invited)->invitation.state(clock_.now()), InvitationState::withdrawn);
  EXPECT_EQ(accept(invited, sign_up().user).error(), AcceptRefusal::used_meanwhile);
}

TEST_F(PostgresInvitationsTest, cannot_be_withdrawn_once_accepted_nor_by_others) {
  const auto invited = invite(new_address());
  ASSERT_TRUE(accept(invited, sign_up().user));
  EXPECT_EQ(withdraw(invited.invitation.id).error(), WithdrawRefusal::invitation_accepted);
  const auto stranger = sign_up();
  const Caller foreign{stranger.user, stranger.tenant, Role::owner, {}, ""};
  EXPECT_EQ(withdraw(foreign, invited.invitation.id).error(), WithdrawRefusal::invitation_not_found);
}

TEST_F(PostgresInvitationsTest, takes_the_role_of_the_inviter_from_the_table_not_from_the_token) {
  const auto user = colleague("USER");
  auto order = invitation(new_address(), clock_.now());
  order.caller.user = user.user;  // the token says OWNER
  EXPECT_EQ(add(order).error(), InviteRefusal::not_permitted);
  order.caller.user = sign_up().user;
  EXPECT_EQ(add(order).error(), InviteRefusal::not_permitted);
}

TEST_F(PostgresInvitationsTest, are_void_above_what_the_inviter_may_still_give) {
  const auto admin = colleague("OWNER");
  const auto as_owner = invite_by(admin, Role::owner);
  const auto as_admin = invite_by(admin, Role::admin);
  const auto others = invite_by(owner_, Role::owner);
  const auto give = [&](Role role) {
    const RoleOrder order{caller(), admin.user, role, any_version, clock_.now(), &may_change_role};
    return testing::run(io_, members_.change_role(order));
  };
  ASSERT_TRUE(give(Role::admin));
  EXPECT_EQ(state(as_owner), InvitationState::withdrawn);
  EXPECT_EQ(state(as_admin), InvitationState::pending);
  ASSERT_TRUE(give(Role::user));
  EXPECT_EQ(state(as_admin), InvitationState::withdrawn);
  EXPECT_EQ(state(others), InvitationState::pending);
}

TEST_F(PostgresInvitationsTest, of_a_removed_admin_bring_nobody_back) {
  const auto admin = colleague("ADMIN");
  const auto own = invite_by(admin, Role::admin);
  const auto plain = invite_by(admin, Role::user);
  const RemovalOrder order{caller(), admin.user, any_version, clock_.now(), &may_remove};
  ASSERT_TRUE(testing::run(io_, members_.remove(order)));
  EXPECT_EQ(accept(own, admin.user).error(), AcceptRefusal::used_meanwhile);
  EXPECT_EQ(state(plain), InvitationState::withdrawn);
}

TEST_F(PostgresInvitationsTest, of_an_owner_are_not_withdrawn_by_an_admin) {
  const auto admin = colleague("ADMIN");
  const Caller by{admin.user, owner_.tenant, Role::admin, {}, ""};
  const auto owners = invite_by(owner_, Role::user);
  EXPECT_EQ(withdraw(by, owners.invitation.id).error(), WithdrawRefusal::not_permitted);
  EXPECT_EQ(state(owners), InvitationState::pending);
  const auto admins = invite_by(colleague("ADMIN"), Role::admin);
  EXPECT_TRUE(withdraw(by, admins.invitation.id));
}

TEST_F(PostgresInvitationsTest, lists_the_newest_first_page_by_page) {
  for (int i = 0; i < 5; ++i)
    ASSERT_TRUE(add(invitation(new_address(), clock_.now() + std::chrono::seconds(i))));
  std::vector<Timestamp> times;
  PageRequest request{1, 2, std::nullopt};
  while (true) {
    const auto page = testing::run(io_, invitations_.list(caller(), request));
    EXPECT_EQ(page.total, 5);
    for (const auto& one : page.items) times.push_back(one.created_at);
    if (!page.next) break;
    request.after = page.next;
  }
  EXPECT_EQ(times.size(), 5U);
  EXPECT_TRUE(std::ranges::is_sorted(times, std::ranges::greater{}));
}

}  // namespace
}  // namespace mrbill::auth
