#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {

Draw scale(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect safe = stage.safe();
    double u = stage.u(), middle = stage.whole().centre().x, land = stage.held(stage.beat(2), 0.7);
    auto whole = stage.fit(script.number(script.facts.total), display(stage.wide() ? 520 : 430),
                           {safe.width * 0.92, 520 * u});
    double line = stage.whole().centre().y + whole->size() * cap / 2 - 60 * u;
    Point heart{middle, line - whole->size() * cap / 2};
    // Rings leave the number when it lands.
    for (int ring = 0; ring < 3 && !stage.calm(); ++ring) {
      double go = canvas::progress(stage.seconds, land + 0.14 * ring, 1.4);
      if (go > 0 && go < 1)
        stage.picture.stroke(Path::circle(heart, (220 + 700 * canvas::ease::out_cubic(go)) * u), 5 * u,
                             canvas::faded(white, 0.4 * (1 - go)));
    }
    stage.picture.glow(heart, 560 * u,
                       canvas::faded(sky_of(script, scene).accent, 0.34 * stage.in(land, 0.5)));
    auto shown = stage.seconds >= land ? whole
                                       : stage.set(counted(script, stage, script.facts.total, enter, land),
                                                   display(whole->size() / u));
    if (stage.seconds >= land)
      stage.pop(shown, {middle - shown->width() / 2, line}, white, land - 0.3);
    else
      stage.picture.text(shown, {middle - shown->width() / 2, line},
                         canvas::faded(white, stage.opacity(enter * 0.6)));
    auto unit =
        stage.set(form(script.facts.total, script.words.poc_one, script.words.poc_many), display(110));
    centred(stage, unit, middle, line + 160 * u, sky_of(script, scene).accent, land);
    pill(stage, pace(script.facts, script.words), {middle, line + 276 * u}, 48, stage.beat(3), white,
         safe.width);
  };
}

}  // namespace mrbill::content::video::aurora
