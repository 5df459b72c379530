#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sandbox/run.hpp>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace mrbill::sandbox {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int file_number = 3;  // what the program knows the file as

class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0)
      throw SandboxUnavailable(std::string("no pipe: ") + std::strerror(errno));
  }
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  [[nodiscard]] int end(std::size_t which) const { return ends_[which]; }
  void close_end(std::size_t which) {
    if (ends_[which] >= 0) ::close(ends_[which]);
    ends_[which] = -1;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
};

// Between fork and exec: nothing here may allocate or lock.
void cap(int what, std::uintmax_t most) {
  const rlimit limit{static_cast<rlim_t>(most), static_cast<rlim_t>(most)};
  if (::setrlimit(static_cast<decltype(RLIMIT_CPU)>(what), &limit) != 0) ::_exit(127);
}

[[noreturn]] void become(char* const* arguments, int file, int out, const RunLimits& limits) {
  const auto null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  // The copies above ten make sure that no target number is overwritten before it was copied.
  const auto high_file = ::fcntl(file, F_DUPFD_CLOEXEC, 10);
  const auto high_out = ::fcntl(out, F_DUPFD_CLOEXEC, 10);
  if (null < 0 || ::dup2(null, 0) < 0 || ::dup2(high_out, 1) < 0 || ::dup2(null, 2) < 0 ||
      ::dup2(high_file, file_number) < 0)
    ::_exit(127);
  // Whatever else the parent has open stays outside, also what it forgot to mark.
  if (::close_range(file_number + 1, ~0U, CLOSE_RANGE_CLOEXEC) != 0) ::_exit(127);
  cap(RLIMIT_CPU, static_cast<std::uintmax_t>(limits.processor_seconds));
  cap(RLIMIT_DATA, limits.memory_bytes);
  cap(RLIMIT_FSIZE, 0);
  cap(RLIMIT_CORE, 0);
  ::execv(arguments[0], arguments);
  ::_exit(127);
}

pid_t start(std::vector<std::string>& words, int file, int out, const RunLimits& limits) {
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const auto child = ::fork();
  if (child < 0) throw SandboxUnavailable(std::string("no process: ") + std::strerror(errno));
  if (child == 0) become(arguments.data(), file, out, limits);
  return child;
}

// False when the deadline or the limit came before the end.
bool read_all(int from, Clock::time_point deadline, std::uintmax_t most, std::vector<std::uint8_t>& out) {
  std::array<std::uint8_t, 64 * 1024> buffer;
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd waiting{from, POLLIN, 0};
    if (left <= 0) return false;
    const auto ready = ::poll(&waiting, 1, static_cast<int>(left));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    const auto count = ::read(from, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return count == 0;
    if (out.size() + static_cast<std::size_t>(count) > most) return false;
    out.insert(out.end(), buffer.begin(), buffer.begin() + count);
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

RunResult run(const Sandbox& sandbox, const std::filesystem::path& program,
              const std::vector<std::string>& arguments, int file, const RunLimits& limits) {
  auto words = command_in(sandbox, program, arguments);
  Pipe pipe;
  const auto child = start(words, file, pipe.end(1), limits);
  pipe.close_end(1);
  RunResult out;
  out.hit_a_limit = !read_all(pipe.end(0), Clock::now() + limits.wall, limits.output_bytes, out.output);
  if (out.hit_a_limit) ::kill(child, SIGKILL);  // its namespace of processes dies with it
  out.status = wait_for(child);
  return out;
}

}  // namespace mrbill::sandbox
