// How a group's member fares, labelled by its group.
#pragma once

#include <string>

#include <metrics/metrics.hpp>

namespace mrbill::events {

struct ConsumerMetrics {
  ConsumerMetrics(metrics::Registry& registry, const std::string& group);
  metrics::Counter& done;
  metrics::Counter& unseen;  // of types nobody subscribed to
  metrics::Counter& again;   // wait for another attempt
  metrics::Counter& given_up;
  metrics::Histogram& seconds;  // in the handler
  metrics::Gauge& held;         // wait at this member for another attempt, or behind one that does
};

}  // namespace mrbill::events
