#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {
namespace {

void half_line(const Stage& stage, const Script& script, Rect row, const Half& half, double most, Colour ink,
               Colour plain, double at) {
  double base = row.y, u = stage.u();
  auto number = stage.fit(counted(script, stage, half.count, at, at + stage.beat(1.5)),
                          serif(row.height * 0.78 / u), {row.width * 0.55, row.height});
  if (stage.seconds >= at) stage.picture.text(number, {row.x, base}, ink);
  auto label = stage.fit(half.name, serif(56, true), {row.width * 0.42, 80 * u});
  stage.rise(label, {row.right() - label->width(), base}, plain, at + 0.1, 0.9, 12);
  hairline(stage, {row.x, base + 36 * u}, row.width * half.count / most, at, ink, 14);
}

}  // namespace

Draw halves(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    const Rect matter = furnish(stage, script, scene, script.words.halves).matter;
    const Halves both = halves_of(script);
    double u = stage.u(), pitch = matter.height * 0.39;
    for (std::size_t i = 0; i < both.size(); ++i) {
      auto k = static_cast<double>(i);
      const bool largest = both[i].count == most_of(both);
      half_line(stage, script, {matter.x, matter.y + pitch * (k + 0.62), matter.width, pitch}, both[i],
                most_of(both), largest ? sheet.red : sheet.ink, sheet.ink,
                stage.held(stage.beat(1 + 1.5 * k), 0.9));
    }
    auto sentence =
        stage.fit(growth(script.facts, script.words), serif(70, true), {matter.width, 220 * u}, 2);
    stage.rise(sentence, {matter.x, matter.bottom() - sentence->height() + 62 * u}, sheet.ink, stage.beat(4),
               0.9, 16);
  };
}

}  // namespace mrbill::content::video::folio
