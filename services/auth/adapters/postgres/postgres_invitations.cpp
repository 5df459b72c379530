#include "adapters/postgres/postgres_invitations.hpp"

#include <fmt/format.h>

#include <postgres/idempotency.hpp>

#include "adapters/postgres/columns.hpp"
#include "adapters/postgres/mails.hpp"
#include "adapters/postgres/read_page.hpp"

namespace mrbill::auth {
namespace {

using contract::events::MembershipChange;
using contract::events::MembershipChanged;
using contract::events::PersonChanged;
using postgres::MadeStatement;
using postgres::Scope;
using postgres::Statement;

constexpr Statement hold_inviter{
    "hold_inviter", "SELECT role FROM memberships WHERE tenant_id = $1 AND user_id = $2 FOR SHARE"};
constexpr Statement select_member{
    "member_of_address",
    "SELECT 1 FROM memberships m JOIN users u USING (user_id) WHERE m.tenant_id = $1 AND u.email = $2"};
constexpr Statement retire_expired{"retire_expired_invitation",
                                   "UPDATE invitations SET revoked_at = $3 "
                                   "WHERE tenant_id = $1 AND email = $2 AND accepted_at IS NULL AND "
                                   "revoked_at IS NULL AND expires_at <= $3"};
constexpr Statement insert{"insert_invitation",
                           "INSERT INTO invitations (invitation_id, tenant_id, email, role, invited_by, "
                           "token_hash, created_at, expires_at) "
                           "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};

// As find_invitation() offers it; a company's own list says more.
constexpr auto offered_columns = postgres::columns(
    postgres::column<&Invitation::id>("invitation_id"), postgres::column<&Invitation::email>("email"),
    postgres::column<&Invitation::role>("role"), postgres::column<&Invitation::expires_at>("expires_at"),
    postgres::column<&Invitation::accepted_at>("accepted_at"),
    postgres::column<&Invitation::withdrawn_at>("revoked_at"));
constexpr auto invitation_columns =
    offered_columns + postgres::columns(postgres::column<&Invitation::invited_by>("invited_by"),
                                        postgres::column<&Invitation::created_at>("created_at"));
std::string invitations_where(std::string_view what) {
  return fmt::format("SELECT {}, created_at::text AS sorted_by FROM invitations WHERE tenant_id = $1 {}",
                     invitation_columns.list(), what);
}
const MadeStatement select_page{
    "list_invitations", invitations_where("ORDER BY created_at DESC, invitation_id DESC LIMIT $2 OFFSET $3")};
const MadeStatement select_after{
    "list_invitations_after",
    invitations_where("AND (created_at, invitation_id) < ($3::timestamptz, $4::uuid) "
                      "ORDER BY created_at DESC, invitation_id DESC LIMIT $2")};
constexpr Statement count{"count_invitations", "SELECT count(*) FROM invitations WHERE tenant_id = $1"};
// The role of whoever does not belong to the company (any more) is none.
constexpr Statement hold_one{
    "hold_invitation",
    "SELECT i.role, i.accepted_at IS NOT NULL AS accepted, "
    "  (SELECT m.role FROM memberships m WHERE m.tenant_id = $1 AND m.user_id = i.invited_by) AS inviter, "
    "  (SELECT m.role FROM memberships m WHERE m.tenant_id = $1 AND m.user_id = $3) AS actor "
    "FROM invitations i WHERE i.tenant_id = $1 AND i.invitation_id = $2 FOR UPDATE OF i"};
constexpr Statement withdraw_one{"withdraw_invitation",
                                 "UPDATE invitations SET revoked_at = coalesce(revoked_at, $3) "
                                 "WHERE tenant_id = $1 AND invitation_id = $2"};
const MadeStatement select_offer{
    "find_invitation", fmt::format("SELECT {}, tenant_id, tenant_name, user_id, "
                                   "coalesce(inviter_name, '') AS inviter_name FROM find_invitation($1)",
                                   offered_columns.list())};
constexpr Statement accept_open{
    "accept_invitation",
    "UPDATE invitations SET accepted_at = $2 "
    "WHERE invitation_id = $1 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > $2"};
constexpr Statement insert_user{
    "insert_invited_user",
    "INSERT INTO users (user_id, email, password_hash, full_name, "
    "email_verified_at, created_at, updated_at, password_changed_at, locale, time_zone) "
    "VALUES ($1, $2, $3, $4, $5, $5, $5, $5, $6, $7)"};
constexpr Statement prove_address{
    "prove_address_of_invited",
    "UPDATE users SET email_verified_at = $2, updated_at = $2, version = version + 1 "
    "WHERE user_id = $1 AND email_verified_at IS NULL"};
constexpr Statement note_network{
    "note_network_of_invited",
    "INSERT INTO known_networks (user_id, network, last_seen_at) VALUES ($1, $2, $3) "
    "ON CONFLICT (user_id, network) DO UPDATE SET last_seen_at = excluded.last_seen_at"};
constexpr Statement insert_membership{"insert_membership",
                                      "INSERT INTO memberships (tenant_id, user_id, role, created_at, "
                                      "updated_at, version) VALUES ($1, $2, $3, $4, $4, $5)"};
constexpr Statement select_names{
    "names_of_person", "SELECT full_name, locale, time_zone, version FROM users WHERE user_id = $1"};

}  // namespace

Task<Result<Created, InviteRefusal>> PostgresInvitations::add(NewInvitation order) {
  const auto& invitation = order.invitation;
  const auto tenant = order.caller.tenant;
  const Created created{.id = invitation.id.uuid, .at = invitation.created_at};
  const postgres::KeyOwner owner{tenant, order.caller.user};
  auto transaction = co_await database_.begin(postgres::scope_of(owner));
  const auto taken = co_await postgres::take(transaction, owner, order.key, created);
  if (!taken)
    co_return fail(taken.error() == KeyConflict::in_use ? InviteRefusal::idempotency_key_in_use
                                                        : InviteRefusal::idempotency_key_reused);
  if (taken->repeated) co_return *taken;
  const auto inviter = co_await transaction.query(hold_inviter, tenant, order.caller.user);
  if (inviter.empty() || !order.rule(inviter[0].get<Role>("role"), invitation.role))
    co_return fail(InviteRefusal::not_permitted);
  transaction.defer(retire_expired, tenant, invitation.email, invitation.created_at);
  const auto member = co_await transaction.query(select_member, tenant, invitation.email);
  if (!member.empty()) co_return fail(InviteRefusal::already_member);
  transaction.defer(insert, invitation.id, tenant, invitation.email, invitation.role, invitation.invited_by,
                    order.token_hash, invitation.created_at, invitation.expires_at);
  transaction.defer(insert_mail, order.mail, MailKind::invitation, invitation.email, invitation.created_at,
                    std::optional(invitation.id));
  try {
    co_await transaction.commit();
  } catch (const postgres::StatementError& error) {
    if (error.constraint() == "invitations_open") co_return fail(InviteRefusal::already_invited);
    throw;
  }
  co_return created;
}

Task<Page<Invitation>> PostgresInvitations::list(Caller caller, PageRequest request) {
  const auto key_of = [](postgres::Row row) {
    return PageKey{row.get<std::string>("sorted_by"), row.get<std::string>("invitation_id")};
  };
  return read_page<Invitation>(database_, std::move(caller), std::move(request),
                               {count, select_page, select_after}, invitation_columns, key_of);
}

Task<Result<void, WithdrawRefusal>> PostgresInvitations::withdraw(WithdrawOrder order) {
  const auto& caller = order.caller;
  auto transaction = co_await database_.begin(Scope::of(caller.tenant, caller.user));
  const auto held = co_await transaction.query(hold_one, caller.tenant, order.id, caller.user);
  if (held.empty()) co_return fail(WithdrawRefusal::invitation_not_found);
  const auto actor = held[0].get<std::optional<Role>>("actor");
  const auto inviter = held[0].get<std::optional<Role>>("inviter").value_or(Role::user);
  if (!actor || !order.rule({*actor, inviter, held[0].get<Role>("role")}))
    co_return fail(WithdrawRefusal::not_permitted);
  if (held[0].get<bool>("accepted")) co_return fail(WithdrawRefusal::invitation_accepted);
  transaction.defer(withdraw_one, caller.tenant, order.id, order.at);
  co_await transaction.commit();
  co_return Result<void, WithdrawRefusal>{};
}

Task<std::optional<InvitationOffer>> PostgresInvitations::find(Sha256 token_hash) {
  const auto rows = co_await database_.query(Scope::nobody(), select_offer, token_hash);
  if (rows.empty()) co_return std::nullopt;
  const auto row = rows[0];
  co_return InvitationOffer{offered_columns.read<Invitation>(row), row.get<TenantId>("tenant_id"),
                            row.get<std::string>("tenant_name"), row.get<std::optional<UserId>>("user_id"),
                            row.get<std::string>("inviter_name")};
}

Task<Result<void, AcceptRefusal>> PostgresInvitations::accept(Acceptance acceptance) {
  const auto offer = acceptance.offer;
  auto transaction = co_await database_.begin(Scope::of(offer.tenant, acceptance.user));
  try {
    const auto taken = co_await transaction.query(accept_open, offer.invitation.id, acceptance.at);
    if (taken.affected() == 0) co_return fail(AcceptRefusal::used_meanwhile);
    co_await join(transaction, std::move(acceptance));
    co_await transaction.commit();
  } catch (const postgres::StatementError& error) {
    if (error.constraint() == "memberships_pkey") co_return fail(AcceptRefusal::already_member);
    if (error.constraint() == "users_email_key") co_return fail(AcceptRefusal::used_meanwhile);
    throw;
  }
  co_return Result<void, AcceptRefusal>{};
}

Task<> PostgresInvitations::join(postgres::Transaction& transaction, Acceptance acceptance) {
  const auto& invitation = acceptance.offer.invitation;
  const auto tenant = acceptance.offer.tenant;
  const auto user = acceptance.user;
  if (acceptance.account) {
    transaction.defer(insert_user, user, invitation.email, acceptance.account->password_hash,
                      acceptance.account->full_name, acceptance.at, acceptance.account->preferences.locale,
                      acceptance.account->preferences.time_zone);
  } else {
    transaction.defer(prove_address, user, acceptance.at);
  }
  if (acceptance.network) transaction.defer(note_network, user, *acceptance.network, acceptance.at);
  transaction.defer(insert_membership, tenant, user, invitation.role, acceptance.at,
                    first_version(acceptance.at));
  const auto rows = co_await transaction.query(select_names, user);
  const PersonChanged person{user.uuid, rows[0].get<std::string>("full_name"),
                             rows[0].get<std::string>("locale"), rows[0].get<std::string>("time_zone"),
                             rows[0].get<std::int64_t>("version")};
  co_await auth_events_.tell(transaction, tenant, person, acceptance.traceparent);
  const MembershipChanged joined{user.uuid, MembershipChange::joined, event_role(invitation.role),
                                 first_version(acceptance.at)};
  co_await auth_events_.tell(transaction, tenant, joined, acceptance.traceparent);
}

}  // namespace mrbill::auth
