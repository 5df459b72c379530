#include <algorithm>
#include <utility>

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/this_coro.hpp>

#include <async/caught.hpp>
#include <async/deadline.hpp>
#include <base/unavailable.hpp>
#include <events/consumer.hpp>
#include <log/log.hpp>

namespace mrbill::events {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr auto max_wait = 500ms;  // how late stop() may be seen
constexpr auto tidy_period = 10s;
constexpr auto claim_period = milliseconds(1'000);
constexpr auto acknowledge_period = 100ms;
constexpr std::size_t acknowledge_batch = 64;
constexpr std::size_t held_batches = 10;  // with so much held back nothing new is fetched

// Deliveries stayed with us for too long without a sign of life: another member may have them by now.
class HoldLost : public std::runtime_error {
 public:
  HoldLost() : std::runtime_error("the deliveries were kept for too long") {}
};

bool is_unavailable(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const ServiceUnavailable&) {
    return true;
  } catch (...) {
    return false;
  }
}

milliseconds doubled(milliseconds min, std::size_t times, milliseconds max) {
  return std::min(max, milliseconds(min.count() << std::min<std::size_t>(times, 20)));
}

log::Scope scope_of(const Event& event) {
  return {.trace_id = event.traceparent.size() == 55 ? event.traceparent.substr(3, 32) : std::string(),
          .span_id = {},
          .tenant_id = event.tenant.to_string()};
}

}  // namespace

Consumer::Consumer(std::unique_ptr<StreamGroup> group, Subscription subscription, Consume consume,
                   metrics::Registry& registry)
    : group_(std::move(group)),
      subscription_(std::move(subscription)),
      consume_(std::move(consume)),
      metrics_(registry, subscription_.group),
      types_(subscription_.types.begin(), subscription_.types.end()) {}

// -- the loop

Task<> Consumer::run() {
  while (!stopping_) {
    std::exception_ptr failure;
    try {
      co_await attend();
    } catch (...) {
      failure = std::current_exception();
    }
    if (failure) co_await recover(failure);
  }
  co_await hand_back();
}

Task<> Consumer::attend() {
  auto life = co_await group_->open();
  if (subscription_.meet_bus && !life.empty()) co_await subscription_.meet_bus(std::move(life));
  co_await acknowledge();
  while (!stopping_) {
    co_await turn();
    failures_ = 0;
  }
}

Task<> Consumer::recover(std::exception_ptr failure) {
  co_await rethrow_cancellation(failure);
  if (steady_clock::now() - kept_at_ >= subscription_.redeliver_after) forget_everything();
  log::warn("events cannot be fetched", {{"group", subscription_.group}, {"reason", words_of(failure)}});
  co_await sleep_for(doubled(50ms, failures_++, max_wait));
}

Task<> Consumer::turn() {
  co_await tidy_and_claim();
  co_await work_off();
  co_await retry_due();
  if (stopping_) co_return;
  if (full()) co_return co_await sleep_for(wait_span());
  fetch(co_await group_->read(subscription_.batch, wait_span()));
  co_await work_off();
}

Task<> Consumer::tidy_and_claim() {
  const auto now = steady_clock::now();
  co_await keep();
  if (now - tidied_at_ >= tidy_period) {
    co_await group_->tidy();
    tidied_at_ = now;
  }
  if (now < next_claim()) co_return;
  claimed_at_ = now;
  if (!full()) fetch(co_await group_->claim(subscription_.batch));
}

void Consumer::fetch(std::vector<Delivery> deliveries) {
  if (mine_.empty()) kept_at_ = steady_clock::now();
  for (auto& delivery : deliveries) {
    if (mine_.insert(delivery.position).second) fetched_.push_back(std::move(delivery));
  }
}

// -- one event

// What is taken leaves fetched_ only afterwards, so that a bus that fails in between costs nothing.
Task<> Consumer::work_off() {
  while (!fetched_.empty() && !stopping_) {
    co_await keep();
    co_await take(fetched_.front());
    fetched_.pop_front();
    co_await acknowledge_some();
  }
  co_await acknowledge();
}

Task<> Consumer::take(Delivery delivery) {
  auto event = from_cloud_event(delivery.body);
  if (!event) co_return co_await give_up(std::move(delivery), "it is not a CloudEvent");
  if (!types_.contains(event->type)) {
    metrics_.unseen.add();
    mine_.erase(delivery.position);
    finished_.push_back(std::move(delivery.position));
    co_return;
  }
  if (delivery.deliveries > subscription_.attempts) {
    co_return co_await give_up(std::move(delivery), "its consumers ended without an answer");
  }
  Entry entry{std::move(delivery), *std::move(event)};
  if (held_.contains(entry.event.tenant)) co_return hold(std::move(entry));
  const auto outcome = co_await handle(entry);
  if (outcome == Outcome::over) co_return;
  const auto tenant = entry.event.tenant;
  hold(std::move(entry));
  postpone(held_.at(tenant), outcome);
}

// Throws nothing: whichever of the two ends first ends the other.
Task<> Consumer::ask(Event event, Answer& answer) {
  try {
    answer.verdict = co_await consume_(std::move(event));
  } catch (...) {
    answer.failure = std::current_exception();
  }
}

// While a handler is at work nobody else gets what this member holds. Never ends by itself; what is lost is
// seen by keep().
Task<> Consumer::stay_alive() {
  for (;;) {
    co_await sleep_for(subscription_.redeliver_after / 3);
    std::exception_ptr failure;
    try {
      if (!is_lost()) co_await renew();
    } catch (...) {
      failure = std::current_exception();
    }
    if (failure) co_await rethrow_cancellation(failure);
  }
}

Task<Consumer::Outcome> Consumer::handle(Entry entry) {
  using namespace asio::experimental::awaitable_operators;
  const auto began = steady_clock::now();
  Answer answer;
  co_await (ask(entry.event, answer) || stay_alive());
  metrics_.seconds.observe(std::chrono::duration<double>(steady_clock::now() - began).count());
  if (!answer.failure) co_return co_await judge(std::move(entry.delivery), std::move(answer.verdict));
  co_await rethrow_cancellation(answer.failure);
  const auto words = words_of(answer.failure);
  log::warn("an event could not be handled",
            {{"group", subscription_.group}, {"eventId", entry.event.id.to_string()}, {"reason", words}},
            scope_of(entry.event));
  if (is_unavailable(answer.failure)) co_return Outcome::spared;
  Verdict failed{Verdict::Kind::later, words};
  co_return co_await judge(std::move(entry.delivery), std::move(failed));
}

Task<Consumer::Outcome> Consumer::judge(Delivery delivery, Verdict verdict) {
  switch (verdict.kind) {
    case Verdict::Kind::done:
      metrics_.done.add();
      mine_.erase(delivery.position);
      finished_.push_back(std::move(delivery.position));
      co_return Outcome::over;
    case Verdict::Kind::poison:
      co_await give_up(std::move(delivery), std::move(verdict.reason));
      co_return Outcome::over;
    case Verdict::Kind::later:
      break;
  }
  if (delivery.deliveries < subscription_.attempts) co_return Outcome::again;
  auto reason = "its attempts are spent: " + verdict.reason;
  co_await give_up(std::move(delivery), std::move(reason));
  co_return Outcome::over;
}

Task<> Consumer::give_up(Delivery delivery, std::string reason) {
  const auto position = delivery.position;
  co_await group_->give_up(std::move(delivery), reason);
  mine_.erase(position);
  metrics_.given_up.add();
  log::error("an event went to the dead letters",
             {{"group", subscription_.group}, {"position", position}, {"reason", reason}});
}

// -- another attempt

void Consumer::hold(Entry entry) {
  held_[entry.event.tenant].entries.push_back(std::move(entry));
  ++held_entries_;
  metrics_.held.add(1);
}

void Consumer::drop_first(Held& held) {
  held.entries.pop_front();
  held.failures = 0;
  --held_entries_;
  metrics_.held.add(-1);
}

void Consumer::postpone(Held& held, Outcome outcome) {
  metrics_.again.add();
  held.counts = outcome == Outcome::again;
  held.due = steady_clock::now() +
             doubled(subscription_.min_retry_pause, held.failures++, subscription_.max_retry_pause);
}

Task<> Consumer::retry_due() {
  std::vector<TenantId> due;
  for (const auto& [tenant, held] : held_) {
    if (held.due <= steady_clock::now()) due.push_back(tenant);
  }
  for (const auto& tenant : due) {
    if (!stopping_) co_await retry(tenant);
  }
  co_await acknowledge();
}

// The first one again, then those that waited behind it.
Task<> Consumer::retry(TenantId tenant) {
  auto& held = held_.at(tenant);
  if (std::exchange(held.counts, false)) {
    auto& first = held.entries.front().delivery;
    co_await group_->count_attempt(first.position);
    ++first.deliveries;
  }
  while (!held.entries.empty() && !stopping_) {
    co_await keep();
    const auto outcome = co_await handle(held.entries.front());
    if (outcome != Outcome::over) co_return postpone(held, outcome);
    drop_first(held);
    co_await acknowledge_some();
  }
  if (held.entries.empty()) held_.erase(tenant);
}

// -- with the bus

Task<> Consumer::acknowledge_some() {
  const bool soon = steady_clock::now() - acknowledged_at_ < acknowledge_period;
  if (finished_.size() < acknowledge_batch && soon) co_return;
  co_await acknowledge();
}

Task<> Consumer::acknowledge() {
  acknowledged_at_ = steady_clock::now();
  if (finished_.empty()) co_return;
  co_await group_->acknowledge(finished_);
  finished_.clear();
}

Task<> Consumer::keep() {
  if (mine_.empty()) kept_at_ = steady_clock::now();
  if (is_lost()) {
    forget_everything();
    throw HoldLost();
  }
  if (steady_clock::now() - kept_at_ >= subscription_.redeliver_after / 3) co_await renew();
}

Task<> Consumer::renew() {
  const auto now = steady_clock::now();
  Positions all(mine_.begin(), mine_.end());
  if (!all.empty()) co_await group_->keep(std::move(all));
  kept_at_ = now;
}

bool Consumer::is_lost() const {
  return steady_clock::now() - kept_at_ >= subscription_.redeliver_after;
}

// What we held will come again, to us or to another.
void Consumer::forget_everything() {
  fetched_.clear();
  held_.clear();
  mine_.clear();
  metrics_.held.add(-static_cast<double>(std::exchange(held_entries_, 0)));
}

Task<> Consumer::hand_back() {
  try {
    co_await acknowledge();
    Positions rest(mine_.begin(), mine_.end());
    if (!rest.empty()) co_await group_->release(std::move(rest));
  } catch (const std::exception& problem) {
    log::warn("events were not handed back: others wait until they may take them",
              {{"group", subscription_.group}, {"reason", problem.what()}});
  }
  forget_everything();
}

bool Consumer::full() const {
  return held_entries_ >= subscription_.batch * held_batches;
}

Consumer::Moment Consumer::next_claim() const {
  return claimed_at_ + std::min(claim_period, subscription_.redeliver_after / 3);
}

milliseconds Consumer::wait_span() const {
  auto until = std::min(steady_clock::now() + max_wait, next_claim());
  for (const auto& [tenant, held] : held_) until = std::min(until, held.due);
  const auto span = std::chrono::ceil<milliseconds>(until - steady_clock::now());
  return std::max<milliseconds>(span, 1ms);
}

}  // namespace mrbill::events
