// What the internal listener tells of the process itself: /health/live, /health/ready, /metrics.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <http/message.hpp>
#include <metrics/metrics.hpp>

namespace mrbill::http {

// Asks every thread; the name of the first check that does not hold.
using Readiness = std::function<Task<std::optional<std::string>>()>;

[[nodiscard]] std::vector<Route> health_routes(Readiness readiness, const metrics::Registry& registry);

}  // namespace mrbill::http
