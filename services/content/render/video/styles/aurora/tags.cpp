#include "render/video/scenes/constellation.hpp"
#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {

Draw tags(const Script& script, std::size_t scene) {
  double u = film::unit_of(script.size);
  Rect safe = film::safe_area(script.size);
  bool wide = script.size.width > script.size.height * 1.2;
  Rect area{safe.x, safe.y + 120 * u, safe.width, safe.height - 290 * u};
  std::vector<canvas::Size> sizes;
  auto count = std::min<std::size_t>(script.facts.tags.size(), wide ? 22 : 18);
  for (std::size_t i = 0; i < count; ++i) {
    double letters = static_cast<double>(std::min<std::size_t>(script.facts.tags[i].name.size(), 20));
    sizes.push_back({std::max(90.0, letters * 22 + 40) * u, 118 * u});
  }
  return [&script, scene, stars = constellation(script.facts, area, sizes)](const Stage& stage) {
    const auto& facts = script.facts;
    kicker(stage, script.words.topics);
    auto sky = sky_of(script, scene);
    double unit = stage.u(), until = stage.held(stage.length - stage.beat(3), 0.7);
    auto dot_at = [&](std::size_t i) {
      double t = stage.calm() ? 0 : film::slow(stage.seconds);
      return stars[i].at + Point{5 * unit * film::wave(t, 6, static_cast<double>(i) * 0.21),
                                 -22 * unit + 5 * unit * film::wave(t, 7, static_cast<double>(i) * 0.34)};
    };
    for (std::size_t i = 0; i < facts.links.size() && i < 40; ++i) {
      auto a = static_cast<std::size_t>(facts.links[i].from), b = static_cast<std::size_t>(facts.links[i].to);
      if (a >= stars.size() || b >= stars.size()) continue;
      double grown = stage.in(stage.beat(1.5) + 0.03 * static_cast<double>(i), 0.7);
      if (grown <= 0) continue;
      bool best = i == 0 && has_best_link(facts) && stage.seconds >= until;
      stage.picture.stroke(Path::line(dot_at(a), canvas::lerp(dot_at(a), dot_at(b), grown)),
                           (best ? 7 : 2.5) * unit, canvas::faded(best ? sky.accent : white, best ? 1 : 0.3));
    }
    for (std::size_t i = 0; i < stars.size(); ++i) {
      double at = stage.held(enter + 0.06 * static_cast<double>(i), 0.7);
      if (stage.seconds < at) continue;
      double come = stage.calm() ? 1 : canvas::ease::spring(canvas::progress(stage.seconds, at, 0.7));
      double share = static_cast<double>(facts.tags[i].count) / facts.tags.front().count;
      bool best = has_best_link(facts) && stage.seconds >= until &&
                  (static_cast<int>(i) == facts.links[0].from || static_cast<int>(i) == facts.links[0].to);
      double radius = (8 + 20 * std::sqrt(share)) * unit * std::max(0.0, come);
      Point dot = dot_at(i);
      stage.picture.glow(dot, radius * 4, canvas::faded(best ? sky.accent : white, 0.45));
      stage.picture.fill(Path::circle(dot, radius), best ? sky.accent : white);
      auto text = stage.fit(facts.tags[i].name, words(i < 5 ? 42 : 34, 700), {stars[i].box.width, 60 * unit});
      stage.rise(text, {stars[i].at.x - text->width() / 2, stars[i].at.y + 46 * unit},
                 best ? sky.accent : white, at + 0.1, 0.5, 12);
    }
    std::string sentence = topics_sentence(script);
    Rect whole = stage.safe();
    pill(stage, sentence, {whole.centre().x, whole.bottom() - 80 * unit}, 48, until, white, whole.width);
  };
}

}  // namespace mrbill::content::video::aurora
