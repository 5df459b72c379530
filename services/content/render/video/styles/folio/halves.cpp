#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {

// Two quantities as the lengths of two rules.
Draw halves(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    Page page = furnish(stage, script, scene, script.words.halves);
    double u = stage.u();
    int counts[] = {script.facts.first_half, script.facts.second_half};
    std::string_view names[] = {script.words.first_half, script.words.second_half};
    double most = std::max({1, counts[0], counts[1]}), pitch = page.matter.height * 0.39;
    for (int i = 0; i < 2; ++i) {
      double at = stage.held(stage.beat(1 + 1.5 * i), 0.9), base = page.matter.y + pitch * (i + 0.62);
      bool winner = counts[i] == static_cast<int>(most);
      auto number = stage.fit(counted(script, stage, counts[i], at, at + stage.beat(1.5)),
                              serif(pitch * 0.78 / u), {page.matter.width * 0.55, pitch});
      if (stage.seconds >= at)
        stage.picture.text(number, {page.matter.x, base}, winner ? sheet.red : sheet.ink);
      auto label = stage.fit(names[i], serif(56, true), {page.matter.width * 0.42, 80 * u});
      stage.rise(label, {page.matter.right() - label->width(), base}, sheet.ink, at + 0.1, 0.9, 12);
      hairline(stage, {page.matter.x, base + 36 * u}, page.matter.width * counts[i] / most, at,
               winner ? sheet.red : sheet.ink, 14);
    }
    auto sentence =
        stage.fit(growth(script.facts, script.words), serif(70, true), {page.matter.width, 220 * u}, 2);
    stage.rise(sentence, {page.matter.x, page.matter.bottom() - sentence->height() + 62 * u}, sheet.ink,
               stage.beat(4), 0.9, 16);
  };
}

}  // namespace mrbill::content::video::folio
