// RetryBudget: retries may be a share of the work, so that a struggling server is not drowned by those who
// try again. (The idea: "Handling Overload", Site Reliability Engineering, O'Reilly 2016, chapter 21.)
//
//   RetryBudget budget(0.1, 10);
//   budget.attempted();                 // each first attempt earns a tenth of a retry, ten at most are saved
//   if (budget.try_retry()) ...         // spends one
#pragma once

#include <algorithm>

namespace mrbill {

class RetryBudget {
 public:
  RetryBudget(double share, double max) : share_(share), max_(max), saved_(max) {}

  void attempted() { saved_ = std::min(max_, saved_ + share_); }
  [[nodiscard]] bool try_retry() {
    if (saved_ < 1) return false;
    saved_ -= 1;
    return true;
  }

 private:
  double share_;
  double max_;
  double saved_;
};

}  // namespace mrbill
