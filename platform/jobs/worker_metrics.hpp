// How the jobs of a kind fare.
#pragma once

#include <string>

#include <jobs/jobs.hpp>
#include <metrics/metrics.hpp>

namespace mrbill::jobs {

struct WorkerMetrics {
  WorkerMetrics(metrics::Registry& registry, const std::string& kind);
  [[nodiscard]] metrics::Counter& finished(Status status);

  metrics::Gauge& pending;  // of the whole database, as this worker last counted
  metrics::Gauge& processing;
  metrics::Counter& completed;
  metrics::Counter& failed;
  metrics::Counter& cancelled;
  metrics::Counter& tried_again;
  metrics::Counter& handed_back;
  metrics::Counter& lost;  // leases that another worker took over
  metrics::Histogram& seconds;
};

}  // namespace mrbill::jobs
