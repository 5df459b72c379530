// A program run in a sandbox to its end, with one open file as descriptor 3 and a pipe as its output.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <sandbox/sandbox.hpp>
#include <sandbox/unavailable.hpp>
#include <string>
#include <vector>

namespace mrbill::sandbox {

struct RunLimits {
  std::uintmax_t output_bytes = 0;
  std::uintmax_t memory_bytes = 0;
  int processor_seconds = 0;
  std::chrono::milliseconds wall{0};
};

struct RunResult {
  std::vector<std::uint8_t> output;
  int status = -1;           // its exit status; -1: a signal ended it
  bool hit_a_limit = false;  // of output or time, and was killed
};

// Blocks. Throws SandboxUnavailable when no process can be started.
[[nodiscard]] RunResult run(const Sandbox& sandbox, const std::filesystem::path& program,
                            const std::vector<std::string>& arguments, int file, const RunLimits& limits);

}  // namespace mrbill::sandbox
