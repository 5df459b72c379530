// What one search may cost: it ends when its deadline comes or its caller has gone, or when it has had a
// processor for as long as it may at one go.
//
//   Budget budget(Deadline::in(1s), request.stop, 30ms);
//   for (...) budget.spend();   // throws BudgetSpent or GoSpent
#pragma once

#include <chrono>
#include <ctime>
#include <optional>
#include <stop_token>

#include <async/deadline.hpp>

namespace mrbill::catalog {

// Thrown to the adapter's own catch, through Xapian's matcher.
struct BudgetSpent {};
struct GoSpent {};

// Of the calling thread, until now: what others make it wait for is not its cost.
[[nodiscard]] inline std::chrono::nanoseconds processor_time() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

class Budget {
 public:
  using ProcessorTime = std::chrono::nanoseconds;

  // `go`: of the calling thread, which is the one that spends.
  Budget(Deadline deadline, std::stop_token stop, std::optional<ProcessorTime> go = std::nullopt)
      : deadline_(deadline), stop_(std::move(stop)) {
    if (go) go_ends_ = processor_time() + *go;
  }

  void check() const {
    if (deadline_.passed() || stop_.stop_requested()) throw BudgetSpent();
    if (go_ends_ && processor_time() > *go_ends_) throw GoSpent();
  }
  // One step: a posting, a word of the dictionary.
  void spend() const {
    if (++steps_ % steps_a_look == 0) check();
  }
  [[nodiscard]] unsigned steps() const { return steps_; }

 private:
  static constexpr unsigned steps_a_look = 128;
  Deadline deadline_;
  std::stop_token stop_;
  std::optional<ProcessorTime> go_ends_ = {};
  mutable unsigned steps_ = 0;
};

}  // namespace mrbill::catalog
