#include <http/route_table.hpp>

namespace mrbill::http {

OperationMetrics::OperationMetrics(metrics::Registry& registry, std::string operation)
    : registry_(registry),
      operation_(std::move(operation)),
      seconds_(registry.histogram("http_request_seconds",
                                  "Time from a request's head to the end of its answer",
                                  {{"operation", operation_}})) {}

void OperationMetrics::record(unsigned status, double seconds) {
  seconds_.observe(seconds);
  for (auto& [known, counter] : by_status_) {
    if (known == status) return counter->add();
  }
  auto& counter = registry_.counter("http_requests_total", "Requests answered",
                                    {{"operation", operation_}, {"status", std::to_string(status)}});
  by_status_.emplace_back(status, &counter);
  counter.add();
}

RouteTable::RouteTable(metrics::Registry& registry) : registry_(registry), unrouted_(registry, "unrouted") {}

void RouteTable::mount(std::vector<Route> routes) {
  for (auto& route : routes) {
    router_.add(route.method, route.pattern, operations_.size());
    OperationMetrics metrics(registry_, std::string(route.operation));
    operations_.push_back({std::move(route), std::move(metrics)});
  }
}

}  // namespace mrbill::http
