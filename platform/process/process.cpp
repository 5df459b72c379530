#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <system_error>

#include <process/process.hpp>

extern "C" {  // glibc 2.36 forgot to say so
#include <sys/pidfd.h>
}

namespace mrbill::process {
namespace {

constexpr int file_number = 3;  // what the program knows the file as

[[noreturn]] void fail_with(int error, const char* what) {
  throw std::system_error(error, std::generic_category(), what);
}

struct Pipe {
  Descriptor ours;
  Descriptor its;
  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail_with(errno, "pipe");
    ours = Descriptor(ends[0]);
    its = Descriptor(ends[1]);
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  }
};

// A copy above the numbers that the program gets: none of these is overwritten before it was copied.
Descriptor lifted(int number) {
  Descriptor copy(::fcntl(number, F_DUPFD_CLOEXEC, 10));
  if (copy.get() < 0) fail_with(errno, "a descriptor cannot be handed on");
  return copy;
}

// The attributes and actions of posix_spawn, with their destruction.
class Plan {
 public:
  Plan(const Program& program, int output, int file) {
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
    ::posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO,
                                       program.log.empty() ? "/dev/null" : program.log.c_str(),
                                       O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file >= 0) ::posix_spawn_file_actions_adddup2(&actions_, file, file_number);
    // Asio opens sockets without close-on-exec: none of them is the program's business.
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, file >= 0 ? file_number + 1 : file_number);
    if (!program.folder.empty()) ::posix_spawn_file_actions_addchdir_np(&actions_, program.folder.c_str());
  }
  ~Plan() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  Plan(const Plan&) = delete;
  Plan& operator=(const Plan&) = delete;

  [[nodiscard]] int start(pid_t& id, char* const argv[], char* const environment[]) {
    return ::posix_spawn(&id, argv[0], &actions_, &attributes_, argv, environment);
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
std::vector<std::string> bounded(const Program& program) {
  std::vector<std::string> all{"/usr/bin/prlimit", "--core=0"};
  const auto limit = [&all](const char* name, std::optional<std::uint64_t> max) {
    if (max) all.push_back(name + std::to_string(*max));
  };
  limit("--data=", program.limits.data_bytes);
  limit("--fsize=", program.limits.file_bytes);
  limit("--cpu=", program.limits.cpu_seconds);
  for (const auto* word : {"/usr/bin/setpriv", "--pdeathsig", "KILL", "--"}) all.emplace_back(word);
  all.insert(all.end(), program.command.begin(), program.command.end());
  return all;
}

pid_t start(const Program& program, int output) {
  const auto command = bounded(program);
  const auto argv = pointers_of(command);
  const auto environment = pointers_of(program.environment);
  const auto high_output = lifted(output);
  const auto high_file = program.file ? lifted(*program.file) : Descriptor();
  Plan plan(program, high_output.get(), high_file.get());
  pid_t id = -1;
  const int error = plan.start(id, argv.data(), environment.data());
  if (error != 0) fail_with(error, "the program cannot be started");
  if (program.nice != 0) ::setpriority(PRIO_PGRP, static_cast<id_t>(id), program.nice);
  return id;
}

}  // namespace

Process::Process(const Program& program) {
  Pipe pipe;
  id_ = start(program, pipe.its.get());
  output_ = std::move(pipe.ours);
  ending_ = Descriptor(::pidfd_open(id_, 0));
  if (ending_.get() >= 0) return;
  const int error = errno;
  kill();
  reap(0);
  fail_with(error, "pidfd_open");
}

Process::~Process() {
  kill();
  reap(0);
}

// What it has started ends with it: until it is waited for, its number is no other group's.
void Process::reap(int options) {
  if (code_) return;
  siginfo_t info{};
  const auto look = [&](int how) {
    int outcome = 0;
    while ((outcome = ::waitid(P_PID, static_cast<id_t>(id_), &info, WEXITED | how)) != 0 && errno == EINTR) {
    }
    return outcome;
  };
  if (look(WNOWAIT | options) == 0 && info.si_pid == 0) return;
  ::kill(-id_, SIGKILL);
  if (look(0) != 0) info = {};  // somebody else has waited for it
  code_ = info.si_code == CLD_EXITED ? info.si_status : -info.si_status;
}

std::optional<int> Process::ended() {
  reap(WNOHANG);
  return code_;
}

int Process::wait() {
  reap(0);
  return code_.value_or(0);
}

// Not once it was waited for.
void Process::kill() {
  if (code_) return;
  ::kill(-id_, SIGKILL);
  ::kill(id_, SIGKILL);
}

}  // namespace mrbill::process
