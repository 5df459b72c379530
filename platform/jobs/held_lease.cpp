#include <utility>

#include <jobs/held_lease.hpp>

namespace mrbill::jobs {

Task<> HeldLease::report(int progress, std::string checkpoint) {
  demand_lease();
  learn(co_await store_.report(key_, progress, std::move(checkpoint)));
  demand_lease();
  demand_time();
}

Task<> HeldLease::report(postgres::Transaction& transaction, int progress, std::string checkpoint) {
  demand_lease();
  demand_time();
  learn(co_await store_.report(transaction, key_, progress, std::move(checkpoint)));
  demand_lease();
}

void HeldLease::learn(std::optional<LeaseState> state) {
  lost_ = lost_ || !state;
  if (!state) return;
  cancel_requested_ = cancel_requested_ || state->cancel_requested;
  attempts_ = state->attempts;
}

void HeldLease::demand_lease() const {
  if (lost_) throw LeaseLost("the job is another worker's now");
}

void HeldLease::demand_time() const {
  if (stopping_) throw Interrupted("the worker is to end");
}

}  // namespace mrbill::jobs
