// The world of the use cases' tests: fakes that keep their ports' contracts, a clock that stands still, one
// verified person.
#pragma once

#include <gtest/gtest.h>

#include <testing/manual_clock.hpp>
#include <testing/run.hpp>
#include <testing/seeded_random.hpp>

#include "adapters/memory/fakes.hpp"
#include "adapters/memory/memory_accounts.hpp"
#include "adapters/memory/memory_email_links.hpp"
#include "adapters/memory/memory_memberships.hpp"
#include "adapters/memory/memory_sessions.hpp"
#include "adapters/memory/memory_throttle.hpp"
#include "usecases/create_user.hpp"
#include "usecases/log_in.hpp"
#include "usecases/refresh_session.hpp"
#include "usecases/reset_password.hpp"

namespace mrbill::auth {

class UseCaseFixture : public ::testing::Test {
 protected:
  static constexpr const char* password = "a long enough sentence";
  static constexpr const char* home = "192.0.2.1";
  static constexpr const char* abroad = "198.51.100.9";

  Result<std::string, CreateUserError> sign_up(const std::string& email,
                                               std::optional<IdempotencyKey> key = {},
                                               const std::string& network = home,
                                               std::optional<Device> device = {}) {
    CreateUser::Command command{.email = email,
                                .password = password,
                                .full_name = " Ana  ",
                                .company_name = "Labs",
                                .preferences = {"pt-BR", "America/Sao_Paulo"},
                                .network = network,
                                .device = device,
                                .key = std::move(key),
                                .traceparent = ""};
    const auto created = testing::run(create_user_(std::move(command)));
    if (!created) return fail(created.error());
    return created->user.to_string();
  }
  UserId person(const std::string& email) {
    const UserId user = *UserId::parse(sign_up(email).value());
    people_.users.at(user).person.verified = true;
    return user;
  }
  TenantId join(UserId user, const std::string& company, Role role = Role::user) {
    const TenantId tenant{new_uuid(clock_, random_)};
    people_.tenants[tenant] = company;
    people_.memberships[{tenant, user}] = role;
    return tenant;
  }
  Result<SignedIn, LogInError> log_in(const std::string& email, const std::string& with,
                                      const std::string& network = home, std::optional<TenantId> tenant = {},
                                      Transport transport = Transport::body,
                                      std::optional<Device> device = {}) {
    LogIn::Command command{email, with, tenant, transport, network, device};
    return testing::run(log_in_(std::move(command)));
  }
  Result<SignedIn, RefreshError> refresh(const Secret& token, Transport transport = Transport::body) {
    RefreshSession::Command command{token.reveal(), transport};
    return testing::run(refresh_(std::move(command)));
  }
  // The token of a link that was mailed.
  std::string link(UserId user, LinkPurpose purpose, std::chrono::seconds life = std::chrono::hours(1)) {
    const EmailLink out{LinkId{new_uuid(clock_, random_)}, user, clock_.now() + life, std::nullopt};
    const auto token = link_tokens_.derive(purpose, out.id.uuid).reveal();
    people_.links.push_back({sha256(token), {purpose, out}});
    return token;
  }

  testing::ManualClock clock_;
  testing::SeededRandom random_;
  MemoryPeople people_;
  MemoryAccounts accounts_{people_};
  MemoryCreations creations_{people_};
  MemoryMemberships memberships_{people_};
  MemorySessions sessions_{people_};
  MemoryEmailLinks links_{people_};
  MemoryThrottle throttle_{clock_};
  FakeHasher hasher_;
  FakeAccessTokens access_tokens_;
  KeyMaterial key_{Sha256{1}};
  ThrottleRules rules_{key_, 10};
  RefreshTokens refresh_tokens_{key_};
  LinkTokens link_tokens_{key_};
  CreateUser create_user_{accounts_, creations_, hasher_, throttle_, rules_, clock_, random_};
  LogIn log_in_{{accounts_, memberships_, sessions_, hasher_, throttle_, access_tokens_},
                {rules_, refresh_tokens_, key_},
                clock_,
                random_};
  RefreshSession refresh_{sessions_, access_tokens_, refresh_tokens_, clock_};
};

}  // namespace mrbill::auth
