// What is made without being asked for each time: ports of the API and of the worker.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <async/task.hpp>

#include "domain/content.hpp"

namespace mrbill::content {

class ScheduleStore {
 public:
  virtual ~ScheduleStore() = default;
  [[nodiscard]] virtual Task<Schedules> find(Caller caller) = 0;
  // Nothing: the base version is not the current one. Returns what is stored now.
  [[nodiscard]] virtual Task<std::optional<Schedules>> replace(Caller caller, Schedules wanted,
                                                               std::int64_t base, Timestamp now) = 0;
};

enum class ScheduleKind : std::uint8_t { monthly_report, year_video };
[[nodiscard]] constexpr std::string_view to_string(ScheduleKind kind) {
  return kind == ScheduleKind::monthly_report ? "monthly_report" : "year_video";
}

// Something whose time has come, by the person's own calendar, and that was not made yet.
struct DueSchedule {
  Caller owner;
  ScheduleKind kind = ScheduleKind::monthly_report;
  std::string period = {};  // 2026-01 or 2026
  Timestamp from;
  Timestamp to;
  Schedules schedules;
  std::string locale = {};
};

class ScheduleSweep {
 public:
  virtual ~ScheduleSweep() = default;
  [[nodiscard]] virtual Task<std::vector<DueSchedule>> due(Timestamp now, int max) = 0;
  // The request, its job, and the note that it was made, in one transaction. False: another was faster.
  [[nodiscard]] virtual Task<bool> make(DueSchedule due, Spec spec, RequestId id, Timestamp now) = 0;
};

}  // namespace mrbill::content
