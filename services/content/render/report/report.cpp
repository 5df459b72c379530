#include "render/report/report.hpp"

#include "render/program/order_file.hpp"

namespace mrbill::content::report {

Result<std::string, RenderFailure> render_report(const Call&, Lines&) {
  return fail(RenderFailure{"order_invalid", "No report can be made yet."});
}

}  // namespace mrbill::content::report
