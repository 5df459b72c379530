#include "api/contract_mapping.hpp"

#include <gtest/gtest.h>

namespace mrbill::auth {
namespace {

using std::chrono::hours;
using wire::InvitationStatus;

const Timestamp now = std::chrono::sys_days(std::chrono::year(2026) / 2 / 2);

InvitationOffer offer() {
  return {.invitation = {.id = {},
                         .email = *EmailAddress::parse("rui@example.com"),
                         .role = Role::admin,
                         .invited_by = {},
                         .created_at = now,
                         .expires_at = now + hours(1),
                         .accepted_at = std::nullopt,
                         .withdrawn_at = std::nullopt},
          .tenant = {},
          .tenant_name = "Souza Labs",
          .account = std::nullopt,
          .inviter_name = "Ana Souza"};
}

TEST(InvitationOffer, says_who_invites_whom_into_which_company) {
  const auto said = to_contract(offer(), now);
  EXPECT_EQ(said.company_name, "Souza Labs");
  EXPECT_EQ(said.inviter_name, "Ana Souza");
  EXPECT_EQ(said.email, "rui@example.com");
  EXPECT_EQ(said.role, wire::Role::admin);
  EXPECT_EQ(said.expires_at, now + hours(1));
}

TEST(InvitationOffer, says_whether_the_address_has_an_account_while_it_can_be_accepted) {
  auto one = offer();
  EXPECT_EQ(to_contract(one, now).has_account, false);
  one.account = UserId{};
  EXPECT_EQ(to_contract(one, now).has_account, true);
  EXPECT_EQ(to_contract(one, now).status, InvitationStatus::pending);
}

TEST(InvitationOffer, keeps_the_account_to_itself_once_it_is_over) {
  auto one = offer();
  one.account = UserId{};
  EXPECT_EQ(to_contract(one, now + hours(1)).status, InvitationStatus::expired);
  EXPECT_EQ(to_contract(one, now + hours(1)).has_account, std::nullopt);
  one.invitation.withdrawn_at = now;
  EXPECT_EQ(to_contract(one, now).status, InvitationStatus::withdrawn);
  EXPECT_EQ(to_contract(one, now).has_account, std::nullopt);
  one.invitation.accepted_at = now;
  EXPECT_EQ(to_contract(one, now).status, InvitationStatus::accepted);
  EXPECT_EQ(to_contract(one, now).has_account, std::nullopt);
}

TEST(InvitationOffer, names_nobody_whose_account_is_gone) {
  auto one = offer();
  one.inviter_name.clear();
  EXPECT_EQ(to_contract(one, now).inviter_name, std::nullopt);
}

}  // namespace
}  // namespace mrbill::auth
