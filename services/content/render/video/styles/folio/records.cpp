#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {

Draw records(const Script& script, std::size_t scene) {
  return [&script, scene, all = records_of(script.facts, script.words)](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    Page page = furnish(stage, script, scene, script.words.records);
    double u = stage.u(), pitch = page.matter.height / std::max<std::size_t>(1, all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      double at = stage.beat(1 + 2 * static_cast<double>(i)),
             y = page.matter.y + pitch * static_cast<double>(i), base = y + pitch * 0.74;
      if (i > 0) hairline(stage, {page.matter.x, y + 12 * u}, page.matter.width, at - 0.4, sheet.ink);
      auto number = stage.fit(all[i].number, serif(pitch * 0.92 / u), {page.matter.width * 0.4, pitch * 1.6});
      double column = page.matter.x + page.matter.width * 0.4;
      stage.rise(number, {column - number->width(), base}, i == 0 ? sheet.red : sheet.ink, at, 0.9, 30);
      double left = column + 50 * u, width = page.matter.right() - left;
      auto label = stage.fit(all[i].label, serif(92, true), {width, 120 * u});
      stage.rise(label, {left, base - 60 * u}, sheet.ink, at + 0.2, 0.9, 16);
      auto when = stage.fit(all[i].note, sans(36), {width, 60 * u});
      stage.rise(when, {left, base + 12 * u}, canvas::mix(sheet.paper, sheet.ink, 0.66), at + 0.35, 0.9, 12);
    }
  };
}

}  // namespace mrbill::content::video::folio
