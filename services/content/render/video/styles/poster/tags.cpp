#include "render/video/scenes/constellation.hpp"
#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {

Draw tags(const Script& script, std::size_t scene) {
  double u = film::unit_of(script.size);
  Rect safe = film::safe_area(script.size);
  bool wide = script.size.width > script.size.height * 1.2;
  Rect area{safe.x, safe.y + 110 * u, safe.width, safe.height - 110 * u - (wide ? 130 : 260) * u};
  std::vector<double> ems;
  std::vector<Star> stars;
  bool tall = script.size.height > script.size.width * 1.2;
  auto count = std::min<std::size_t>(script.facts.tags.size(), wide ? 24 : tall ? 20 : 13);
  // Smaller, where they would not all have room.
  for (double scale = wide || tall ? 1 : 0.72; scale > 0.4 && stars.size() < count; scale *= 0.86) {
    std::vector<canvas::Size> sizes;
    ems.clear();
    for (std::size_t i = 0; i < count; ++i) {
      double share =
          std::sqrt(static_cast<double>(script.facts.tags[i].count) / script.facts.tags.front().count);
      double em = (54 + 130 * share * share) * scale;
      double letters = static_cast<double>(std::min<std::size_t>(script.facts.tags[i].name.size(), 18));
      ems.push_back(em);
      sizes.push_back({(letters * em * 0.45 + 50) * u, (em * cap + 44) * u});
    }
    stars = constellation(script.facts, area, sizes);
  }
  return [&script, scene, ems, stars](const Stage& stage) {
    World world = world_of(script, scene);
    const auto& facts = script.facts;
    Rect room = head(stage, script, scene, world, script.words.topics);
    double unit = stage.u(), until = stage.held(stage.length - stage.beat(3), 0.7);
    for (std::size_t i = 0; i < facts.links.size(); ++i) {
      const auto& link = facts.links[i];
      auto a = static_cast<std::size_t>(link.from), b = static_cast<std::size_t>(link.to);
      if (a >= stars.size() || b >= stars.size()) continue;
      double grown = stage.in(stage.beat(1.5) + 0.02 * static_cast<double>(i), 0.5);
      if (grown <= 0) continue;
      bool best = i == 0 && has_best_link(facts) && stage.seconds >= until;
      stage.picture.stroke(Path::line(stars[a].at, canvas::lerp(stars[a].at, stars[b].at, grown)),
                           (best ? 10 : 3) * unit,
                           best ? world.accent : canvas::mix(world.ground, world.ink, 0.3), false);
    }
    for (std::size_t i = 0; i < stars.size(); ++i) {
      auto text = stage.fit(facts.tags[i].name, display(ems[i]),
                            {stars[i].box.width - 36 * unit, stars[i].box.height * 2});
      double at = enter + 0.05 * static_cast<double>(i);
      bool best = has_best_link(facts) && stage.seconds >= until &&
                  (static_cast<int>(i) == facts.links[0].from || static_cast<int>(i) == facts.links[0].to);
      double come = stage.in(at, 0.5);
      if (come <= 0) continue;
      Rect plate =
          canvas::around(stars[i].at, (text->width() + 24 * unit), (text->size() * cap + 22 * unit) * come);
      stage.picture.fill(plate, best ? world.accent : world.ink);
      stage.reveal(text, {plate.x + 12 * unit, stars[i].at.y + text->size() * cap / 2}, world.ground, at,
                   0.5);
    }
    std::string sentence = topics_sentence(script);
    auto words = stage.fit(sentence, display(110), {room.width, 220 * unit}, stage.wide() ? 1 : 2);
    stage.reveal(words, {room.x, room.bottom() - words->height() + words->size() * 0.88}, world.ink, until);
  };
}

}  // namespace mrbill::content::video::poster
