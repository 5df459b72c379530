#include <array>
#include <cerrno>
#include <poll.h>

#include <process/run.hpp>

namespace mrbill::process {
namespace {

using Clock = std::chrono::steady_clock;

// False when the deadline came first.
bool is_readable_by(int descriptor, Clock::time_point deadline) {
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    pollfd waiting{descriptor, POLLIN, 0};
    const auto ready = ::poll(&waiting, 1, static_cast<int>(left));
    if (ready < 0 && errno == EINTR) continue;
    return ready > 0;
  }
}

// False when the deadline or the limit came before the end.
bool read_all(int from, Clock::time_point deadline, std::uintmax_t max, std::vector<std::uint8_t>& out) {
  std::array<std::uint8_t, 64 * 1024> buffer;
  while (is_readable_by(from, deadline)) {
    const auto count = ::read(from, buffer.data(), buffer.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) return count == 0;
    if (out.size() + static_cast<std::size_t>(count) > max) return false;
    out.insert(out.end(), buffer.begin(), buffer.begin() + count);
  }
  return false;
}

}  // namespace

Outcome run(const Program& program, std::uintmax_t output_bytes, std::chrono::milliseconds max_wait) {
  const auto deadline = Clock::now() + max_wait;
  Process process(program);
  Outcome outcome;
  // It may have closed its output and run on.
  outcome.hit_a_limit = !read_all(process.output().get(), deadline, output_bytes, outcome.output) ||
                        !is_readable_by(process.ending().get(), deadline);
  if (outcome.hit_a_limit) process.kill();
  outcome.code = process.wait();
  return outcome;
}

}  // namespace mrbill::process
