#include "adapters/postgres/postgres_retention.hpp"

#include <events/inbox.hpp>

namespace mrbill::auth {
namespace {

using postgres::Scope;
using postgres::Statement;

// An event that was handled comes again at most as long as somebody may still send a dead letter once more.
constexpr std::chrono::hours handled_life{24 * 30};

// How long each row is of use to anybody; $1 is now.
constexpr Statement clearing[] = {
    {"clear_sessions",
     "DELETE FROM sessions WHERE expires_at < $1::timestamptz - interval '1 day' OR revoked_at < "
     "$1::timestamptz - interval '1 day'"},
    {"clear_generations",
     "DELETE FROM refresh_generations WHERE used_at < $1::timestamptz - interval '7 days'"},
    {"clear_revocations", "DELETE FROM revocations WHERE revoked_at < $1::timestamptz - interval '1 hour'"},
    {"clear_email_tokens", "DELETE FROM email_tokens WHERE expires_at < $1::timestamptz - interval '7 days'"},
    {"clear_invitations", "DELETE FROM invitations WHERE expires_at < $1::timestamptz - interval '90 days'"},
    {"clear_known_networks",
     "DELETE FROM known_networks WHERE last_seen_at < $1::timestamptz - interval '90 days'"},
    {"clear_answers",
     "DELETE FROM idempotency_keys WHERE created_at < $1::timestamptz - interval '24 hours'"},
    {"clear_signing_keys",
     "DELETE FROM signing_keys old WHERE EXISTS (SELECT FROM signing_keys younger WHERE younger.activates_at "
     "> old.activates_at "
     "AND younger.activates_at < $1::timestamptz - interval '1 day')"},
    {"clear_mail_tallies", "DELETE FROM mail_tallies WHERE since < $1::timestamptz - interval '1 day'"},
    {"clear_mails", "DELETE FROM mails WHERE created_at < $1::timestamptz - interval '3 days'"},
};

}  // namespace

Task<std::int64_t> PostgresRetention::clear_expired(Timestamp now) {
  std::int64_t cleared = 0;
  for (const auto& statement : clearing) {
    const auto rows = co_await database_.query(Scope::nobody(), statement, now);
    cleared += rows.affected();
  }
  cleared += co_await events::forget_handled(database_, handled_life);
  co_return cleared;
}

}  // namespace mrbill::auth
