#include "worker/clean_up.hpp"

#include <exception>

#include <async/deadline.hpp>
#include <log/log.hpp>

namespace mrbill::catalog {
namespace {

using namespace std::chrono_literals;

}  // namespace

CleanUp::CleanUp(Leftovers& leftovers, CleanUpOptions options, metrics::Registry& registry)
    : leftovers_(leftovers),
      options_(options),
      removed_(registry.counter("catalog_leftovers_removed_total", "Rows that had outlived their time")),
      failures_(registry.counter("catalog_clean_up_failures_total", "Clean-ups that ended with an error")) {}

Task<> CleanUp::remove_all() {
  while (!stopped_) {
    const auto removed = co_await leftovers_.remove_some();
    removed_.add(static_cast<double>(removed));
    if (removed == 0) co_return;
    co_await sleep_for(options_.breath);
  }
}

// In short steps, so that stop() is not waited for.
Task<> CleanUp::rest() {
  const auto until = Deadline::in(options_.each);
  while (!stopped_ && !until.passed())
    co_await sleep_for(std::min<std::chrono::milliseconds>(250ms, options_.each));
}

Task<> CleanUp::run() {
  while (!stopped_) {
    try {
      co_await remove_all();
    } catch (const std::exception& error) {
      failures_.add();
      log::warn("clean-up failed", {{"error", error.what()}});
    }
    co_await rest();
  }
}

}  // namespace mrbill::catalog
