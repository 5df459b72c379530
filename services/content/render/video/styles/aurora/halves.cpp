#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {
namespace {

struct Disc {
  Point middle;
  double radius;
  bool largest;
  [[nodiscard]] Colour ink() const { return largest ? canvas::colour({0.2, 0.09, 285}) : white; }
};

constexpr double springs = 0.9;  // seconds

// Beside each other, or left above and right below; their areas are as their numbers.
Disc disc_of(const Stage& stage, Rect room, const Halves& halves, std::size_t i, double at) {
  bool wide = stage.wide(), first = i == 0;
  double most = most_of(halves);
  double largest =
      wide ? std::min(room.height, room.width * 0.4) / 2 : std::min(room.width * 0.6, room.height * 0.5) / 2;
  double radius = std::max(60 * stage.u(), largest * std::sqrt(halves[i].count / most)) *
                  std::max(0.0, sprung(stage, at, springs));
  Point middle = wide ? Point{room.centre().x + (first ? -1 : 1) * largest * 1.12, room.centre().y}
                      : Point{room.centre().x + (first ? -1 : 1) * room.width * 0.16,
                              room.y + room.height * (first ? 0.27 : 0.74)};
  return {middle, radius, halves[i].count == static_cast<int>(most)};
}

void light(const Stage& stage, const Disc& disc, const Sky& sky) {
  stage.picture.glow(disc.middle, disc.radius * 1.6,
                     canvas::faded(disc.largest ? sky.accent : sky.two, 0.35));
  stage.picture.fill(Path::circle(disc.middle, disc.radius),
                     canvas::faded(disc.largest ? sky.accent : white, disc.largest ? 1 : 0.16));
}

// The name stands within the circle, as wide as that is there, or under it where it is small.
void tell(const Stage& stage, const Script& script, const Disc& disc, const Half& half, double at) {
  double u = stage.u();
  auto number = stage.fit(counted(script, stage, half.count, at, at + 2 * stage.beat(1)), display(190),
                          {disc.radius * 1.5, 220 * u});
  double below_middle = number->size() * 0.25;
  stage.picture.text(number, {disc.middle.x - number->width() / 2, disc.middle.y + below_middle}, disc.ink());
  double drop = below_middle + 64 * u,
         within = 1.9 * std::sqrt(std::max(0.0, disc.radius * disc.radius - drop * drop));
  bool inside = within > 230 * u;
  auto label = stage.fit(half.name, words(38, 700), {inside ? within : 420 * u, 60 * u});
  centred(stage, label, disc.middle.x, disc.middle.y + (inside ? drop : disc.radius + 56 * u),
          inside ? disc.ink() : white, at + 0.2);
}

}  // namespace

Draw halves(const Script& script, std::size_t scene) {
  return [&script, sky = sky_of(scene)](const Stage& stage) {
    kicker(stage, script.words.halves);
    const Rect room = below_kicker(stage.size(), 120, 150), safe = stage.safe();
    const Halves both = halves_of(script);
    for (std::size_t i = 0; i < both.size(); ++i) {
      double at = stage.held(stage.beat(1 + static_cast<double>(i)), springs);
      if (stage.seconds < at) continue;
      const Disc disc = disc_of(stage, room, both, i, at);
      light(stage, disc, sky);
      tell(stage, script, disc, both[i], at);
    }
    pill(stage, growth(script.facts, script.words), {safe.centre().x, safe.bottom() - 84 * stage.u()}, 50,
         stage.beat(4), white, safe.width);
  };
}

}  // namespace mrbill::content::video::aurora
