// A program started in a sandbox of its own by bubblewrap, with one open file as descriptor 3 and a pipe as its output.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mrbill::media {

struct ChildLimits {
  std::uintmax_t output_bytes = 0;
  std::uintmax_t memory_bytes = 0;
  int processor_seconds = 0;
  std::chrono::milliseconds wall{0};
};

struct ChildResult {
  std::vector<std::uint8_t> output;
  int status = -1;           // its exit status; -1: a signal ended it
  bool hit_a_limit = false;  // of output or time, and was killed
};

// Blocks. Throws MediaUnavailable when no process can be started.
[[nodiscard]] ChildResult run_sandboxed(const std::filesystem::path& bubblewrap,
                                        const std::filesystem::path& program,
                                        const std::vector<std::string>& arguments, int file,
                                        const ChildLimits& limits);

}  // namespace mrbill::media
