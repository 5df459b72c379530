#include "domain/permission.hpp"

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

constexpr Role roles[] = {Role::user, Role::admin, Role::owner};

TEST(Permission, is_one_table) {
  struct Line {
    Action action;
    bool user, admin, owner;
  };
  constexpr Line table[] = {
      {Action::read_tenant, true, true, true},     {Action::list_members, true, true, true},
      {Action::invite, false, true, true},         {Action::list_invitations, false, true, true},
      {Action::see_addresses, false, true, true},  {Action::revoke_invitations, false, true, true},
      {Action::change_roles, false, true, true},   {Action::remove_members, false, true, true},
      {Action::rename_tenant, false, false, true},
  };
  for (const auto& line : table) {
    EXPECT_EQ(allows(Role::user, line.action), line.user);
    EXPECT_EQ(allows(Role::admin, line.action), line.admin);
    EXPECT_EQ(allows(Role::owner, line.action), line.owner);
  }
}

TEST(Permission, keeps_an_admin_from_touching_an_owner) {
  EXPECT_EQ(may_change_role({Role::admin, Role::owner, Role::user, false, 2}).error(),
            MemberRefusal::forbidden);
  EXPECT_EQ(may_remove({Role::admin, Role::owner, false, 2}).error(), MemberRefusal::forbidden);
}

TEST(Permission, lets_nobody_raise_anybody_above_themselves) {
  for (const auto from : roles) {
    EXPECT_FALSE(may_change_role({Role::admin, from, Role::owner, false, 2}));
    EXPECT_FALSE(may_change_role({Role::user, from, Role::admin, false, 2}));
  }
  EXPECT_FALSE(may_change_role({Role::user, Role::user, Role::owner, true, 1}));
  EXPECT_FALSE(may_invite_as(Role::admin, Role::owner));
  EXPECT_FALSE(may_invite_as(Role::user, Role::user));
  EXPECT_TRUE(may_invite_as(Role::owner, Role::owner));
}

TEST(Permission, keeps_the_last_owner) {
  EXPECT_EQ(may_change_role({Role::owner, Role::owner, Role::admin, true, 1}).error(),
            MemberRefusal::last_owner);
  EXPECT_EQ(may_remove({Role::owner, Role::owner, true, 1}).error(), MemberRefusal::last_owner);
  EXPECT_TRUE(may_change_role({Role::owner, Role::owner, Role::admin, true, 2}));
  EXPECT_TRUE(may_remove({Role::owner, Role::owner, false, 2}));
}

TEST(Permission, lets_everybody_leave_and_step_down) {
  EXPECT_TRUE(may_remove({Role::user, Role::user, true, 1}));
  EXPECT_TRUE(may_change_role({Role::admin, Role::admin, Role::user, true, 1}));
}

TEST(Permission, reads_back_the_names_it_writes) {
  for (const auto role : roles) EXPECT_EQ(parse_role(to_string(role)), role);
  EXPECT_EQ(parse_role("ROOT"), std::nullopt);
}

TEST(Permission, an_admin_does_not_withdraw_what_an_owner_wrote_nor_what_makes_an_owner) {
  EXPECT_TRUE(may_withdraw({Role::admin, Role::admin, Role::admin}));
  EXPECT_FALSE(may_withdraw({Role::admin, Role::owner, Role::user}));
  EXPECT_FALSE(may_withdraw({Role::admin, Role::admin, Role::owner}));
  EXPECT_FALSE(may_withdraw({Role::user, Role::user, Role::user}));
  EXPECT_TRUE(may_withdraw({Role::owner, Role::owner, Role::owner}));
}

}  // namespace
}  // namespace mrbill::auth
