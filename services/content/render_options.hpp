// How both processes start what draws.
#pragma once

#include "adapters/process/child_renderer.hpp"
#include "config.hpp"

namespace mrbill::content {

[[nodiscard]] inline RenderOptions render_options(const CommonConfig& config) {
  return {.video_program = config.video_program,
          .report_program = config.report_program,
          .scratch = config.scratch_folder,
          .threads = config.render_threads,
          .data_bytes = config.render_data_bytes};
}

}  // namespace mrbill::content
