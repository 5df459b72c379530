// Who may do what in a company: the one table, and the rules that depend on whom it is done to.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <base/result.hpp>

namespace mrbill::auth {

// Ordered: each may do what the former may.
enum class Role : std::uint8_t { user, admin, owner };
[[nodiscard]] std::string_view to_string(Role role);  // USER ADMIN OWNER
[[nodiscard]] std::optional<Role> parse_role(std::string_view text);

enum class Action : std::uint8_t {
  read_tenant,
  rename_tenant,
  list_members,
  see_addresses,  // of the members
  change_roles,
  remove_members,
  invite,
  list_invitations,
  revoke_invitations,
};
[[nodiscard]] bool allows(Role role, Action action);

enum class MemberRefusal : std::uint8_t {
  forbidden,   // the role does not allow it, or it reaches above the actor's own
  last_owner,  // a company always has an owner
};

// A change of somebody's role. The facts are read in the transaction that makes the change.
struct RoleChange {
  Role actor;
  Role from;
  Role to;
  bool self;
  int owners;  // before the change
};
[[nodiscard]] Result<void, MemberRefusal> may_change_role(const RoleChange& change);

struct Removal {
  Role actor;
  Role target;
  bool self;  // leaving
  int owners;
};
[[nodiscard]] Result<void, MemberRefusal> may_remove(const Removal& removal);

// Nobody withdraws what gives a role above their own, nor what somebody above them wrote.
struct Withdrawal {
  Role actor;
  Role inviter;  // as they are now
  Role invited;  // the role it gives
};
[[nodiscard]] bool may_withdraw(const Withdrawal& withdrawal);

// Nobody invites to a role above their own. It holds for as long as an invitation is open: who may no longer
// give a role has no open invitation to it.
[[nodiscard]] bool may_invite_as(Role actor, Role invited);

}  // namespace mrbill::auth
