// Everything that one thread of the API owns, in the order in which it is built.
#pragma once

#include <memory>
#include <string>

#include <base/random.hpp>
#include <host/host.hpp>
#include <http/admission.hpp>
#include <http/rate_limit.hpp>
#include <http/turns.hpp>
#include <identity/guard.hpp>
#include <postgres/database.hpp>
#include <redis/client.hpp>

#include "adapters/keys/key_ring.hpp"
#include "adapters/postgres/postgres_accounts.hpp"
#include "adapters/postgres/postgres_creations.hpp"
#include "adapters/postgres/postgres_email_links.hpp"
#include "adapters/postgres/postgres_invitations.hpp"
#include "adapters/postgres/postgres_members.hpp"
#include "adapters/postgres/postgres_memberships.hpp"
#include "adapters/postgres/postgres_revocation_log.hpp"
#include "adapters/postgres/postgres_sessions.hpp"
#include "adapters/postgres/postgres_tenants.hpp"
#include "adapters/redis/redis_throttle.hpp"
#include "api/auth_api.hpp"
#include "api/page_routes.hpp"
#include "config.hpp"

namespace mrbill::auth {

namespace operation = contract::auth::operation;

// What all threads share.
struct ApiProcess {
  const ApiConfig& config;
  PasswordHasher& hasher;
  identity::Guard& guard;
};

class ApiShard {
 public:
  ApiShard(const ApiProcess& process, host::Host& host);
  void start(host::Host& host);

 private:
  [[nodiscard]] Task<identity::RevocationPage> revoked(std::string since);
  [[nodiscard]] Task<std::string> own_jwks();

  const ApiProcess process_;
  const Clock& clock_;
  SystemRandom random_;
  KeyMaterial root_{process_.config.refresh_secret};
  KeyMaterial networks_ = root_.derive("networks");
  ThrottleRules throttle_rules_{root_.derive("throttle"), process_.config.sign_ups_an_hour};
  RefreshTokens refresh_tokens_{root_.derive("refresh")};
  LinkTokens link_tokens_{root_.derive("links")};

  postgres::Database database_;
  postgres::Database revocations_database_;  // what everybody follows waits behind no storm of sign-ins
  redis::Client cache_;
  KeyRing key_ring_{database_, process_.config.kek, clock_};
  AuthEvents auth_events_{clock_, random_};
  PostgresAccounts accounts_{database_, auth_events_};
  PostgresCreations creations_{database_};
  PostgresSessions sessions_{database_};
  PostgresEmailLinks email_links_{database_};
  PostgresMemberships memberships_{database_};
  PostgresMembers members_{database_, auth_events_};
  PostgresInvitations invitations_{database_, auth_events_};
  PostgresTenants tenants_{database_, auth_events_};
  PostgresRevocationLog revocation_log_{revocations_database_};
  RedisThrottle throttle_{cache_, clock_};

  AuthApi api_{{accounts_, creations_, sessions_, email_links_, memberships_, members_, invitations_,
                tenants_, revocation_log_, process_.hasher, throttle_, key_ring_},
               {.throttle_rules = throttle_rules_,
                .refresh_tokens = refresh_tokens_,
                .link_tokens = link_tokens_,
                .networks = networks_,
                .cursor_secret = hmac_sha256(process_.config.cursor_secret, "auth"),
                .idempotency = root_.derive("idempotency"),
                .devices = DeviceTokens{root_.derive("devices")},
                .refresh_cookie = refresh_cookie(root_),
                .device_cookie = device_cookie(root_),
                .preferences = process_.config.preferences},
               clock_,
               random_};
  ShowLink show_link_{email_links_, invitations_, clock_};
  GetRevocations get_revocations_{revocation_log_};
  PageRoutes page_routes_{show_link_, process_.config.preferences};
};

inline ApiShard::ApiShard(const ApiProcess& process, host::Host& host)
    : process_(process),
      clock_(host.clock()),
      database_(host.io(),
                {.url = process.config.database_url,
                 .waiting = 2'048,
                 .statement_timeout = std::chrono::seconds(4),
                 .name = "auth"},
                host.registry()),
      revocations_database_(host.io(),
                            {.url = process.config.database_url, .connections = 1, .name = "revocations"},
                            host.registry()),
      cache_(host.io(), {.url = process.config.cache_url, .name = "cache"}, host.registry()) {}

inline void ApiShard::start(host::Host& host) {
  auto& shard = host.shard();
  process_.guard.protect(shard,
                         {.keys = [this] { return own_jwks(); },
                          .revocations = [this](std::string since) { return revoked(std::move(since)); }});
  shard.gate_with(http::rate_limit_gate(std::make_shared<http::RateLimits>(
      std::vector{http::RateLimitClass{.name = "default",
                                       .requests = static_cast<double>(process_.config.requests_a_minute)}},
      1.0 / process_.config.host.threads)));
  // A hash takes a processor for milliseconds: few at once, and a morning's many sign-ins may wait for
  // each other.
  shard.admit_with({{.name = "sign_in",
                     .at_once = 4,
                     .operations = {operation::log_in, operation::create_user, operation::reset_password,
                                    operation::accept_invitation},
                     .burst = std::chrono::seconds(1),
                     .standing = std::chrono::milliseconds(50)},
                    {.name = "interactive"}});
  // These wait for the company's own row.
  const std::vector<std::string_view> writes{operation::update_tenant, operation::update_member,
                                             operation::remove_member, operation::create_invitation,
                                             operation::withdraw_invitation};
  shard.mount(http::with_turns(page_routes_.over(contract::auth::routes(api_)), writes,
                               std::make_shared<http::Turns>(http::TurnBounds{})));
  shard.mount_internal(contract::auth::internal_routes(api_));
  host.run("signing keys", key_ring_, host::AtStop::cut_off);  // it only reads
  host.ready_when("database", [this] { return database_.connected(); });
  host.ready_when("cache", [this] { return cache_.connected(); });
  host.ready_when("signing_keys", [this] { return key_ring_.ready(); });
  host.at_end([this] {
    cache_.close();
    revocations_database_.close();
    database_.close();
  });
}

[[nodiscard]] inline identity::Revocation revocation_of(const Revoked& one) {
  switch (one.of) {
    case RevokedOf::session:
      return identity::Revocation::of_session(http::SessionId{one.subject}, one.below, one.at);
    case RevokedOf::user:
      return identity::Revocation::of_user(UserId{one.subject}, one.below, one.at);
    case RevokedOf::membership:
      break;
  }
  return identity::Revocation::of_membership(UserId{one.subject}, TenantId{one.tenant}, one.below, one.at);
}

// Instead of asking ourselves over HTTP.
inline Task<identity::RevocationPage> ApiShard::revoked(std::string since) {
  const auto page = co_await get_revocations_(std::move(since));
  identity::RevocationPage out{.revocations = {}, .cursor = page.cursor, .complete = page.complete};
  for (const auto& one : page.revoked) out.revocations.push_back(revocation_of(one));
  co_return out;
}

// Instead of asking ourselves over HTTP.
inline Task<std::string> ApiShard::own_jwks() {
  if (!key_ring_.ready()) co_await key_ring_.look();
  co_return key_ring_.jwks();
}

}  // namespace mrbill::auth
