// A person chooses what is made without being asked for each time.
#pragma once

#include <async/task.hpp>
#include <base/expected_version.hpp>
#include <base/result.hpp>

#include "domain/choices.hpp"
#include "ports/schedule_store.hpp"
#include "usecases/refusal.hpp"

namespace mrbill::content {

class ReplaceSchedules {
 public:
  ReplaceSchedules(ScheduleStore& store, const Clock& clock) : store_(store), clock_(clock) {}
  [[nodiscard]] Task<Result<Schedules, Refusal>> operator()(Caller caller, Schedules wanted,
                                                            ExpectedVersion expected) {
    const auto current = co_await store_.find(caller);
    if (!expected.admits(current.version)) co_return fail(Refusal{RefusalCode::stale});
    if (wanted.video_style && !is_style(*wanted.video_style))
      co_return fail(invalid({{"/videoStyle", "enum", "must be one of GET /api/v1/content/styles"}}));
    auto stored =
        co_await store_.replace(std::move(caller), std::move(wanted), current.version, clock_.now());
    if (!stored) co_return fail(Refusal{RefusalCode::stale});
    co_return *std::move(stored);
  }

 private:
  ScheduleStore& store_;
  const Clock& clock_;
};

}  // namespace mrbill::content
