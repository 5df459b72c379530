#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {

Draw none(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    Page page = furnish(stage, script, scene, script.facts.period);
    double u = stage.u();
    auto big =
        stage.fit(script.words.none_title, serif(190), {page.matter.width, 500 * u}, stage.wide() ? 1 : 2);
    double y = page.matter.y + 260 * u;
    stage.rise(big, {page.matter.x, y}, sheet.ink, stage.beat(1), 1);
    auto line = stage.fit(script.words.none_line, serif(72, true), {page.matter.width, 220 * u}, 2);
    stage.rise(line, {page.matter.x, y + big->height() - 40 * u}, sheet.ink, stage.beat(3), 1);
    auto next = stage.fit(script.words.none_next, serif(60, true), {page.matter.width, 220 * u}, 2);
    stage.rise(next, {page.matter.x, page.matter.bottom() - next->height() + 40 * u}, sheet.red,
               stage.beat(6), 1);
  };
}

}  // namespace mrbill::content::video::folio
