#include "adapters/postgres/revocation_log.hpp"

namespace mrbill::auth {
namespace {

constexpr postgres::Statement select_since{"revocations_since",
                                           "SELECT sid, revoked_at FROM revocations_since($1)"};

}  // namespace

Task<std::vector<RevokedSid>> PostgresRevocationLog::since(Timestamp moment) {
  const auto rows = co_await database_.query(postgres::Scope::nobody(), select_since, moment);
  std::vector<RevokedSid> out;
  for (const auto row : rows) out.push_back({row.get<Uuid>("sid"), row.get<Timestamp>("revoked_at")});
  co_return out;
}

}  // namespace mrbill::auth
