// A person asks how many POCs there are by month, day, language, tag and framework.
#pragma once

#include <optional>
#include <string>

#include <async/task.hpp>
#include <base/field_error.hpp>
#include <base/result.hpp>

#include "ports/poc_insights.hpp"

namespace mrbill::catalog {

struct StatsRequest {
  Caller caller;
  Scope scope = Scope::mine;
  std::optional<Timestamp> from = {};    // default: a year before `before`
  std::optional<Timestamp> before = {};  // default: now
  std::optional<std::string> time_zone = {};
};

struct SpanStats {
  Timestamp from;
  Timestamp before;
  PocStats stats;
};

class CountPocs {
 public:
  CountPocs(PocInsights& insights, const Clock& clock) : insights_(insights), clock_(clock) {}
  [[nodiscard]] Task<Result<SpanStats, FieldErrors>> operator()(StatsRequest request);

 private:
  PocInsights& insights_;
  const Clock& clock_;
};

}  // namespace mrbill::catalog
