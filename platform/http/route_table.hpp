// The routes of one listener with their metrics, as the server looks them up.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <http/message.hpp>
#include <http/router.hpp>
#include <metrics/metrics.hpp>

namespace mrbill::http {

// Rate, errors, duration of one operation.
class OperationMetrics {
 public:
  OperationMetrics(metrics::Registry& registry, std::string operation);
  void record(unsigned status, double seconds);

 private:
  metrics::Registry& registry_;
  std::string operation_;
  metrics::Histogram& seconds_;
  std::vector<std::pair<unsigned, metrics::Counter*>> by_status_;  // few: linear search
};

struct Operation {
  Route route;
  OperationMetrics metrics;
};

class RouteTable {
 public:
  explicit RouteTable(metrics::Registry& registry);
  void mount(std::vector<Route> routes);

  [[nodiscard]] Router::Outcome find(Method method, std::string_view path) const {
    return router_.find(method, path);
  }
  [[nodiscard]] Operation& operation(std::size_t id) { return operations_[id]; }
  [[nodiscard]] OperationMetrics& unrouted() { return unrouted_; }

 private:
  metrics::Registry& registry_;
  Router router_;
  std::deque<Operation> operations_;  // addresses stay
  OperationMetrics unrouted_;
};

}  // namespace mrbill::http
