// mrbill-content-report: makes a report out of an order file, and nothing else: no network, no database,
// no secrets.
#include <array>

#include "render/program/run.hpp"
#include "render/report/report.hpp"

int main(int argc, char** argv) {
  using namespace mrbill::content;
  static constexpr std::array commands{Command{"report", report::render_report}};
  return run_program({"mrbill-content-report", commands}, argc, argv);
}
