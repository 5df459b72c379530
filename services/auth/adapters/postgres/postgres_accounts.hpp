#pragma once

#include <postgres/database.hpp>

#include "adapters/postgres/auth_events.hpp"
#include "ports/accounts.hpp"

namespace mrbill::auth {

class PostgresAccounts final : public Accounts {
 public:
  PostgresAccounts(postgres::Database& database, const AuthEvents& auth_events)
      : database_(database), auth_events_(auth_events) {}
  Task<Result<Created, SignUpRefusal>> add(SignUp sign_up) override;
  Task<std::optional<Login>> find_login(EmailAddress email, NetworkMark network) override;
  Task<std::optional<Person>> find(UserId user) override;
  Task<Result<Person, UpdateRefusal>> update(Caller caller, PersonChange change, ExpectedVersion version,
                                             Timestamp at) override;

 private:
  [[nodiscard]] Task<> write(postgres::Transaction& transaction, SignUp sign_up);
  [[nodiscard]] Task<> tell_companies(postgres::Transaction& transaction, Person person,
                                      std::string traceparent);
  postgres::Database& database_;
  const AuthEvents& auth_events_;
};

}  // namespace mrbill::auth
