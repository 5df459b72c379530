// Renderer that starts mrbill-content-video or -report, a process for each drawing, each in a scratch folder
// and a sandbox of its own.
//
// Safety: nothing of a drawing outlives its Rendering (the whole process group is killed), its Workplace (the
// folder is removed), or this process (the child dies with it; its folder is swept at the next start).
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <async/work_pool.hpp>

#include "adapters/process/scratch.hpp"
#include "ports/renderer.hpp"

namespace mrbill::content {

struct RenderOptions {
  std::string video_program;   // absolute path
  std::string report_program;  // absolute path
  std::filesystem::path scratch;
  std::string decode_program = {};  // absolute path; of uploaded music
  std::vector<std::filesystem::path> readable =
      {};  // beside what the programs need: for programs of another make
  unsigned threads = 2;
  std::uint64_t data_bytes = std::uint64_t{1} << 30;  // of its memory
  std::uint64_t file_bytes = std::uint64_t{2} << 30;  // of one file of its
  std::chrono::seconds cpu{1'800};
};

class ChildRenderer final : public Renderer {
 public:
  ChildRenderer(asio::io_context& io, RenderOptions options, WorkPool& files);
  std::unique_ptr<Workplace> prepare() override;

 private:
  asio::io_context& io_;
  RenderOptions options_;
  WorkPool& files_;
  WorkPool decoding_{1, 16};
  Scratch scratch_;
};

}  // namespace mrbill::content
