#include "render/video/scenes/wall_names.hpp"
#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {

WallPlan wall_of(const Script& script, double seconds) {
  double u = film::unit_of(script.size);
  Page page = page_of(script.size);
  Rect safe = film::safe_area(script.size);
  Rect area = page.matter;
  area.height = safe.bottom() - 60 * u - area.y;
  // Very many stand over the whole page.
  if (script.facts.total > 400 && film::is_wide(script.size))
    area = {safe.x, page.notes.y + 70 * u, safe.width, safe.bottom() - 60 * u - page.notes.y - 70 * u};
  return plan_wall(script, seconds,
                   {.area = area,
                    .from = enter + 0.1,
                    .max_row = {.few = 130, .many = 68},
                    .column = {.few = 7.0, .many = 6.2},
                    .character = 0.31,
                    .beside = 0.5});
}

Draw wall(const Script& script, std::size_t scene) {
  const Sheet& sheet = sheet_of(script, scene);
  return
      [&script, scene, &sheet, plan = wall_of(script, script.story.seconds_of(scene))](const Stage& stage) {
        furnish(stage, script, scene, heading_of_names(script.facts, script.words));
        double size = plan.row_height * 0.66 / stage.u();
        each_name(script, stage, plan, 0.8, [&](const NameOnWall& one) {
          double come = comes_slowly(plan) && !stage.calm() ? std::min(1.0, one.since / 0.3) : 1;
          auto text = stage.set(one.name.name, serif(size), one.cell.width - plan.row_height * 0.4);
          stage.picture.text(text, {one.cell.x, one.cell.y + plan.row_height * 0.7},
                             canvas::faded(sheet.ink, come));
        });
      };
}

}  // namespace mrbill::content::video::folio
