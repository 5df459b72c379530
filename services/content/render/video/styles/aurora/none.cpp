#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {

Draw none(const Script& script, std::size_t scene) {
  return [&script, sky = sky_of(scene)](const Stage& stage) {
    Rect safe = stage.safe();
    double u = stage.u(), middle = stage.whole().centre().x, y = stage.whole().centre().y;
    double breath = stage.calm() ? 0 : 14 * u * film::wave(stage.seconds, 4);
    stage.picture.glow({middle, y - 190 * u}, 420 * u + breath * 3, canvas::faded(sky.accent, 0.4));
    stage.picture.stroke(Path::circle({middle, y - 190 * u}, 130 * u + breath), 8 * u,
                         canvas::faded(white, stage.opacity(enter)));
    auto big = stage.fit(script.words.none_title, display(150), {safe.width, 200 * u});
    centred(stage, big, middle, y + 120 * u, white, stage.beat(1));
    auto line = stage.fit(script.words.none_line, words(58), {safe.width, 160 * u}, 2, Align::centre);
    stage.rise(line, {safe.x, y + 230 * u}, soft, stage.beat(3));
    pill(stage, script.words.none_next, {middle, y + 370 * u}, 44, stage.beat(6), white, safe.width);
  };
}

}  // namespace mrbill::content::video::aurora
