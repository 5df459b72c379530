#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {

Draw scale(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    Page page = furnish(stage, script, scene, script.facts.period);
    double u = stage.u(), land = stage.held(stage.beat(2), 0.9);
    auto whole = stage.fit(script.number(script.facts.total),
                           serif(stage.wide()   ? 640
                                 : stage.tall() ? 460
                                                : 360),
                           {page.matter.width, 700 * u});
    double base = page.matter.y + (stage.wide() ? page.matter.height * 0.7 : 120 * u + whole->size() * cap);
    TextStyle style = serif(whole->size() / u);
    auto shown = stage.set(counted(script, stage, script.facts.total, enter, land), style);
    stage.picture.text(shown, {page.matter.x - 0.02 * whole->size(), base},
                       canvas::faded(sheet.ink, stage.opacity(enter * 0.7)));
    hairline(stage, {page.matter.x, base + 60 * u}, page.matter.width, land, sheet.ink);
    auto unit = stage.fit(form(script.facts.total, script.words.poc_one, script.words.poc_many),
                          serif(110, true), {page.matter.width, 140 * u});
    stage.rise(unit, {page.matter.x, base + 170 * u}, sheet.red, land, 0.9, 20);
    if (stage.wide()) {
      auto meaning = stage.fit(pace(script.facts, script.words), serif(64, true),
                               {page.matter.width - unit->width() - 60 * u, 100 * u});
      stage.rise(meaning, {page.matter.right() - meaning->width(), base + 170 * u}, sheet.ink, stage.beat(3),
                 0.9, 20);
    } else {
      auto meaning = stage.fit(pace(script.facts, script.words), serif(76, true),
                               {page.matter.width, 200 * u}, stage.tall() ? 2 : 1);
      stage.rise(meaning, {page.matter.x, base + 290 * u}, sheet.ink, stage.beat(3), 0.9, 20);
    }
  };
}

}  // namespace mrbill::content::video::folio
