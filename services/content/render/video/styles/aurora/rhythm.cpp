#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {
namespace {

// The day as a clock of light.
struct Clock {
  Point heart;
  double outer, inner;
};

Clock clock_in(const Stage& stage) {
  Rect room = below_kicker(stage.size());
  double u = stage.u(), outer = std::min(room.width - (stage.wide() ? 0 : 150 * u), room.height) / 2 - 46 * u;
  return {room.centre(), outer, outer * 0.5};
}

Point way_of(int hour) {
  double angle = (hour / 24.0) * turn - turn / 4;
  return {std::cos(angle), std::sin(angle)};
}

void hand(const Stage& stage, const Clock& clock, const Manifest& facts, int hour, bool marked,
          Colour accent) {
  double u = stage.u(), come = stage.in(stage.beat(0.8) + 0.03 * hour, 0.8, canvas::ease::out_back);
  double most = most_in_an_hour(facts),
         length = (10 * u + (clock.outer - clock.inner) * count_at(facts, hour) / most) * come;
  Point way = way_of(hour);
  if (marked)
    stage.picture.glow(clock.heart + way * (clock.inner + length), 150 * u, canvas::faded(accent, 0.7));
  stage.picture.stroke(
      Path::line(clock.heart + way * clock.inner, clock.heart + way * (clock.inner + std::max(1.0, length))),
      clock.inner * 0.17, marked ? accent : canvas::faded(white, 0.75));
}

void name_of(const Stage& stage, const Clock& clock, Locale locale, int hour) {
  double u = stage.u();
  auto mark = stage.set(hour_words(locale, hour), words(34, 700));
  Point way = way_of(hour), at = clock.heart + way * (clock.outer + 40 * u);
  stage.rise(mark, {at.x - mark->width() / 2 + way.x * 20 * u, at.y + 12 * u}, soft, enter, 0.5, 8);
}

void best_in_the_middle(const Stage& stage, const Script& script, const Clock& clock, double land) {
  double u = stage.u(), width = clock.inner * 1.5;
  auto best = best_hour(script);
  auto hour = stage.fit(best.number, display(170), {width, 180 * u});
  double line = clock.heart.y + hour->size() * 0.24;
  stage.pop(hour, {clock.heart.x - hour->width() / 2, line}, white, land);
  auto label = stage.fit(best.label, words(40, 700), {width, 60 * u});
  centred(stage, label, clock.heart.x, line + 66 * u, soft, land + 0.2);
}

}  // namespace

Draw rhythm(const Script& script, std::size_t scene) {
  return [&script, sky = sky_of(scene)](const Stage& stage) {
    kicker(stage, script.words.rhythm);
    const auto& facts = script.facts;
    const Clock clock = clock_in(stage);
    double land = stage.held(stage.beat(2), 0.85);
    for (int hour = 0; hour < 24; ++hour) {
      bool marked = is_best_hour(facts, hour) && stage.seconds >= land;
      hand(stage, clock, facts, hour, marked, sky.accent);
      if (hour % 6 == 0) name_of(stage, clock, facts.locale, hour);
    }
    best_in_the_middle(stage, script, clock, land);
  };
}

}  // namespace mrbill::content::video::aurora
