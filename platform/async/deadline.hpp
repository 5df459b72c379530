// A moment after which nobody waits for the answer any more.
//
//   auto deadline = Deadline::in(2s);
//   auto rows = co_await within(deadline, pool.acquire());   // throws DeadlineExceeded
#pragma once

#include <chrono>
#include <stdexcept>

#include <async/task.hpp>

namespace mrbill {

class Deadline {
 public:
  using clock = std::chrono::steady_clock;
  [[nodiscard]] static Deadline in(std::chrono::milliseconds span) { return Deadline{clock::now() + span}; }
  [[nodiscard]] static Deadline at(clock::time_point moment) { return Deadline{moment}; }
  [[nodiscard]] clock::time_point moment() const { return moment_; }
  [[nodiscard]] bool passed() const { return clock::now() >= moment_; }
  [[nodiscard]] Deadline earlier(Deadline other) const { return moment_ < other.moment_ ? *this : other; }

 private:
  explicit Deadline(clock::time_point moment) : moment_(moment) {}
  clock::time_point moment_;
};

class DeadlineExceeded : public std::runtime_error {
 public:
  explicit DeadlineExceeded(const char* what) : std::runtime_error(what) {}
};

// Runs the operation; when the deadline comes first the operation is cancelled and DeadlineExceeded thrown.
// (The template lies in async/within.hpp, which is heavier to compile.)
template <class T>
[[nodiscard]] Task<T> within(Deadline deadline, Task<T> operation);

[[nodiscard]] Task<> sleep_for(std::chrono::milliseconds span);

}  // namespace mrbill
