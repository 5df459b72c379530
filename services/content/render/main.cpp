// mrbill-content-render: makes films and reports out of an order file, and nothing else: no network, no database, no secrets.
#include <array>

#include "render/program/run.hpp"
#include "render/report/report.hpp"

namespace mrbill::content {
namespace {

constexpr std::array commands{
    Command{"report", report::render_report},
};

}  // namespace
}  // namespace mrbill::content

int main(int argc, char** argv) {
  return mrbill::content::run_program(mrbill::content::commands, argc, argv);
}
