#include "adapters/postgres/postgres_accounts.hpp"

#include <fmt/format.h>

#include <postgres/idempotency.hpp>

#include "adapters/postgres/columns.hpp"
#include "adapters/postgres/mails.hpp"

namespace mrbill::auth {
namespace {

using namespace contract::events;
using postgres::MadeStatement;
using postgres::Scope;
using postgres::Statement;

constexpr Statement insert_user{"insert_user",
                                "INSERT INTO users (user_id, email, password_hash, full_name, created_at, "
                                "updated_at, password_changed_at, locale, time_zone) "
                                "VALUES ($1, $2, $3, $4, $5, $5, $5, $6, $7)"};
constexpr Statement insert_tenant{
    "insert_tenant", "INSERT INTO tenants (tenant_id, name, created_at, updated_at) VALUES ($1, $2, $3, $3)"};
constexpr Statement insert_owner{"insert_owner",
                                 "INSERT INTO memberships (tenant_id, user_id, role, created_at, updated_at, "
                                 "version) VALUES ($1, $2, 'OWNER', $3, $3, $4)"};
constexpr auto person_columns = postgres::columns(
    postgres::column<&Person::id>("user_id"), postgres::column<&Person::email>("email"),
    postgres::column<&Person::full_name>("full_name"), postgres::column<&Person::locale>("locale"),
    postgres::column<&Person::time_zone>("time_zone"),
    postgres::column<&Person::verified>("verified", "email_verified_at IS NOT NULL"),
    postgres::column<&Person::created_at>("created_at"), postgres::column<&Person::updated_at>("updated_at"),
    postgres::column<&Person::last_login_at>("last_login_at"), postgres::column<&Person::version>("version"));
const MadeStatement select_person{
    "find_person", fmt::format("SELECT {} FROM users WHERE user_id = $1", person_columns.list())};
const MadeStatement update_person{
    "update_person",
    fmt::format("UPDATE users SET full_name = coalesce($2, full_name), locale = coalesce($3, locale), "
                "time_zone = coalesce($4, time_zone), updated_at = $5, version = version + 1 "
                "WHERE user_id = $1 AND ($6 OR version = ANY($7)) RETURNING {}",
                person_columns.list())};

constexpr Statement select_tenants{"tenants_of_person",
                                   "SELECT tenant_id FROM memberships WHERE user_id = $1 ORDER BY tenant_id"};
// The key of a sign-up is nobody's yet; what follows is the new person's.
constexpr Statement enter{
    "enter_as_new_person",
    "SELECT set_config('app.tenant_id', $1, true), set_config('app.user_id', $2, true)"};
constexpr Statement enter_tenant{"enter_tenant", "SELECT set_config('app.tenant_id', $1, true)"};

constexpr auto login_columns = postgres::columns(
    postgres::column<&Login::user>("user_id"), postgres::column<&Login::password_hash>("password_hash"),
    postgres::column<&Login::locked>("locked", "status = 'LOCKED'"),
    postgres::column<&Login::verified>("verified"), postgres::column<&Login::known_network>("known"),
    postgres::column<&Login::password_changed_at>("password_changed_at"));
const MadeStatement select_login{"find_login",
                                 fmt::format("SELECT {} FROM find_login($1, $2)", login_columns.list())};

}  // namespace

Task<Result<Created, SignUpRefusal>> PostgresAccounts::add(SignUp sign_up) {
  const Created created{.id = sign_up.user.uuid, .at = sign_up.at};
  const auto owner =
      sign_up.key ? postgres::owner_of(*sign_up.key) : postgres::KeyOwner{sign_up.tenant, sign_up.user};
  auto transaction = co_await database_.begin(postgres::scope_of(owner));
  const auto taken = co_await postgres::take(transaction, owner, sign_up.key, created);
  if (!taken)
    co_return fail(taken.error() == KeyConflict::in_use ? SignUpRefusal::idempotency_key_in_use
                                                        : SignUpRefusal::idempotency_key_reused);
  if (taken->repeated) co_return *taken;
  transaction.defer(enter, sign_up.tenant.to_string(), sign_up.user.to_string());
  try {
    co_await write(transaction, std::move(sign_up));
    co_await transaction.commit();
  } catch (const postgres::StatementError& error) {
    if (error.constraint() == "users_email_key") co_return fail(SignUpRefusal::email_taken);
    throw;
  }
  co_return created;
}

Task<> PostgresAccounts::write(postgres::Transaction& transaction, SignUp sign_up) {
  transaction.defer(insert_user, sign_up.user, sign_up.email, sign_up.password_hash, sign_up.full_name,
                    sign_up.at, sign_up.preferences.locale, sign_up.preferences.time_zone);
  transaction.defer(insert_tenant, sign_up.tenant, sign_up.company_name, sign_up.at);
  transaction.defer(insert_owner, sign_up.tenant, sign_up.user, sign_up.at, first_version(sign_up.at));
  transaction.defer(insert_mail, sign_up.mail, MailKind::verify_email, sign_up.email, sign_up.at,
                    std::optional<InvitationId>());
  const auto& trace = sign_up.traceparent;
  const TenantChanged founded{sign_up.tenant.uuid, sign_up.company_name, 1};
  co_await auth_events_.tell(transaction, sign_up.tenant, founded, trace);
  const PersonChanged person{sign_up.user.uuid, sign_up.full_name, sign_up.preferences.locale,
                             sign_up.preferences.time_zone, 1};
  co_await auth_events_.tell(transaction, sign_up.tenant, person, trace);
  const MembershipChanged joined{sign_up.user.uuid, MembershipChange::joined, MemberRole::owner,
                                 first_version(sign_up.at)};
  co_await auth_events_.tell(transaction, sign_up.tenant, joined, trace);
}

Task<std::optional<Login>> PostgresAccounts::find_login(EmailAddress email, NetworkMark network) {
  const auto rows = co_await database_.query(Scope::nobody(), select_login, email, network);
  if (rows.empty()) co_return std::nullopt;
  co_return login_columns.read<Login>(rows[0]);
}

Task<std::optional<Person>> PostgresAccounts::find(UserId user) {
  const auto rows = co_await database_.query(Scope::person(user), select_person, user);
  if (rows.empty()) co_return std::nullopt;
  co_return person_columns.read<Person>(rows[0]);
}

Task<Result<Person, UpdateRefusal>> PostgresAccounts::update(Caller caller, PersonChange change,
                                                             ExpectedVersion version, Timestamp at) {
  auto transaction = co_await database_.begin(Scope::of(caller.tenant, caller.user));
  const auto rows = co_await transaction.query(update_person, caller.user, change.full_name, change.locale,
                                               change.time_zone, at, version.any, version.versions);
  if (rows.empty()) {
    const auto known = co_await transaction.query(select_person, caller.user);
    co_return fail(known.empty() ? UpdateRefusal::not_found : UpdateRefusal::stale);
  }
  auto person = person_columns.read<Person>(rows[0]);
  co_await tell_companies(transaction, person, caller.traceparent);
  co_await transaction.commit();
  co_return person;
}

// The outbox takes the events of the tenant that the transaction works for, so it works for one after the
// other; in the order of their ids, so that two such transactions wait for each other and never in a circle.
Task<> PostgresAccounts::tell_companies(postgres::Transaction& transaction, Person person,
                                        std::string traceparent) {
  const auto rows = co_await transaction.query(select_tenants, person.id);
  for (const auto row : rows) {
    const auto tenant = row.get<TenantId>("tenant_id");
    transaction.defer(enter_tenant, tenant.to_string());
    const PersonChanged change{person.id.uuid, person.full_name, person.locale, person.time_zone,
                               person.version};
    co_await auth_events_.tell(transaction, tenant, change, traceparent);
  }
}

}  // namespace mrbill::auth
