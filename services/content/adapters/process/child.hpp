// A child process and its standard output, line by line, on Asio: started by posix_spawn in a process group
// of its own with a cleared environment, no inherited descriptor, limits, and a promise to die with us; ended
// by kill of the whole group.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/asio/any_io_executor.hpp>

#include <async/task.hpp>

namespace mrbill::content {

struct ChildOptions {
  std::vector<std::string> command;  // absolute path first
  std::string folder;                // where it works
  std::string log;                   // its standard error goes there
  std::vector<std::string> environment;
  std::uint64_t data_bytes = 0;  // RLIMIT_DATA
  std::uint64_t file_bytes = 0;  // RLIMIT_FSIZE
  std::uint64_t cpu_seconds = 0;
  int nice = 10;
};

class Child {
 public:
  // Throws std::system_error when it cannot be started.
  Child(const asio::any_io_executor& executor, const ChildOptions& options);
  ~Child();  // kills it and waits: milliseconds
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // The next line without its end; nothing when none came in time, or the output is over (ended() tells). A
  // line longer than 1 MiB throws std::runtime_error.
  [[nodiscard]] Task<std::optional<std::string>> line(std::chrono::milliseconds at_most);
  [[nodiscard]] bool ended() const;  // its output is over and read
  // Waits for the process itself, killing it after a while. The exit code; negative: the signal.
  [[nodiscard]] Task<int> wait(std::chrono::milliseconds at_most);
  void kill();
  [[nodiscard]] int id() const;

 private:
  struct State;
  std::shared_ptr<State> state_;  // shared with timers under way
};

}  // namespace mrbill::content
