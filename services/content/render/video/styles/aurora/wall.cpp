#include "render/video/scenes/wall_names.hpp"
#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {

WallPlan wall_of(const Script& script, double seconds) {
  Rect area = below_kicker(script.size, 110);
  WallPlan plan = plan_wall(script, seconds,
                            {.area = area,
                             .from = enter + 0.1,
                             .max_row = {.few = 120, .many = 66},
                             .column = {.few = 6.5, .many = 6.6},
                             .character = 0.31,
                             .beside = 1.3});
  // In the middle, whatever was left over.
  plan.area.x += (area.width - plan.columns * plan.column_width) / 2;
  plan.area.y += (area.height - plan.rows * plan.row_height) / 2;
  return plan;
}

namespace {

// A dot in the language's colour before the name; both in the middle where there is one column.
void name(const Stage& stage, const WallPlan& plan, const NameOnWall& one, double size) {
  double come = comes_slowly(plan) && !stage.calm() ? std::min(1.0, one.since / 0.3) : 1;
  double dot = plan.row_height * 0.16, gap = plan.row_height * 0.24;
  auto text = stage.set(one.name.name, words(size, 700), one.cell.width - 2 * dot - gap * 2);
  Point middle = one.cell.centre();
  double x = plan.columns == 1 ? middle.x - (text->width() + 2 * dot + gap) / 2 : one.cell.x;
  Colour light = canvas::readable(one.name.colour, night, 2.4);
  stage.picture.fill(Path::circle({x + dot, middle.y}, dot), canvas::faded(light, come));
  stage.picture.text(text, {x + 2 * dot + gap, middle.y + plan.row_height * 0.18},
                     canvas::faded(white, come));
}

}  // namespace

Draw wall(const Script& script, std::size_t scene) {
  return [&script, plan = wall_of(script, script.story.seconds_of(scene))](const Stage& stage) {
    kicker(stage, heading_of_names(script.facts, script.words));
    double size = plan.row_height * 0.52 / stage.u();
    each_name(script, stage, plan, 0.5, [&](const NameOnWall& one) { name(stage, plan, one, size); });
  };
}

}  // namespace mrbill::content::video::aurora
