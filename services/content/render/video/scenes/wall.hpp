// How all names are shown: pages of columns, as large as the time allows, each page held long enough; for
// very many, dense pages that run by and are readable at pause.
#pragma once

#include <vector>

#include <canvas/geometry.hpp>

namespace mrbill::content::video {

struct WallPlan {
  canvas::Rect area;
  int columns = 1;
  int rows = 1;
  double row_height = 0;
  double column_width = 0;
  int pages = 1;
  double from = 0;  // seconds of the scene at which the first page stands
  double page_seconds = 0;

  [[nodiscard]] int per_page() const { return columns * rows; }
  [[nodiscard]] int page_at(double seconds) const;
  [[nodiscard]] canvas::Rect cell(int index_on_page) const;  // column by column
};

struct WallRequest {
  canvas::Rect area;
  int names = 0;
  double from = 0;
  double until = 0;
  double unit = 1;
  double max_row = 72;       // in units
  double column_by_row = 9;  // how wide a column is, in row heights
};

[[nodiscard]] WallPlan plan_wall(const WallRequest& request);

}  // namespace mrbill::content::video
