// A person chooses what is made without being asked for each time.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/expected_version.hpp>
#include <base/field_error.hpp>
#include <base/result.hpp>

#include "domain/choices.hpp"
#include "ports/schedule_store.hpp"

namespace mrbill::content {

struct ReplaceSchedulesError {
  enum class Code : std::uint8_t {
    invalid_request,  // errors tell
    stale,            // changed since the caller saw them
  };
  using enum Code;
  Code code;
  FieldErrors errors = {};
};

class ReplaceSchedules {
 public:
  ReplaceSchedules(ScheduleStore& store, const Clock& clock) : store_(store), clock_(clock) {}
  [[nodiscard]] Task<Result<Schedules, ReplaceSchedulesError>> operator()(Caller caller, Schedules wanted,
                                                                          ExpectedVersion expected) {
    if (wanted.video_style && !is_style(*wanted.video_style))
      co_return fail(
          ReplaceSchedulesError{ReplaceSchedulesError::invalid_request,
                                {{"/videoStyle", "enum", "must be one of GET /api/v1/content/styles"}}});
    for (int attempt = 0; attempt < 2;
         ++attempt) {  // again where another was faster, perhaps this very change
      const auto current = co_await store_.find(caller);
      if (says(current, wanted)) co_return current;
      if (!expected.admits(current.version)) break;
      auto stored = co_await store_.replace(caller, wanted, current.version, clock_.now());
      if (stored) co_return *std::move(stored);
    }
    co_return fail(ReplaceSchedulesError{ReplaceSchedulesError::stale});
  }

 private:
  // Most often a change whose answer was lost, sent again: it is answered as done (docs/adr/0045).
  [[nodiscard]] static bool says(const Schedules& current, Schedules wanted) {
    wanted.version = current.version;
    wanted.updated_at = current.updated_at;
    return current.updated_at && wanted == current;
  }

  ScheduleStore& store_;
  const Clock& clock_;
};

}  // namespace mrbill::content
