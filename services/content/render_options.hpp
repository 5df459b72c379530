// How both processes start what draws.
#pragma once

#include <filesystem>

#include "adapters/process/child_renderer.hpp"
#include "config.hpp"

namespace mrbill::content {

// Where this program lies, and its neighbours with it.
[[nodiscard]] inline std::filesystem::path own_folder() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

[[nodiscard]] inline RenderOptions render_options(const CommonConfig& config) {
  return {.video_program = config.video_program,
          .report_program = config.report_program,
          .scratch = config.scratch_folder,
          .decode_program = own_folder() / "mrbill-content-decode",
          .readable = config.render_readable,
          .threads = config.render_threads,
          .data_bytes = config.render_data_bytes};
}

}  // namespace mrbill::content
