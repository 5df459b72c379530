#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {
namespace {

// Leaders between name and number, as tables of contents have.
void leaders(const Stage& stage, double left, double right, double base, const Sheet& sheet, double at) {
  double u = stage.u(), apart = 18 * u, end = left + (right - left) * stage.in(at, 0.8);
  for (double x = std::ceil(left / apart) * apart; x < end; x += apart)
    stage.picture.fill(Path::circle({x, base - 4 * u}, 2.4 * u), sheet.thinned(0.5));
}

}  // namespace

Draw tools(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    const auto& tools = script.facts.frameworks;
    const Rect matter = furnish(stage, script, scene, script.words.tools).matter;
    int rows = std::min<int>(static_cast<int>(tools.size()), stage.wide() ? 7 : 9);
    double u = stage.u(), pitch = matter.height / rows, size = std::min(92.0, pitch / u * 0.66);
    for (int i = 0; i < rows; ++i) {
      const auto& tool = tools[static_cast<std::size_t>(i)];
      double at = stage.held(stage.beat(0.7 + 0.4 * i), 1), base = matter.y + pitch * (i + 0.68);
      if (stage.seconds < at) break;
      Colour ink = tool.count == tools.front().count ? sheet.red : sheet.ink;
      auto name = stage.fit(tool.name, serif(size, i % 2 == 1), {matter.width * 0.7, pitch});
      auto count = stage.set(script.number(tool.count), serif(size));
      stage.rise(name, {matter.x, base}, ink, at, 0.9, 16);
      stage.rise(count, {matter.right() - count->width(), base}, ink, at + 0.1, 0.9, 16);
      leaders(stage, matter.x + name->width() + 26 * u, matter.right() - count->width() - 20 * u, base, sheet,
              at + 0.1);
    }
  };
}

}  // namespace mrbill::content::video::folio
