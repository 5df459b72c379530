// A program run to its end, its output as bytes. Blocks.
//
//   const auto outcome = run({.command = {"/usr/bin/sort"}, .file = file}, 1 << 20, 10s);
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include <process/process.hpp>

namespace mrbill::process {

struct Outcome {
  std::vector<std::uint8_t> output;
  int code = 0;              // its exit code; negative: the signal that ended it
  bool hit_a_limit = false;  // it said too much or took too long, and was killed
};

// Throws std::system_error when no process can be started.
[[nodiscard]] Outcome run(const Program& program, std::uintmax_t output_bytes,
                          std::chrono::milliseconds max_wait);

}  // namespace mrbill::process
