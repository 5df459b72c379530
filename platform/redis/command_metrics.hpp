// How the commands of a client fare: time, outcome, how many are on their way.
#pragma once

#include <chrono>
#include <string>

#include <metrics/metrics.hpp>

namespace mrbill::redis {

struct CommandMetrics {
  CommandMetrics(metrics::Registry& registry, const std::string& name);
  metrics::Histogram& seconds;
  metrics::Gauge& in_flight;
  metrics::Counter& succeeded;
  metrics::Counter& refused;  // the server answered with an error
  metrics::Counter& failed;   // no answer
};

// Counts one command, from its start to its end.
class CommandTimer {
 public:
  explicit CommandTimer(CommandMetrics& metrics);
  ~CommandTimer();
  CommandTimer(const CommandTimer&) = delete;
  CommandTimer& operator=(const CommandTimer&) = delete;
  void answered(bool with_error) { outcome_ = with_error ? &metrics_.refused : &metrics_.succeeded; }

 private:
  CommandMetrics& metrics_;
  metrics::Counter* outcome_;
  std::chrono::steady_clock::time_point started_;
};

}  // namespace mrbill::redis
