// What one search may cost: it ends when its deadline comes or its caller has gone.
//
//   Budget budget(Deadline::in(1s), request.stop);
//   for (...) budget.spend();   // throws BudgetSpent
#pragma once

#include <stop_token>

#include <async/deadline.hpp>

namespace mrbill::catalog {

struct BudgetSpent {};  // thrown to the adapter's own catch, through Xapian's matcher

class Budget {
 public:
  Budget(Deadline deadline, std::stop_token stop) : deadline_(deadline), stop_(std::move(stop)) {}

  void check() const {
    if (deadline_.passed() || stop_.stop_requested()) throw BudgetSpent();
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
  mutable unsigned steps_ = 0;
};

}  // namespace mrbill::catalog
