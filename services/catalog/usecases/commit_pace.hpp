// When the index may be committed. Of its states before the last one nothing is left, so a search that two
// commits overtake has to begin anew; one that was overtaken holds the index, and the next commit waits until
// it has read on. Not for ever: whoever holds it, this long after the last commit it is time.
//
//   if (pace.may_commit(index->is_held(), now)) { index->commit(); pace.committed(now); }
#pragma once

#include <chrono>

namespace mrbill::catalog {

class CommitPace {
 public:
  using steady = std::chrono::steady_clock;

  explicit CommitPace(std::chrono::milliseconds longest_wait) : longest_wait_(longest_wait) {}
  [[nodiscard]] std::chrono::milliseconds longest_wait() const { return longest_wait_; }
  [[nodiscard]] bool may_commit(bool is_held, steady::time_point now) const {
    return !is_held || now - committed_ >= longest_wait_;
  }
  void committed(steady::time_point now) { committed_ = now; }

 private:
  std::chrono::milliseconds longest_wait_;
  steady::time_point committed_{};
};

}  // namespace mrbill::catalog
