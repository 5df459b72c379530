#include "worker/content_job.hpp"

#include <exception>

#include <base/unavailable.hpp>
#include <log/log.hpp>

namespace mrbill::content {
namespace {

metrics::Counter& ends(metrics::Registry& registry, Type type, const std::string& status) {
  return registry.counter("content_requests_total", "Requests that are over",
                          {{"type", std::string(to_string(type))}, {"status", status}});
}

}  // namespace

ContentJobs::ContentJobs(Type type, ContentJobOptions options, metrics::Registry& registry)
    : options_(options),
      completed_(ends(registry, type, "COMPLETED")),
      failed_(ends(registry, type, "FAILED")),
      seconds_(registry.histogram("content_render_seconds", "From the take to the end of an attempt",
                                  {{"type", std::string(to_string(type))}},
                                  {0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160, 320, 640})) {}

// What is away is waited for. What failed for no fault of the order's is tried again, and explains itself
// when that was the last attempt.
Result<std::string, jobs::Failure> ContentJobs::judge(std::exception_ptr problem, int attempt) const {
  const bool last = attempt >= options_.attempts;
  try {
    std::rethrow_exception(problem);
  } catch (const objects::StoreUnavailable&) {
    if (!last) throw;
    return fail(jobs::Failure{"storage_full", ""});
  } catch (const NoRoom&) {
    if (!last) throw;
    return fail(jobs::Failure{"storage_full", ""});
  } catch (const RendererDied&) {
    if (!last) throw;
    return fail(jobs::Failure{"renderer_failed", ""});
  } catch (const ServiceUnavailable& away) {
    log::info("waiting for what is away", {{"reason", away.what()}});
    throw jobs::Postponed(away.what(), options_.wait);
  }
}

Task<Result<std::string, jobs::Failure>> ContentJobs::carry_out(MakeContent make, const jobs::Lease& lease) {
  const auto began = std::chrono::steady_clock::now();
  std::exception_ptr problem;
  Result<void, MakeFailure> outcome;
  try {
    outcome = co_await make();
  } catch (...) {
    problem = std::current_exception();
  }
  seconds_.observe(std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
  if (problem) {
    auto verdict = judge(problem, lease.attempts());
    failed_.add();
    co_return verdict;
  }
  if (!outcome) {
    failed_.add();
    co_return fail(jobs::Failure{outcome.error().code, outcome.error().message});
  }
  completed_.add();
  co_return "{}";
}

}  // namespace mrbill::content
