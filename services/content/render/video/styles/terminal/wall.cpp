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

namespace {

// A mark in the language's colour before the name, both on whole pixels.
void name(const Stage& stage, const WallPlan& plan, const NameOnWall& one) {
  double row = plan.row_height, advance = row * 0.36, base = one.cell.y + row * 0.74;
  auto text = stage.set(one.name.name, line(row * 0.72 / stage.u()), one.cell.width - advance * 2);
  stage.picture.fill(Rect{std::round(one.cell.x), std::round(base - row * 0.38), std::round(advance * 0.6),
                          std::round(row * 0.38)},
                     canvas::readable(one.name.colour, black, 2));
  stage.picture.text(text, {one.cell.x + advance, base}, green);
}

}  // namespace

Draw wall(const Script& script, std::size_t scene) {
  return [&script, scene, plan = wall_of(script, script.story.seconds_of(scene))](const Stage& stage) {
    screen(stage, script, scene, "ls # " + heading_of_names(script.facts, script.words));
    each_name(script, stage, plan, 0.6, [&](const NameOnWall& one) { name(stage, plan, one); });
  };
}

}  // namespace mrbill::content::video::terminal
