// A program of platform/process on Asio: its output line by line as it comes, its end awaited.
//
//   Child child(executor, {.command = {"/usr/bin/seq", "3"}});
//   while (auto line = co_await child.line(5s)) ...
//   const int code = co_await child.wait(2s);
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include <boost/asio/any_io_executor.hpp>

#include <async/task.hpp>
#include <process/process.hpp>

namespace mrbill {

class Child {
 public:
  // Throws std::system_error when no process can be started.
  Child(const asio::any_io_executor& executor, const process::Program& program);
  ~Child();  // kills it and waits: milliseconds
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // The next line without its end; nothing when none came in time, or the output is over (ended() tells). A
  // line longer than 1 MiB throws std::runtime_error.
  [[nodiscard]] Task<std::optional<std::string>> line(std::chrono::milliseconds max_wait);
  [[nodiscard]] bool ended() const;  // its output is over and read
  // Waits for the process itself, killing it after a while. The exit code; negative: the signal.
  [[nodiscard]] Task<int> wait(std::chrono::milliseconds max_wait);
  void kill();
  [[nodiscard]] int id() const;

 private:
  struct State;
  std::shared_ptr<State> state_;  // shared with timers under way
};

}  // namespace mrbill
