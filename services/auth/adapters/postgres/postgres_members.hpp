#pragma once

#include <postgres/database.hpp>

#include "adapters/postgres/auth_events.hpp"
#include "ports/members.hpp"

namespace mrbill::auth {

class PostgresMembers final : public Members {
 public:
  PostgresMembers(postgres::Database& database, const AuthEvents& auth_events)
      : database_(database), auth_events_(auth_events) {}
  Task<Page<Member>> list(Caller caller, PageRequest request) override;
  Task<std::optional<Member>> find(Caller caller, UserId member) override;
  Task<Result<MemberChanged, MemberChangeRefusal>> change_role(RoleOrder order) override;
  Task<Result<void, MemberChangeRefusal>> remove(RemovalOrder order) override;

 private:
  // What the rules ask for, held until the transaction ends: changes of one company's members take turns.
  struct Facts {
    Role actor = Role::user;
    Role member = Role::user;
    std::int64_t version = 0;
    int owners = 0;
  };
  [[nodiscard]] Task<std::optional<Facts>> hold(postgres::Transaction& transaction, Caller caller,
                                                UserId member);
  static Task<Result<void, MemberChangeRefusal>> removed_already(postgres::Transaction& transaction,
                                                                 RemovalOrder order);
  postgres::Database& database_;
  const AuthEvents& auth_events_;
};

}  // namespace mrbill::auth
