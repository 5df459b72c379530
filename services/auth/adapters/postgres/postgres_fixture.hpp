// A fresh database of auth for the tests of its adapters, made once for the program, and people in it.
#pragma once

#include <memory>
#include <string>

#include <boost/asio/io_context.hpp>

#include <testing/fresh_database.hpp>
#include <testing/run.hpp>

#include "adapters/postgres/postgres_accounts.hpp"
#include "adapters/postgres/postgres_creations.hpp"
#include "adapters/postgres/postgres_sessions.hpp"

namespace mrbill::auth {

class PostgresFixture {
 public:
  // Tests share the database, not its rows: everybody makes own people.
  static testing::FreshDatabase& fresh() {
    static testing::FreshDatabase database(
        {{"events", "platform/events/migrations"}, {"auth", "services/auth/migrations"}});
    return database;
  }

  template <class... A>
  postgres::Rows as_app(postgres::Scope scope, std::string sql, A... arguments) {
    return testing::run(io_, app_.query(scope, postgres::Statement{"", sql}, arguments...));
  }
  template <class... A>
  postgres::Rows as_worker(std::string sql, A... arguments) {
    return testing::run(io_,
                        worker_.query(postgres::Scope::nobody(), postgres::Statement{"", sql}, arguments...));
  }
  template <class... A>
  postgres::Rows as_superuser(std::string sql, A... arguments) {
    return testing::run(
        io_, superuser_.query(postgres::Scope::nobody(), postgres::Statement{"", sql}, arguments...));
  }

  EmailAddress new_address() {
    return *EmailAddress::parse("p-" + to_hex(random_.bytes<8>()) + "@example.com");
  }

  // The verified owner of a new company.
  SignUp sign_up(const std::string& full_name = "Ana Souza") {
    SignUp out{.user = UserId{new_uuid(clock_, random_)},
               .tenant = TenantId{new_uuid(clock_, random_)},
               .email = new_address(),
               .password_hash = "a hash",
               .full_name = full_name,
               .company_name = "Souza Labs",
               .preferences = {"pt-BR", "America/Sao_Paulo"},
               .at = clock_.now(),
               .mail = LinkId{new_uuid(clock_, random_)},
               .key = std::nullopt,
               .traceparent = ""};
    const auto added = testing::run(io_, accounts_.add(out));
    if (!added) throw std::runtime_error("a new address cannot be taken");
    as_superuser("UPDATE users SET email_verified_at = now() WHERE user_id = $1", out.user);
    return out;
  }
  void join(UserId user, TenantId tenant, const std::string& role) {
    as_superuser("INSERT INTO memberships (tenant_id, user_id, role) VALUES ($1, $2, $3)", tenant, user,
                 role);
  }
  Opening new_session(const SignUp& person, TenantId tenant) {
    return {.session = SessionId{new_uuid(clock_, random_)},
            .sid = new_uuid(clock_, random_),
            .user = person.user,
            .tenant = tenant,
            .refresh_hash = random_.bytes<32>(),
            .network = {},
            .password_changed_at = person.at,
            .at = clock_.now(),
            .expires_at = clock_.now() + std::chrono::hours(1)};
  }
  LiveSession open_session(const SignUp& person, TenantId tenant) {
    const auto live = testing::run(io_, sessions_.open(new_session(person, tenant)));
    if (!live) throw std::runtime_error("the session was not opened");
    return *live;
  }
  // Whether the tokens that were made from it are void.
  bool covered(const LiveSession& session) {
    const auto known = as_superuser(
        "SELECT 1 FROM revocations WHERE (kind = 'SESSION' AND subject = $1 AND below > $2) "
        "OR (kind = 'MEMBERSHIP' AND subject = $3 AND tenant_id = $4 AND below > $5) "
        "OR (kind = 'USER' AND subject = $3 AND below > $6)",
        session.sid, session.versions.session, session.user, session.tenant, session.versions.membership,
        session.versions.person);
    return !known.empty();
  }

  asio::io_context io_;
  metrics::Registry registry_;
  SystemClock clock_;
  SystemRandom random_;
  postgres::Database app_{
      io_,
      {.url = fresh().app_url(), .waiting = 2'048, .acquire_timeout = std::chrono::seconds(60)},
      registry_};
  postgres::Database worker_{io_, {.url = fresh().worker_url()}, registry_};
  postgres::Database superuser_{io_, {.url = fresh().admin_url()}, registry_};
  AuthEvents auth_events_{clock_, random_};
  PostgresAccounts accounts_{app_, auth_events_};
  PostgresCreations creations_{app_};
  PostgresSessions sessions_{app_};
};

}  // namespace mrbill::auth
