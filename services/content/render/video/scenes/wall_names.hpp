// The names on the page that stands at this moment; what a name looks like is the style's.
#pragma once

#include <algorithm>
#include <functional>

#include <text/text.hpp>

#include "render/video/scenes/wall.hpp"
#include "render/video/script.hpp"

namespace mrbill::content::video {

struct NameOnWall {
  const Name& name;
  canvas::Rect cell;
  double since = 0;  // seconds since it entered
};

// How wide a column is, in row heights: so that nineteen names of twenty stand whole, unless they are long.
[[nodiscard]] inline double column_for(const Script& script, double usual, double character, double beside) {
  constexpr std::size_t max_whole = 26;
  std::vector<std::size_t> lengths;
  for (const auto& name : script.facts.names) lengths.push_back(text::code_points(name.name));
  if (lengths.empty()) return usual;
  std::ranges::sort(lengths);
  const auto whole = lengths[lengths.size() - 1 - lengths.size() / 20];
  return std::max(usual, static_cast<double>(std::min(whole, max_whole)) * character + beside);
}

// What a style says of its wall. Few names may be larger than many.
struct FewOrMany {
  double few = 0, many = 0;
};
struct WallLook {
  canvas::Rect area;
  double from = 0;       // seconds of the scene at which the first page stands
  FewOrMany max_row;     // in units
  FewOrMany column;      // how wide one is without long names, in row heights
  double character = 0;  // how wide one of a name is, in row heights
  double beside = 0;     // what stands beside a name, in row heights
};

// A wall like that until this second of the scene.
[[nodiscard]] inline WallPlan plan_wall(const Script& script, double until, const WallLook& look) {
  constexpr int max_few = 12;
  const auto chosen = [few = script.facts.total <= max_few](FewOrMany size) {
    return few ? size.few : size.many;
  };
  return plan_wall({.area = look.area,
                    .names = script.facts.total,
                    .from = look.from,
                    .until = until,
                    .unit = film::unit_of(script.size),
                    .max_row = chosen(look.max_row),
                    .column_by_row = column_for(script, chosen(look.column), look.character, look.beside)});
}

// Names of a page that stands for less than this are all there at once: they need the time to be read.
[[nodiscard]] inline bool comes_slowly(const WallPlan& plan) {
  return plan.page_seconds > film::Stage::rest + 0.4;
}

// late: how many seconds lie between the first and the last name of a page (none where pages run by fast).
template <class DrawName>
void each_name(const Script& script, const film::Stage& stage, const WallPlan& plan, double late,
               DrawName&& draw) {
  int page = plan.page_at(stage.seconds), first = page * plan.per_page();
  double since = stage.seconds - plan.from - page * plan.page_seconds;
  late = stage.calm() ? 0 : std::clamp(plan.page_seconds - film::Stage::rest - 0.4, 0.0, late);
  auto all = static_cast<int>(script.facts.names.size());
  for (int i = 0; i < plan.per_page() && first + i < all; ++i) {
    double own = since - late * (i % plan.rows) / plan.rows;
    if (own >= 0)
      draw(NameOnWall{script.facts.names[static_cast<std::size_t>(first + i)], plan.cell(i), own});
  }
}

}  // namespace mrbill::content::video
