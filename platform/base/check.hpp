// CHECK(condition, "why it holds"): an invariant of our own. When it does not hold the program is wrong; it
// says so on standard error and aborts, and the supervisor starts it anew. Never for input.
#pragma once

namespace mrbill {
[[noreturn]] void check_failed(const char* condition, const char* why, const char* file, int line) noexcept;
}  // namespace mrbill

#define CHECK(condition, why) \
  ((condition) ? static_cast<void>(0) : ::mrbill::check_failed(#condition, why, __FILE__, __LINE__))
