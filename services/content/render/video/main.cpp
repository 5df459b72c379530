// mrbill-content-video: makes films and their storyboards out of an order file, and nothing else: no network,
// no database, no secrets.
#include <array>

#include "render/program/run.hpp"
#include "render/video/video.hpp"

int main(int argc, char** argv) {
  using namespace mrbill::content;
  static constexpr std::array commands{
      Command{"video", video::render_video},
      Command{"storyboard", video::render_storyboard},
      Command{"preview", video::render_preview},
      Command{"stills", video::render_stills},
  };
  return run_program({"mrbill-content-video", commands}, argc, argv);
}
