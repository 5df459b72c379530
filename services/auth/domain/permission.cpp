#include "domain/permission.hpp"

#include <base/unreachable.hpp>

namespace mrbill::auth {
namespace {

constexpr Role least_role_for(Action action) {
  switch (action) {
    case Action::read_tenant:
      return Role::user;
    case Action::list_members:
      return Role::user;
    case Action::see_addresses:
      return Role::admin;
    case Action::invite:
      return Role::admin;
    case Action::list_invitations:
      return Role::admin;
    case Action::revoke_invitations:
      return Role::admin;
    case Action::change_roles:
      return Role::admin;
    case Action::remove_members:
      return Role::admin;
    case Action::rename_tenant:
      return Role::owner;
  }
  unreachable();
}

}  // namespace

std::string_view to_string(Role role) {
  switch (role) {
    case Role::user:
      return "USER";
    case Role::admin:
      return "ADMIN";
    case Role::owner:
      return "OWNER";
  }
  unreachable();
}

std::optional<Role> parse_role(std::string_view text) {
  for (const auto role : {Role::user, Role::admin, Role::owner}) {
    if (text == to_string(role)) return role;
  }
  return std::nullopt;
}

bool allows(Role role, Action action) {
  return role >= least_role_for(action);
}

Result<void, MemberRefusal> may_change_role(const RoleChange& change) {
  const bool steps_down = change.self && change.to < change.from;
  if (!allows(change.actor, Action::change_roles) && !steps_down) return fail(MemberRefusal::forbidden);
  if (change.from > change.actor || change.to > change.actor) return fail(MemberRefusal::forbidden);
  if (change.from == Role::owner && change.to != Role::owner && change.owners <= 1)
    return fail(MemberRefusal::last_owner);
  return {};
}

Result<void, MemberRefusal> may_remove(const Removal& removal) {
  if (!removal.self && !allows(removal.actor, Action::remove_members)) return fail(MemberRefusal::forbidden);
  if (removal.target > removal.actor) return fail(MemberRefusal::forbidden);
  if (removal.target == Role::owner && removal.owners <= 1) return fail(MemberRefusal::last_owner);
  return {};
}

bool may_withdraw(const Withdrawal& withdrawal) {
  return allows(withdrawal.actor, Action::revoke_invitations) && withdrawal.inviter <= withdrawal.actor &&
         withdrawal.invited <= withdrawal.actor;
}

bool may_invite_as(Role actor, Role invited) {
  return allows(actor, Action::invite) && invited <= actor;
}

}  // namespace mrbill::auth
