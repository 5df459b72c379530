#include <events/consumer_metrics.hpp>

namespace mrbill::events {
namespace {

metrics::Counter& outcome(metrics::Registry& registry, const std::string& group, const char* word) {
  return registry.counter("events_handled_total", "Events by what became of them",
                          {{"group", group}, {"outcome", word}});
}

}  // namespace

ConsumerMetrics::ConsumerMetrics(metrics::Registry& registry, const std::string& group)
    : done(outcome(registry, group, "done")),
      unseen(outcome(registry, group, "unseen")),
      again(outcome(registry, group, "again")),
      given_up(registry.counter("events_dead_letters_total", "Events given up", {{"group", group}})),
      seconds(registry.histogram("events_handling_seconds", "Time in the handler", {{"group", group}})),
      held(registry.gauge("events_held", "Events waiting at this member for another attempt",
                          {{"group", group}})) {}

}  // namespace mrbill::events
