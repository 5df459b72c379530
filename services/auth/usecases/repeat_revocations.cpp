#include "usecases/repeat_revocations.hpp"

namespace mrbill::auth {

Task<std::int64_t> RepeatRevocations::run() {
  const auto sids = co_await keeping_.unannounced_sids();
  if (sids.empty()) co_return 0;
  co_await notices_.announce(sids);
  co_await keeping_.mark_announced(sids, clock_.now());
  co_return static_cast<std::int64_t>(sids.size());
}

}  // namespace mrbill::auth
