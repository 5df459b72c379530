// The names on the page that stands at this moment; what a name looks like is the style's.
#pragma once

#include <algorithm>
#include <functional>

#include "render/video/scenes/wall.hpp"
#include "render/video/script.hpp"

namespace mrbill::content::video {

struct NameOnWall {
  const Name& name;
  canvas::Rect cell;
  double since = 0;  // seconds since it entered
};

// late: how many seconds lie between the first and the last name of a page (none where pages run by fast).
template <class DrawName>
void each_name(const Script& script, const film::Stage& stage, const WallPlan& plan, double late,
               DrawName&& draw) {
  int page = plan.page_at(stage.seconds), first = page * plan.per_page();
  double since = stage.seconds - plan.from - page * plan.page_seconds;
  if (plan.page_seconds < 0.8 || stage.calm()) late = 0;
  late = std::min(late, plan.page_seconds * 0.3);
  auto all = static_cast<int>(script.facts.names.size());
  for (int i = 0; i < plan.per_page() && first + i < all; ++i) {
    double own = since - late * (i % plan.rows) / plan.rows;
    if (own >= 0)
      draw(NameOnWall{script.facts.names[static_cast<std::size_t>(first + i)], plan.cell(i), own});
  }
}

}  // namespace mrbill::content::video
