#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {
namespace {

// Beside the unit where there is room, else below it.
void meaning(const Stage& stage, const Script& script, const Sheet& sheet, Rect matter, double unit_width,
             double base) {
  double u = stage.u();
  const std::string said = pace(script.facts, script.words);
  auto text = stage.wide() ? stage.fit(said, serif(64, true), {matter.width - unit_width - 60 * u, 100 * u})
                           : stage.fit(said, serif(76, true), {matter.width, 200 * u}, stage.tall() ? 2 : 1);
  Point at =
      stage.wide() ? Point{matter.right() - text->width(), base + 170 * u} : Point{matter.x, base + 290 * u};
  stage.rise(text, at, sheet.ink, stage.beat(3), 0.9, 20);
}

}  // namespace

Draw scale(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    const Rect matter = furnish(stage, script, scene, script.facts.period).matter;
    double u = stage.u(), land = stage.held(stage.beat(2), 0.9);
    double largest = stage.wide() ? 640 : stage.tall() ? 460 : 360;
    auto whole = stage.fit(script.number(script.facts.total), serif(largest), {matter.width, 700 * u});
    double base = matter.y + (stage.wide() ? matter.height * 0.7 : 120 * u + whole->size() * cap);
    auto shown = stage.set(counted(script, stage, script.facts.total, enter, land), serif(whole->size() / u));
    stage.picture.text(shown, {matter.x - 0.02 * whole->size(), base},
                       canvas::faded(sheet.ink, stage.opacity(enter * 0.7)));
    hairline(stage, {matter.x, base + 60 * u}, matter.width, land, sheet.ink);
    auto unit = stage.fit(unit_of_total(script), serif(110, true), {matter.width, 140 * u});
    stage.rise(unit, {matter.x, base + 170 * u}, sheet.red, land, 0.9, 20);
    meaning(stage, script, sheet, matter, unit->width(), base);
  };
}

}  // namespace mrbill::content::video::folio
