#include <canvas/text.hpp>

#include "render/video/scenes/wall_names.hpp"
#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {

WallPlan wall_of(const Script& script, double seconds) {
  double u = film::unit_of(script.size);
  Rect safe = film::safe_area(script.size);
  Rect area{safe.x, safe.y + 90 * u, safe.width, safe.height - 110 * u};
  return plan_wall(script, seconds,
                   {.area = area,
                    .from = enter + 0.1,
                    .max_row = {.few = 130, .many = 62},
                    .column = {.few = 6.0, .many = 7.2},
                    .character = 0.31,
                    .beside = 1.1});
}

Draw wall(const Script& script, std::size_t scene) {
  double length = script.story.scenes[scene].bars * script.story.bar_seconds();
  return [&script, scene, plan = wall_of(script, length)](const Stage& stage) {
    World world = world_of(script, scene);
    const auto& names = script.facts.names;
    head(stage, script, scene, world, heading_of_names(script.facts, script.words));
    double u = stage.u();
    int page = plan.page_at(stage.seconds), first = page * plan.per_page();
    double since = stage.seconds - plan.from - page * plan.page_seconds;
    double spread = stage.calm() ? 0 : std::clamp(plan.page_seconds - 1.6, 0.0, page == 0 ? 0.5 : 0.24);
    double size = plan.row_height * 0.5 / u;
    for (int i = 0; i < plan.per_page() && first + i < static_cast<int>(names.size()); ++i) {
      const auto& name = names[static_cast<std::size_t>(first + i)];
      Rect cell = plan.cell(i);
      double late = spread * (i % plan.rows) / plan.rows;
      if (since < late) continue;
      double mark = std::round(plan.row_height * 0.34);
      double baseline = std::round(cell.y + plan.row_height * 0.68);
      stage.picture.fill(Rect{std::round(cell.x), baseline - mark, mark, mark},
                         canvas::readable(name.colour, world.ground, 1.8));
      auto text = stage.set(name.name, mono(size), cell.width - mark - plan.row_height * 0.6);
      stage.picture.text(text, {cell.x + mark + plan.row_height * 0.25, baseline}, world.ink);
    }
  };
}

}  // namespace mrbill::content::video::poster
