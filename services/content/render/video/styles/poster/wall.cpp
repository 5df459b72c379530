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

namespace {

// A square in the language's colour before the name, both on whole pixels.
void name(const Stage& stage, const WallPlan& plan, const Name& one, Rect cell, const World& world) {
  double row = plan.row_height, mark = std::round(row * 0.34), baseline = std::round(cell.y + row * 0.68);
  stage.picture.fill(Rect{std::round(cell.x), baseline - mark, mark, mark},
                     canvas::readable(one.colour, world.ground, 1.8));
  auto text = stage.set(one.name, mono(row * 0.5 / stage.u()), cell.width - mark - row * 0.6);
  stage.picture.text(text, {cell.x + mark + row * 0.25, baseline}, world.ink);
}

}  // namespace

Draw wall(const Script& script, std::size_t scene) {
  return [&script, scene, plan = wall_of(script, script.story.seconds_of(scene))](const Stage& stage) {
    World world = world_of(script, scene);
    const auto& names = script.facts.names;
    head(stage, script, scene, world, heading_of_names(script.facts, script.words));
    int page = plan.page_at(stage.seconds), first = page * plan.per_page();
    double since = stage.seconds - plan.from - page * plan.page_seconds;
    double spread = stage.calm() ? 0 : std::clamp(plan.page_seconds - 1.6, 0.0, page == 0 ? 0.5 : 0.24);
    for (int i = 0; i < plan.per_page() && first + i < static_cast<int>(names.size()); ++i) {
      double late = spread * (i % plan.rows) / plan.rows;
      if (since < late) continue;
      name(stage, plan, names[static_cast<std::size_t>(first + i)], plan.cell(i), world);
    }
  };
}

}  // namespace mrbill::content::video::poster
