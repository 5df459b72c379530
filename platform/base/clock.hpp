// Time as a port: what decides by time takes a Clock, so a test can move it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace mrbill {

// UTC, microseconds: the resolution of PostgreSQL's timestamptz.
using Timestamp = std::chrono::sys_time<std::chrono::microseconds>;

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override;
};

// RFC 3339 in UTC with milliseconds and Z: 2026-01-31T09:05:00.123Z
[[nodiscard]] std::string to_rfc3339(Timestamp time);
void append_rfc3339(std::string& out, Timestamp time);

// Any RFC 3339 date-time, offsets included, years 0001-9999; nothing for anything else.
[[nodiscard]] std::optional<Timestamp> from_rfc3339(std::string_view text);

}  // namespace mrbill
