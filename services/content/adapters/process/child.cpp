#include "adapters/process/child.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

extern "C" {  // glibc 2.36 forgot to say so
#include <sys/pidfd.h>
}

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace mrbill::content {
namespace {

constexpr std::size_t longest_line = 1 << 20;

[[noreturn]] void fail_with(int error, const char* what) {
  throw std::system_error(error, std::generic_category(), what);
}

struct Pipe {
  int read = -1;
  int write = -1;
  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail_with(errno, "pipe");
    read = ends[0];
    write = ends[1];
    ::fcntl(read, F_SETFL, O_NONBLOCK);
  }
};

// The attributes and actions of posix_spawn, with their destruction.
class Plan {
 public:
  Plan(const ChildOptions& options, int output) {
    ::posix_spawnattr_init(&attributes_);
    ::posix_spawn_file_actions_init(&actions_);
    sigset_t every;
    ::sigfillset(&every);
    sigset_t none;
    ::sigemptyset(&none);
    ::posix_spawnattr_setsigdefault(&attributes_, &every);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    ::posix_spawnattr_setflags(&attributes_,
                               POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, options.log.c_str(),
                                       O_WRONLY | O_CREAT | O_TRUNC, 0600);
    // Asio opens sockets without close-on-exec: none of them is the child's business.
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
    ::posix_spawn_file_actions_addchdir_np(&actions_, options.folder.c_str());
  }
  ~Plan() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  Plan(const Plan&) = delete;
  Plan& operator=(const Plan&) = delete;

  [[nodiscard]] int start(pid_t& child, char* const argv[], char* const environment[]) {
    return ::posix_spawn(&child, argv[0], &actions_, &attributes_, argv, environment);
  }

 private:
  posix_spawnattr_t attributes_{};
  posix_spawn_file_actions_t actions_{};
};

std::vector<char*> pointers_of(const std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (const auto& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

// prlimit sets the limits before the program is there, and what it starts inherits them; setpriv sees to it
// that the program dies when we do, whatever kills us.
std::vector<std::string> bounded(const ChildOptions& options) {
  std::vector<std::string> all{"/usr/bin/prlimit", "--core=0"};
  const auto limit = [&all](const char* name, std::uint64_t most) {
    if (most > 0) all.push_back(std::string(name) + std::to_string(most));
  };
  limit("--data=", options.data_bytes);
  limit("--fsize=", options.file_bytes);
  limit("--cpu=", options.cpu_seconds);
  for (const auto* word : {"/usr/bin/setpriv", "--pdeathsig", "KILL", "--"}) all.emplace_back(word);
  all.insert(all.end(), options.command.begin(), options.command.end());
  return all;
}

pid_t start(const ChildOptions& options, int output) {
  const auto command = bounded(options);
  const auto argv = pointers_of(command);
  const auto environment = pointers_of(options.environment);
  Plan plan(options, output);
  pid_t child = -1;
  const int error = plan.start(child, argv.data(), environment.data());
  if (error != 0) fail_with(error, "the render program cannot be started");
  ::setpriority(PRIO_PGRP, static_cast<id_t>(child), options.nice);
  return child;
}

}  // namespace

struct Child::State : std::enable_shared_from_this<Child::State> {
  State(const asio::any_io_executor& executor, const ChildOptions& options)
      : output(executor), process(executor), alarm(executor) {
    const Pipe pipe;
    output.assign(pipe.read);
    try {
      child = start(options, pipe.write);
    } catch (...) {
      ::close(pipe.write);
      throw;
    }
    ::close(pipe.write);
    const int descriptor = ::pidfd_open(child, 0);
    if (descriptor < 0) {
      kill();
      reap(0);
      fail_with(errno, "pidfd_open");
    }
    process.assign(descriptor);
  }

  // Readiness loses nothing when it is cancelled; a read might.
  Task<> ready(asio::posix::stream_descriptor& descriptor, std::chrono::milliseconds at_most) {
    alarm.expires_after(at_most);
    alarm.async_wait([self = shared_from_this(), &descriptor](boost::system::error_code cancelled) {
      boost::system::error_code ignored;
      if (!cancelled) descriptor.cancel(ignored);
    });
    co_await descriptor.async_wait(asio::posix::stream_descriptor::wait_read,
                                   asio::as_tuple(asio::use_awaitable));
    alarm.cancel();
  }

  std::optional<std::string> take_line() {
    const auto end = text.find('\n');
    if (end == std::string::npos) {
      if (text.size() > longest_line) throw std::runtime_error("the render program's line is too long");
      return std::nullopt;
    }
    auto line = text.substr(0, end);
    text.erase(0, end + 1);
    return line;
  }

  void read_what_is_there() {
    std::array<char, 16 * 1024> buffer;
    const auto count = ::read(output.native_handle(), buffer.data(), buffer.size());
    if (count > 0) text.append(buffer.data(), static_cast<std::size_t>(count));
    if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) over = true;
  }

  // False: it still runs.
  bool reap(int options) {
    if (reaped) return true;
    siginfo_t info{};
    if (::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | options) != 0) {
      reaped = true;
      return true;
    }
    if (info.si_pid == 0) return false;
    code = info.si_code == CLD_EXITED ? info.si_status : -info.si_status;
    reaped = true;
    return true;
  }

  // Not once it was waited for: the number may be another's then.
  void kill() const {
    if (reaped) return;
    ::kill(-child, SIGKILL);
    ::kill(child, SIGKILL);
  }

  asio::posix::stream_descriptor output;
  asio::posix::stream_descriptor process;
  asio::steady_timer alarm;
  std::string text;
  pid_t child = -1;
  int code = 0;
  bool over = false;
  bool reaped = false;
};

Child::Child(const asio::any_io_executor& executor, const ChildOptions& options)
    : state_(std::make_shared<State>(executor, options)) {}

Child::~Child() {
  state_->alarm.cancel();
  state_->kill();
  state_->reap(0);
}

Task<std::optional<std::string>> Child::line(std::chrono::milliseconds at_most) {
  const auto state = state_;
  if (auto line = state->take_line()) co_return line;
  if (state->over) co_return std::nullopt;
  co_await state->ready(state->output, at_most);
  state->read_what_is_there();
  co_return state->take_line();
}

bool Child::ended() const {
  return state_->over && state_->text.find('\n') == std::string::npos;
}

Task<int> Child::wait(std::chrono::milliseconds at_most) {
  const auto state = state_;
  if (!state->reap(WNOHANG)) {
    co_await state->ready(state->process, at_most);
    if (!state->reap(WNOHANG)) {
      state->kill();
      state->reap(0);
    }
  }
  // What it has started goes with it.
  ::kill(-state->child, SIGKILL);
  co_return state->code;
}

void Child::kill() {
  state_->kill();
}
int Child::id() const {
  return state_->child;
}

}  // namespace mrbill::content
