// Sessions in PostgreSQL. Rows are always locked in the order membership, user, session, generation, so that use cases which run
// at once wait for each other and never in a circle.
#pragma once

#include <postgres/database.hpp>

#include "ports/sessions.hpp"

namespace mrbill::auth {

class PostgresSessions final : public Sessions {
 public:
  explicit PostgresSessions(postgres::Database& database) : database_(database) {}
  Task<std::optional<Role>> open(Opening opening) override;
  Task<std::optional<Presented>> find(Sha256 refresh_hash) override;
  Task<Rotated> rotate(Rotation rotation) override;
  Task<std::optional<Uuid>> close(UserId user, SessionId session, Timestamp at) override;
  Task<std::optional<SessionId>> of_sid(UserId user, Uuid sid) override;
  Task<std::optional<LiveSession>> move(UserId user, Uuid sid, TenantId to, Uuid new_sid,
                                        Timestamp at) override;

 private:
  [[nodiscard]] Task<Rotated> step(postgres::Transaction& transaction, Rotation rotation, LiveSession live);
  postgres::Database& database_;
};

}  // namespace mrbill::auth
