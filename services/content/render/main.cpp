// mrbill-content-render: makes films and reports out of an order file, and nothing else: no network, no database, no secrets.
#include <array>

#include "render/program/run.hpp"
#include "render/report/report.hpp"
#include "render/video/video.hpp"

namespace mrbill::content {
namespace {

constexpr std::array commands{
    Command{"report", report::render_report},
    Command{"storyboard", video::render_storyboard},
    Command{"video", video::render_video},
    Command{"stills", video::render_stills},
};

}  // namespace
}  // namespace mrbill::content

int main(int argc, char** argv) {
  return mrbill::content::run_program(mrbill::content::commands, argc, argv);
}
