// Removes what has outlived its time, a little at a time, once a while, until stop().
#pragma once

#include <chrono>

#include <async/task.hpp>
#include <metrics/metrics.hpp>

#include "ports/leftovers.hpp"

namespace mrbill::catalog {

struct CleanUpOptions {
  std::chrono::milliseconds each{600'000};
  std::chrono::milliseconds breath{50};  // between two portions
};

class CleanUp {
 public:
  CleanUp(Leftovers& leftovers, CleanUpOptions options, metrics::Registry& registry);
  [[nodiscard]] Task<> run();
  void stop() { stopped_ = true; }

 private:
  [[nodiscard]] Task<> remove_all();
  [[nodiscard]] Task<> rest();
  Leftovers& leftovers_;
  CleanUpOptions options_;
  metrics::Counter& removed_;
  metrics::Counter& failures_;
  bool stopped_ = false;
};

}  // namespace mrbill::catalog
