#include <jobs/worker_metrics.hpp>

namespace mrbill::jobs {
namespace {

metrics::Gauge& gauge(metrics::Registry& registry, const std::string& kind, const char* status) {
  return registry.gauge("jobs_open", "Jobs that are not over", {{"kind", kind}, {"status", status}});
}
metrics::Counter& counter(metrics::Registry& registry, const std::string& kind, const char* outcome) {
  return registry.counter("jobs_ended_total", "Leases of jobs by how they ended",
                          {{"kind", kind}, {"outcome", outcome}});
}

}  // namespace

WorkerMetrics::WorkerMetrics(metrics::Registry& registry, const std::string& kind)
    : pending(gauge(registry, kind, "pending")),
      processing(gauge(registry, kind, "processing")),
      completed(counter(registry, kind, "completed")),
      failed(counter(registry, kind, "failed")),
      cancelled(counter(registry, kind, "cancelled")),
      tried_again(counter(registry, kind, "tried_again")),
      handed_back(counter(registry, kind, "handed_back")),
      lost(counter(registry, kind, "lost")),
      seconds(registry.histogram("jobs_seconds", "Time of a job at its worker", {{"kind", kind}},
                                 {0.01, 0.1, 1, 5, 15, 60, 300, 900, 3600})) {}

metrics::Counter& WorkerMetrics::finished(Status status) {
  if (status == Status::completed) return completed;
  return status == Status::failed ? failed : cancelled;
}

}  // namespace mrbill::jobs
