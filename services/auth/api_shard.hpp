// Everything that one thread of the API owns, in the order in which it is built.
#pragma once

#include <memory>
#include <string>

#include <async/spawn.hpp>
#include <base/random.hpp>
#include <http/admission.hpp>
#include <http/rate_limit.hpp>
#include <http/server.hpp>
#include <http/turns.hpp>
#include <identity/guard.hpp>
#include <postgres/database.hpp>
#include <redis/client.hpp>

#include "adapters/keys/key_ring.hpp"
#include "adapters/postgres/accounts.hpp"
#include "adapters/postgres/answers.hpp"
#include "adapters/postgres/email_links.hpp"
#include "adapters/postgres/invitations.hpp"
#include "adapters/postgres/members.hpp"
#include "adapters/postgres/revocation_log.hpp"
#include "adapters/postgres/sessions.hpp"
#include "adapters/postgres/tenants.hpp"
#include "adapters/redis/redis_throttle.hpp"
#include "api/auth_api.hpp"
#include "api/page_routes.hpp"
#include "config.hpp"

namespace mrbill::auth {

// What all threads share.
struct ApiProcess {
  ApiConfig config;
  metrics::Registry& registry;
  PasswordHasher& hasher;
  identity::Guard& guard;
  const Clock& clock;
};

class ApiShard {
 public:
  ApiShard(ApiProcess& process, http::Shard& shard);
  void mount(http::Shard& shard);

 private:
  [[nodiscard]] Task<identity::RevocationNews> revoked(std::string since);
  [[nodiscard]] Task<std::string> own_jwks();
  [[nodiscard]] Task<> close();

  ApiProcess& process_;
  const Clock& clock_;
  SystemRandom random_;
  KeyMaterial root_{process_.config.common.refresh_secret};
  KeyMaterial networks_ = root_.derive("networks");
  ThrottleRules throttle_rules_{root_.derive("throttle"), process_.config.sign_ups_an_hour};
  RefreshTokens refresh_tokens_{root_.derive("refresh")};
  LinkTokens link_tokens_{root_.derive("links")};

  postgres::Database database_;
  postgres::Database revocations_database_;  // what everybody follows waits behind no storm of sign-ins
  redis::Client cache_;
  KeyRing key_ring_{database_, process_.config.kek, clock_};
  Happenings happenings_{clock_, random_};
  PostgresAccounts accounts_{database_, happenings_};
  PostgresAnswers answers_{database_};
  PostgresSessions sessions_{database_};
  PostgresEmailLinks email_links_{database_};
  PostgresMembers members_{database_, happenings_};
  PostgresInvitations invitations_{database_, happenings_};
  PostgresTenants tenants_{database_, happenings_};
  PostgresRevocationLog revocation_log_{revocations_database_};
  RedisThrottle throttle_{cache_, clock_};

  CreateUser create_user_{accounts_, answers_, process_.hasher, throttle_, throttle_rules_, clock_, random_};
  ShowLink show_link_{email_links_, invitations_, clock_};
  VerifyEmail verify_email_{email_links_, networks_, clock_, random_};
  RequestMail request_mail_{email_links_, accounts_, throttle_, throttle_rules_, networks_, clock_, random_};
  RequestVerificationMail request_verification_mail_{request_mail_};
  ForgotPassword forgot_password_{request_mail_};
  ResetPassword reset_password_{
      {email_links_, accounts_, process_.hasher, throttle_}, throttle_rules_, networks_, clock_, random_};
  LogIn log_in_{{accounts_, members_, sessions_, process_.hasher, throttle_, key_ring_},
                {throttle_rules_, refresh_tokens_, networks_},
                clock_,
                random_};
  RefreshSession refresh_session_{sessions_, key_ring_, refresh_tokens_, clock_};
  LogOut log_out_{sessions_, clock_};
  SwitchTenant switch_tenant_{sessions_, key_ring_, clock_};
  GetMe get_me_{accounts_, members_};
  UpdateMe update_me_{accounts_, members_, clock_};
  CreateTenant create_tenant_{tenants_, answers_, clock_, random_};
  GetTenant get_tenant_{tenants_};
  UpdateTenant update_tenant_{tenants_, clock_};
  ListMembers list_members_{members_};
  GetMember get_member_{members_};
  ChangeMemberRole change_member_role_{members_, throttle_, throttle_rules_, clock_};
  RemoveMember remove_member_{members_, clock_};
  CreateInvitation create_invitation_{invitations_, answers_, throttle_, throttle_rules_,
                                      link_tokens_, clock_,   random_};
  ListInvitations list_invitations_{invitations_};
  WithdrawInvitation withdraw_invitation_{invitations_, clock_};
  AcceptInvitation accept_invitation_{invitations_, log_in_, process_.hasher, networks_, clock_, random_};
  GetJwks get_jwks_{key_ring_};
  GetRevocations get_revocations_{revocation_log_};

  AuthApi api_{{create_user_,
                show_link_,
                verify_email_,
                request_verification_mail_,
                log_in_,
                refresh_session_,
                log_out_,
                switch_tenant_,
                forgot_password_,
                reset_password_,
                get_me_,
                update_me_,
                create_tenant_,
                get_tenant_,
                update_tenant_,
                list_members_,
                get_member_,
                change_member_role_,
                remove_member_,
                create_invitation_,
                list_invitations_,
                withdraw_invitation_,
                accept_invitation_,
                get_jwks_,
                get_revocations_},
               Cursors{KeyMaterial{process_.config.cursor_secret}.derive("auth")},
               root_.derive("idempotency"),
               DeviceTokens{root_.derive("devices")},
               process_.config.preferences,
               clock_};
  PageRoutes page_routes_{show_link_, process_.config.preferences};
};

inline ApiShard::ApiShard(ApiProcess& process, http::Shard& shard)
    : process_(process),
      clock_(process.clock),
      database_(shard.io(),
                {.url = process.config.database_url,
                 .waiting = 2'048,
                 .statement_timeout = std::chrono::seconds(4),
                 .name = "auth"},
                process.registry),
      revocations_database_(shard.io(),
                            {.url = process.config.database_url, .connections = 1, .name = "revocations"},
                            process.registry),
      cache_(shard.io(), {.url = process.config.cache_url, .name = "cache"}, process.registry) {
  spawn(shard.io(), "signing keys", key_ring_.keep_looking());
}

inline void ApiShard::mount(http::Shard& shard) {
  process_.guard.protect(shard,
                         {.keys = [this] { return own_jwks(); },
                          .revocations = [this](std::string since) { return revoked(std::move(since)); }});
  shard.gate_with(http::rate_limit_gate(std::make_shared<http::RateLimits>(
      std::vector{http::RateLimitClass{.name = "default",
                                       .requests = static_cast<double>(process_.config.requests_a_minute)}},
      1.0 / process_.config.threads)));
  // A hash takes a processor for milliseconds: few at once, and a morning's many sign-ins may wait for
  // each other.
  shard.admit_with({{.name = "sign_in",
                     .at_once = 4,
                     .operations = {"logIn", "createUser", "resetPassword", "acceptInvitation"},
                     .burst = std::chrono::seconds(1),
                     .standing = std::chrono::milliseconds(50)},
                    {.name = "interactive"}});
  // These wait for the company's own row.
  const std::vector<std::string_view> writes{"updateTenant", "updateMember", "removeMember",
                                             "createInvitation", "withdrawInvitation"};
  shard.mount(http::with_turns(page_routes_.over(contract::auth::routes(api_)), writes,
                               std::make_shared<http::Turns>(http::TurnBounds{})));
  shard.mount_internal(contract::auth::internal_routes(api_));
  shard.ready_when("database", [this] { return database_.connected(); });
  shard.ready_when("cache", [this] { return cache_.connected(); });
  shard.ready_when("signing_keys", [this] { return key_ring_.ready(); });
  shard.on_shutdown([this] { return close(); });
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
inline Task<identity::RevocationNews> ApiShard::revoked(std::string since) {
  const auto page = co_await get_revocations_.run(std::move(since));
  identity::RevocationNews out{.revocations = {}, .cursor = page.cursor, .complete = page.complete};
  for (const auto& one : page.revoked) out.revocations.push_back(revocation_of(one));
  co_return out;
}

// Instead of asking ourselves over HTTP.
inline Task<std::string> ApiShard::own_jwks() {
  if (!key_ring_.ready()) co_await key_ring_.look();
  co_return key_ring_.jwks();
}

inline Task<> ApiShard::close() {
  key_ring_.stop();
  cache_.close();
  revocations_database_.close();
  database_.close();
  co_return;
}

}  // namespace mrbill::auth
