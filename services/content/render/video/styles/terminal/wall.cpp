#include "render/video/scenes/wall_names.hpp"
#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {

WallPlan wall_of(const Script& script, double seconds) {
  double u = film::unit_of(script.size);
  Rect safe = film::safe_area(script.size);
  Rect area{safe.x, safe.y + 90 * u, safe.width, safe.height - 200 * u};
  return plan_wall(script, seconds,
                   {.area = area,
                    .from = enter + 0.2,
                    .max_row = {.few = 110, .many = 62},
                    .column = {.few = 7.5, .many = 6.6},
                    .character = 0.42,
                    .beside = 0.9});
}

Draw wall(const Script& script, std::size_t scene) {
  double length = script.story.scenes[scene].bars * script.story.bar_seconds();
  return [&script, scene, plan = wall_of(script, length)](const Stage& stage) {
    screen(stage, script, scene, "ls # " + heading_of_names(script.facts, script.words));
    double u = stage.u(), size = plan.row_height * 0.72 / u;
    each_name(script, stage, plan, 0.6, [&](const NameOnWall& one) {
      double advance = plan.row_height * 0.36;
      auto text = stage.set(one.name.name, line(size), one.cell.width - advance * 2);
      double base = one.cell.y + plan.row_height * 0.74;
      stage.picture.fill(Rect{std::round(one.cell.x), std::round(base - plan.row_height * 0.38),
                              std::round(advance * 0.6), std::round(plan.row_height * 0.38)},
                         canvas::readable(one.name.colour, black, 2));
      stage.picture.text(text, {one.cell.x + advance, base}, green);
    });
  };
}

}  // namespace mrbill::content::video::terminal
