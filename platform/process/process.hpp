// A program started by posix_spawn as a process of its own: in a group of its own, with the environment, the
// descriptors and the limits that it is given and no others, and a promise to die with the thread that
// started it. It is ended by a kill of the whole group.
//
//   Process shell({.command = {"/bin/sh", "-c", "echo hello"}, .environment = {"PATH=/usr/bin:/bin"}});
//   ...                          // what it says is read from shell.output()
//   const int code = shell.wait();
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

#include <process/descriptor.hpp>

namespace mrbill::process {

// Of each process; what nothing is said of has no limit but ours. No core is ever written.
struct Limits {
  std::optional<std::uint64_t> data_bytes = {};  // RLIMIT_DATA
  std::optional<std::uint64_t> file_bytes = {};  // RLIMIT_FSIZE
  std::optional<std::uint64_t> cpu_seconds = {};
};

struct Program {
  std::vector<std::string> command;           // its path first, or its name where the environment has a PATH
  std::vector<std::string> environment = {};  // NAME=value, and nothing of ours
  std::string folder = {};                    // where it works; empty: where we do
  std::string log = {};                       // its standard error goes there; empty: nowhere
  std::optional<int> file = {};               // an open file of ours: its descriptor 3
  Limits limits = {};
  int nice = 0;
};

class Process {
 public:
  // Throws std::system_error when no process can be started. A program that is not there is told by its end.
  explicit Process(const Program& program);
  ~Process();  // kills it and waits: milliseconds
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  [[nodiscard]] int id() const { return id_; }
  Descriptor& output() { return output_; }  // its standard output; reading it does not block
  Descriptor& ending() { return ending_; }  // readable once it has ended
  // The exit code; negative: the signal. Nothing: it still runs. What it has started ends with it.
  [[nodiscard]] std::optional<int> ended();
  int wait();   // until it has ended
  void kill();  // the whole group

 private:
  void reap(int options);

  Descriptor output_;
  Descriptor ending_;
  pid_t id_ = -1;
  std::optional<int> code_;  // once it was waited for: its number may be another's then
};

}  // namespace mrbill::process
