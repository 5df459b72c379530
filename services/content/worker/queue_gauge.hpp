// Shows how many requests wait (content_queue), each time it is called.
#pragma once

#include <metrics/metrics.hpp>

#include "adapters/postgres/postgres_queue.hpp"

namespace mrbill::content {

class QueueGauge {
 public:
  QueueGauge(PostgresQueue& queue, metrics::Registry& registry)
      : queue_(queue), videos_(gauge(registry, "VIDEO")), reports_(gauge(registry, "REPORT")) {}

  [[nodiscard]] Task<std::int64_t> operator()() {
    const auto waiting = co_await queue_.waiting();
    videos_.set(static_cast<double>(waiting.videos));
    reports_.set(static_cast<double>(waiting.reports));
    co_return 0;
  }

 private:
  static metrics::Gauge& gauge(metrics::Registry& registry, const char* type) {
    return registry.gauge("content_queue", "Requests that wait to be made", {{"type", type}});
  }
  PostgresQueue& queue_;
  metrics::Gauge& videos_;
  metrics::Gauge& reports_;
};

}  // namespace mrbill::content
