// Prometheus metrics: a thin face on prometheus-cpp, thread-safe, scraped from the internal listener.
//
//   auto& hits = registry.counter("cache_hits_total", "Answers found in the cache", {{"cache", "tokens"}});
//   hits.add();
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace mrbill::metrics {

using Labels = std::map<std::string, std::string>;

class Counter {
 public:
  virtual ~Counter() = default;
  virtual void add(double amount = 1) = 0;
};
class Gauge {
 public:
  virtual ~Gauge() = default;
  virtual void set(double value) = 0;
  virtual void add(double amount) = 0;
};
class Histogram {
 public:
  virtual ~Histogram() = default;
  virtual void observe(double value) = 0;  // seconds for times (Prometheus' base units)
};

// Returned references live as long as the registry; asking again for the same name and labels gives the
// same object.
class Registry {
 public:
  Registry();
  ~Registry();
  Counter& counter(const std::string& name, const std::string& help, const Labels& labels = {});
  Gauge& gauge(const std::string& name, const std::string& help, const Labels& labels = {});
  Histogram& histogram(const std::string& name, const std::string& help, const Labels& labels = {},
                       const std::vector<double>& bounds = {});  // default: 1 ms to 10 s
  [[nodiscard]] std::string expose() const;                      // text format 0.0.4

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mrbill::metrics
