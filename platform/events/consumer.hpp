// The life of a group's member: fetches, hands out, acknowledges, tries again, gives up. The rules of bus.hpp
// live here, once for every adapter.
//
// Safety: an event is acknowledged only after its handler said done, or it was given up. Of one tenant's
// events at this member none is handled while an earlier one waits for its next attempt.
// Liveness: an event is handled, given up, or kept for an attempt at most max_retry_pause away, as long as
// the bus is there.
#pragma once

#include <chrono>
#include <deque>
#include <exception>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <events/bus.hpp>
#include <events/consumer_metrics.hpp>
#include <events/stream_group.hpp>

namespace mrbill::events {

class Consumer {
 public:
  Consumer(std::unique_ptr<StreamGroup> group, Subscription subscription, Consume consume,
           metrics::Registry& registry);
  [[nodiscard]] Task<> run();  // until stop()
  void stop() { stopping_ = true; }

 private:
  using Moment = std::chrono::steady_clock::time_point;
  struct Entry {
    Delivery delivery;
    Event event;
  };
  // A tenant whose first event waits for its next attempt, the others behind it.
  struct Held {
    std::deque<Entry> entries;
    Moment due;
    std::size_t failures = 0;  // attempts at the first one so far: the back-off
    bool counts = true;        // whether the next attempt counts as a delivery
  };
  // over: acknowledged or given up. again: one attempt is spent. spared: the world was away, none is.
  enum class Outcome : std::uint8_t { over, again, spared };
  // What came of a handler: thrown out by `failure`, or its verdict.
  struct Answer {
    Verdict verdict = Verdict::later;
    std::exception_ptr failure;
  };

  [[nodiscard]] Task<> attend();
  [[nodiscard]] Task<> recover(std::exception_ptr failure);
  [[nodiscard]] Task<> turn();
  [[nodiscard]] Task<> tidy_and_claim();
  void fetch(std::vector<Delivery> deliveries);
  [[nodiscard]] Task<> work_off();
  [[nodiscard]] Task<> take(Delivery delivery);
  [[nodiscard]] Task<> retry_due();
  [[nodiscard]] Task<> retry(TenantId tenant);
  [[nodiscard]] Task<Outcome> handle(Entry entry);
  [[nodiscard]] Task<> ask(Event event, Answer& answer);
  [[nodiscard]] Task<> stay_alive();
  [[nodiscard]] Task<Outcome> judge(Delivery delivery, Verdict verdict);
  [[nodiscard]] Task<> give_up(Delivery delivery, std::string reason);
  void hold(Entry entry);
  void postpone(Held& held, Outcome outcome);
  void drop_first(Held& held);
  [[nodiscard]] Task<> acknowledge_some();
  [[nodiscard]] Task<> acknowledge();
  [[nodiscard]] Task<> keep();
  [[nodiscard]] Task<> renew();
  [[nodiscard]] bool is_lost() const;
  [[nodiscard]] Task<> hand_back();
  void forget_everything();
  [[nodiscard]] bool full() const;  // of held events: nothing new is fetched
  [[nodiscard]] Moment next_claim() const;
  [[nodiscard]] std::chrono::milliseconds wait_span() const;

  std::unique_ptr<StreamGroup> group_;
  Subscription subscription_;
  Consume consume_;
  ConsumerMetrics metrics_;
  std::set<std::string, std::less<>> types_;
  std::deque<Delivery> fetched_;  // not yet taken
  std::map<TenantId, Held> held_;
  std::size_t held_entries_ = 0;
  std::set<std::string> mine_;  // positions of fetched_ and held_
  Positions finished_;          // handled, not yet acknowledged
  Moment kept_at_;              // since then at least all of mine_ are known to be ours
  Moment claimed_at_;
  Moment tidied_at_;
  Moment acknowledged_at_;
  std::size_t failures_ = 0;  // of the bus, in a row
  bool stopping_ = false;
};

}  // namespace mrbill::events
