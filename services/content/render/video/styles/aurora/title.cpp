#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {

Draw title(const Script& script, std::size_t scene) {
  return [&script, sky = sky_of(scene)](const Stage& stage) {
    Rect safe = stage.safe();
    double u = stage.u(), middle = stage.whole().centre().x;
    auto period = stage.fit(script.facts.period, display(stage.wide() ? 430 : 360), {safe.width, 480 * u});
    double line = stage.whole().centre().y + period->size() * cap / 2;
    stage.picture.glow({middle, line - period->size() * cap / 2}, 620 * u,
                       canvas::faded(sky.accent, 0.3 * stage.opacity(0, 1.2)));
    auto name = stage.fit(script.facts.person, words(84, 700), {safe.width, 130 * u});
    centred(stage, name, middle, line - period->size() * cap - 70 * u, white, stage.beat(1));
    stage.rise(period, {middle - period->width() / 2 - period->size() * 0.02, line}, white, -0.2, 0.9, 60);
    pill(stage, promise(script.facts, script.words), {middle, line + 130 * u}, 48, stage.beat(2), white,
         safe.width);
    if (script.facts.title.empty()) return;
    auto label = stage.fit(script.facts.title, words(36), {safe.width, 60 * u});
    centred(stage, label, middle, safe.y + 60 * u, soft, stage.beat(3));
  };
}

}  // namespace mrbill::content::video::aurora
