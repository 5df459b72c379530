// The end of a making as platform/jobs wants it: done, why it never can be, or not now.
#pragma once

#include <string>

#include <jobs/jobs.hpp>
#include <metrics/metrics.hpp>

#include "domain/content.hpp"
#include "usecases/make_content.hpp"

namespace mrbill::content {

struct ContentJobOptions {
  int attempts = 3;                       // the worker's
  std::chrono::milliseconds wait{2'000};  // while something is away
};

// Counts and times what it does, by type and end.
class ContentJobs {
 public:
  ContentJobs(Type type, ContentJobOptions options, metrics::Registry& registry);
  [[nodiscard]] Task<Result<std::string, jobs::Failure>> carry_out(MakeContent make,
                                                                   const jobs::Lease& lease);

 private:
  [[nodiscard]] Result<std::string, jobs::Failure> judge(std::exception_ptr problem, int attempt) const;
  ContentJobOptions options_;
  metrics::Counter& completed_;
  metrics::Counter& failed_;
  metrics::Histogram& seconds_;
};

}  // namespace mrbill::content
