#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {

Draw tools(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    const auto& facts = script.facts;
    Page page = furnish(stage, script, scene, script.words.tools);
    double u = stage.u();
    int rows = std::min<int>(static_cast<int>(facts.frameworks.size()), stage.wide() ? 7 : 9);
    double pitch = page.matter.height / rows;
    for (int i = 0; i < rows; ++i) {
      const auto& tool = facts.frameworks[static_cast<std::size_t>(i)];
      double at = stage.held(stage.beat(0.7 + 0.4 * i), 1), base = page.matter.y + pitch * (i + 0.68);
      if (stage.seconds < at) break;
      Colour ink = tool.count == facts.frameworks.front().count ? sheet.red : sheet.ink;
      auto name = stage.fit(tool.name, serif(std::min(92.0, pitch / u * 0.66), i % 2 == 1),
                            {page.matter.width * 0.7, pitch});
      auto count = stage.set(script.number(tool.count), serif(std::min(92.0, pitch / u * 0.66)));
      stage.rise(name, {page.matter.x, base}, ink, at, 0.9, 16);
      stage.rise(count, {page.matter.right() - count->width(), base}, ink, at + 0.1, 0.9, 16);
      // Leaders between name and number, as tables of contents have.
      double left = page.matter.x + name->width() + 26 * u,
             right = page.matter.right() - count->width() - 20 * u, grown = stage.in(at + 0.1, 0.8);
      for (double x = std::ceil(left / (18 * u)) * 18 * u; x < left + (right - left) * grown; x += 18 * u)
        stage.picture.fill(Path::circle({x, base - 4 * u}, 2.4 * u),
                           canvas::mix(sheet.paper, sheet.ink, 0.5));
    }
  };
}

}  // namespace mrbill::content::video::folio
