#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {
namespace {

// Rings leave the number when it lands.
void rings(const Stage& stage, Point heart, double land) {
  double u = stage.u();
  for (int ring = 0; ring < 3 && !stage.calm(); ++ring) {
    double go = canvas::progress(stage.seconds, land + 0.14 * ring, 1.4);
    if (go > 0 && go < 1)
      stage.picture.stroke(Path::circle(heart, (220 + 700 * canvas::ease::out_cubic(go)) * u), 5 * u,
                           canvas::faded(white, 0.4 * (1 - go)));
  }
}

void number(const Stage& stage, const Script& script, const TextPtr& whole, Point middle, double land) {
  if (stage.seconds >= land)
    return stage.pop(whole, {middle.x - whole->width() / 2, middle.y}, white, land - 0.3);
  auto counting =
      stage.set(counted(script, stage, script.facts.total, enter, land), display(whole->size() / stage.u()));
  stage.picture.text(counting, {middle.x - counting->width() / 2, middle.y},
                     canvas::faded(white, stage.opacity(enter * 0.6)));
}

}  // namespace

Draw scale(const Script& script, std::size_t scene) {
  return [&script, sky = sky_of(scene)](const Stage& stage) {
    double u = stage.u(), width = stage.safe().width, land = stage.held(stage.beat(2), 0.7);
    Point middle = stage.whole().centre();
    auto whole = stage.fit(script.number(script.facts.total), display(stage.wide() ? 520 : 430),
                           {width * 0.92, 520 * u});
    double half = whole->size() * cap / 2, line = middle.y + half - 60 * u;
    Point heart{middle.x, line - half};
    rings(stage, heart, land);
    stage.picture.glow(heart, 560 * u, canvas::faded(sky.accent, 0.34 * stage.in(land, 0.5)));
    number(stage, script, whole, {middle.x, line}, land);
    auto unit = stage.set(unit_of_total(script), display(110));
    centred(stage, unit, middle.x, line + 160 * u, sky.accent, land);
    pill(stage, pace(script.facts, script.words), {middle.x, line + 276 * u}, 48, stage.beat(3), white,
         width);
  };
}

}  // namespace mrbill::content::video::aurora
