// What the tests of this module share: a database of their own, reached through a proxy that can misbehave.
#pragma once

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <postgres/blocking_session.hpp>
#include <postgres/database.hpp>
#include <testing/fault_proxy.hpp>
#include <testing/fresh_database.hpp>
#include <testing/run.hpp>
#include <testing/wait_until.hpp>

namespace mrbill::postgres {

class PostgresFixture : public ::testing::Test {
 protected:
  // Made here and not in SetUpTestSuite: what fails there counts as skipped.
  PostgresFixture() {
    if (!fresh_) fresh_ = std::make_unique<testing::FreshDatabase>();
    const auto url = fresh_->owner_url().reveal();
    proxy_ = std::make_unique<testing::FaultProxy>(io_, testing::host_of(url), testing::port_of(url));
  }
  static void TearDownTestSuite() { fresh_.reset(); }

  [[nodiscard]] Options options() const {
    return {.url = Secret(testing::through(*proxy_, fresh_->owner_url().reveal())), .connections = 2};
  }
  // Opens it, first connection and all.
  Database& open(const Options& with) {
    database_ = std::make_unique<Database>(io_, with, registry_);
    EXPECT_TRUE(testing::wait_until(io_, [this] { return database_->connected(); }));
    return *database_;
  }
  template <class... A>
  Rows query(Statement statement, A... arguments) {
    return query_in(Scope::nobody(), statement, arguments...);
  }
  template <class... A>
  Rows query_in(Scope scope, Statement statement, A... arguments) {
    return testing::run(io_, database_->query(scope, statement, arguments...));
  }
  void as_owner(const std::string& script) { BlockingSession(fresh_->owner_url()).run_script(script); }
  [[nodiscard]] int backend() { return query({"pid", "SELECT pg_backend_pid()"})[0].get<int>(0); }

  static inline std::unique_ptr<testing::FreshDatabase> fresh_;
  asio::io_context io_{1};
  metrics::Registry registry_;
  std::unique_ptr<testing::FaultProxy> proxy_;
  std::unique_ptr<Database> database_;
};

}  // namespace mrbill::postgres
