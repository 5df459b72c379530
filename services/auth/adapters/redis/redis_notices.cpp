#include "adapters/redis/redis_notices.hpp"

namespace mrbill::auth {

Task<> RedisNotices::announce(std::vector<Uuid> sids) {
  if (sids.empty()) co_return;
  std::vector<identity::Revocation> revocations;
  for (const auto& sid : sids) revocations.push_back(revocation_of({sid, clock_.now()}));
  co_await publisher_.publish(std::move(revocations));
}

}  // namespace mrbill::auth
