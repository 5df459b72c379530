#include "render/video/scenes/constellation.hpp"
#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {
namespace {

std::vector<Star> stars_of(const Script& script) {
  constexpr std::size_t longest_whole = 20;
  double u = film::unit_of(script.size);
  auto count = std::min<std::size_t>(script.facts.tags.size(), film::is_wide(script.size) ? 22 : 18);
  std::vector<canvas::Size> sizes;
  for (std::size_t i = 0; i < count; ++i) {
    auto letters = static_cast<double>(std::min(script.facts.tags[i].name.size(), longest_whole));
    sizes.push_back({std::max(90.0, letters * 22 + 40) * u, 118 * u});
  }
  return constellation(script.facts, below_kicker(script.size, 120, 170), sizes);
}

// A star drifts; its name stands still below.
Point dot_of(const Stage& stage, const std::vector<Star>& stars, std::size_t i) {
  double unit = stage.u(), drift = 5 * unit, t = stage.calm() ? 0 : film::slow(stage.seconds);
  auto k = static_cast<double>(i);
  return stars[i].at +
         Point{drift * film::wave(t, 6, k * 0.21), -22 * unit + drift * film::wave(t, 7, k * 0.34)};
}

void links(const Stage& stage, const Manifest& facts, const std::vector<Star>& stars, Colour accent) {
  constexpr std::size_t shown = 40;
  for (std::size_t i = 0; i < facts.links.size() && i < shown; ++i) {
    auto a = static_cast<std::size_t>(facts.links[i].from), b = static_cast<std::size_t>(facts.links[i].to);
    if (a >= stars.size() || b >= stars.size()) continue;
    double grown = stage.in(stage.beat(1.5) + 0.03 * static_cast<double>(i), 0.7);
    if (grown <= 0) continue;
    bool best = i == 0 && tells_best_link(facts, stage);
    Point from = dot_of(stage, stars, a), to = dot_of(stage, stars, b);
    stage.picture.stroke(Path::line(from, canvas::lerp(from, to, grown)), (best ? 7 : 2.5) * stage.u(),
                         canvas::faded(best ? accent : white, best ? 1 : 0.3));
  }
}

void star(const Stage& stage, const Manifest& facts, const std::vector<Star>& stars, std::size_t i,
          Colour accent) {
  double unit = stage.u(), at = stage.held(enter + 0.06 * static_cast<double>(i), 0.7);
  if (stage.seconds < at) return;
  const auto& tag = facts.tags[i];
  double share = static_cast<double>(tag.count) / facts.tags.front().count;
  Colour ink = tells_best_link(facts, stage) && in_first_link(facts, i) ? accent : white;
  double radius = (8 + 20 * std::sqrt(share)) * unit * std::max(0.0, sprung(stage, at));
  Point dot = dot_of(stage, stars, i);
  stage.picture.glow(dot, radius * 4, canvas::faded(ink, 0.45));
  stage.picture.fill(Path::circle(dot, radius), ink);
  auto text = stage.fit(tag.name, words(i < 5 ? 42 : 34, 700), {stars[i].box.width, 60 * unit});
  stage.rise(text, {stars[i].at.x - text->width() / 2, stars[i].at.y + 46 * unit}, ink, at + 0.1, 0.5, 12);
}

}  // namespace

Draw tags(const Script& script, std::size_t scene) {
  return [&script, sky = sky_of(scene), stars = stars_of(script)](const Stage& stage) {
    kicker(stage, script.words.topics);
    links(stage, script.facts, stars, sky.accent);
    for (std::size_t i = 0; i < stars.size(); ++i) star(stage, script.facts, stars, i, sky.accent);
    Rect safe = stage.safe();
    pill(stage, topics_sentence(script), {safe.centre().x, safe.bottom() - 80 * stage.u()}, 48,
         concludes(stage), white, safe.width);
  };
}

}  // namespace mrbill::content::video::aurora
