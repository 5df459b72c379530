#include <redis/command_metrics.hpp>

namespace mrbill::redis {
namespace {

metrics::Counter& outcome(metrics::Registry& registry, const std::string& name, const char* word) {
  return registry.counter("redis_commands_total", "Commands sent to Redis",
                          {{"redis", name}, {"outcome", word}});
}

}  // namespace

CommandMetrics::CommandMetrics(metrics::Registry& registry, const std::string& name)
    : seconds(registry.histogram("redis_command_seconds", "Time until Redis answered", {{"redis", name}},
                                 {0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1})),
      in_flight(
          registry.gauge("redis_commands_in_flight", "Commands without an answer yet", {{"redis", name}})),
      succeeded(outcome(registry, name, "succeeded")),
      refused(outcome(registry, name, "refused")),
      failed(outcome(registry, name, "failed")) {}

CommandTimer::CommandTimer(CommandMetrics& metrics)
    : metrics_(metrics), outcome_(&metrics.failed), started_(std::chrono::steady_clock::now()) {
  metrics_.in_flight.add(1);
}

CommandTimer::~CommandTimer() {
  metrics_.in_flight.add(-1);
  outcome_->add();
  metrics_.seconds.observe(
      std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count());
}

}  // namespace mrbill::redis
