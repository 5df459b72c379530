#include "render/video/scenes/wall.hpp"

#include <algorithm>
#include <cmath>

namespace mrbill::content::video {

int WallPlan::page_at(double seconds) const {
  if (page_seconds <= 0) return 0;
  return std::clamp(static_cast<int>((seconds - from) / page_seconds + 1e-6), 0, pages - 1);
}

canvas::Rect WallPlan::cell(int index) const {
  return {area.x + column_width * (index / rows), area.y + row_height * (index % rows), column_width,
          row_height};
}

WallPlan plan_wall(const WallRequest& request) {
  constexpr double rows[] = {1, 0.86, 0.75, 0.64, 0.55, 0.47, 0.41, 0.36, 0.31, 0.27, 0.24, 0.21, 0.18};
  WallPlan plan;
  double time = std::max(0.1, request.until - request.from);
  for (double share : rows) {
    double row = std::max(13.0, request.max_row * share) * request.unit;
    plan.area = request.area;
    plan.rows = std::max(1, static_cast<int>(request.area.height / row));
    plan.columns = std::max(1, static_cast<int>(request.area.width / (row * request.column_by_row)));
    plan.row_height = row;
    plan.column_width = request.area.width / plan.columns;
    plan.pages = std::max(1, (request.names + plan.per_page() - 1) / plan.per_page());
    plan.from = request.from;
    plan.page_seconds = time / plan.pages;
    double needed = share > 0.6   ? 2.2
                    : share > 0.4 ? 2.0
                                  : 0.55;  // large names deserve to be read at leisure
    if (plan.pages == 1 || plan.page_seconds >= needed) break;
  }
  // Pages equally full, and a single page set evenly in its area.
  int each = (request.names + plan.pages - 1) / plan.pages;
  plan.rows = std::clamp((each + plan.columns - 1) / plan.columns, 1, plan.rows);
  int used = std::max(1, (each + plan.rows - 1) / plan.rows);
  if (used < plan.columns)
    plan.columns = used,
    plan.column_width = std::min(request.area.width / used, plan.row_height * request.column_by_row * 1.6);
  return plan;
}

}  // namespace mrbill::content::video
