// CircuitBreaker: stops asking a service that keeps failing, and lets one request through now and then to see
// whether it is back. (M. Nygard, Release It!, chapter 5.)
//
//   if (!breaker.admits(now)) throw ...;          // open
//   breaker.succeeded();  or  breaker.failed(now);
//
// Each admitted request reports exactly one of the two, or gave_up() when its caller went away first.
#pragma once

#include <chrono>

namespace mrbill::http {

class CircuitBreaker {
 public:
  using Moment = std::chrono::steady_clock::time_point;
  struct Options {
    unsigned failures = 5;  // in a row, then it opens
    std::chrono::milliseconds open_for{1'000};
  };

  explicit CircuitBreaker(Options options) : options_(options) {}

  [[nodiscard]] bool admits(Moment now) {
    if (failures_ < options_.failures) return true;
    if (probing_ || now < open_until_) return false;
    probing_ = true;
    return true;
  }
  void succeeded() {
    failures_ = 0;
    probing_ = false;
  }
  void failed(Moment now) {
    probing_ = false;
    if (failures_ < options_.failures) ++failures_;
    if (failures_ == options_.failures) open_until_ = now + options_.open_for;
  }
  void gave_up() { probing_ = false; }
  [[nodiscard]] bool is_open() const { return failures_ >= options_.failures; }

 private:
  Options options_;
  unsigned failures_ = 0;
  bool probing_ = false;
  Moment open_until_{};
};

}  // namespace mrbill::http
