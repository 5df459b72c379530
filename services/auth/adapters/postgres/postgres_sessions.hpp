// Sessions in PostgreSQL. Rows are always locked in the order membership, user, session, generation, so that
// use cases which run at once wait for each other and never in a circle.
#pragma once

#include <postgres/database.hpp>

#include "ports/sessions.hpp"

namespace mrbill::auth {

class PostgresSessions final : public Sessions {
 public:
  explicit PostgresSessions(postgres::Database& database) : database_(database) {}
  Task<std::optional<LiveSession>> open(Opening opening) override;
  Task<std::optional<Presented>> find(Sha256 refresh_hash) override;
  Task<std::optional<LiveSession>> rotate(Rotation rotation) override;
  Task<bool> close(UserId user, SessionId session, Timestamp at) override;
  Task<std::optional<SessionId>> of_sid(UserId user, Uuid sid) override;
  Task<std::optional<LiveSession>> move(UserId user, Uuid sid, TenantId to, Timestamp at) override;

 private:
  struct Standing {
    Role role = Role::user;
    std::int64_t version = 0;
  };
  [[nodiscard]] static Task<std::optional<Standing>> hold(postgres::Transaction& transaction,
                                                          std::optional<TenantId> tenant, UserId user);
  [[nodiscard]] Task<std::optional<LiveSession>> step(postgres::Transaction& transaction, Rotation rotation,
                                                      LiveSession live);
  postgres::Database& database_;
};

}  // namespace mrbill::auth
