#include "render/video/scenes/constellation.hpp"
#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {
namespace {

// Where each topic stands, and how large its words are.
struct Sky {
  std::vector<double> ems;
  std::vector<Star> stars;
};

Rect area_in(canvas::Size size) {
  double u = film::unit_of(size);
  Rect safe = film::safe_area(size);
  return {safe.x, safe.y + 110 * u, safe.width,
          safe.height - 110 * u - (film::is_wide(size) ? 130 : 260) * u};
}

Sky sky_at(double scale, const Script& script, std::size_t count) {
  constexpr std::size_t longest_whole = 18;
  double u = film::unit_of(script.size);
  const auto& tags = script.facts.tags;
  Sky sky;
  std::vector<canvas::Size> sizes;
  for (std::size_t i = 0; i < count; ++i) {
    double share = std::sqrt(static_cast<double>(tags[i].count) / tags.front().count);
    double em = (54 + 130 * share * share) * scale;
    auto letters = static_cast<double>(std::min(tags[i].name.size(), longest_whole));
    sky.ems.push_back(em);
    sizes.push_back({(letters * em * 0.45 + 50) * u, (em * cap + 44) * u});
  }
  sky.stars = constellation(script.facts, area_in(script.size), sizes);
  return sky;
}

// Smaller, where they would not all have room.
Sky sky_of(const Script& script) {
  const bool wide = film::is_wide(script.size), tall = film::is_tall(script.size);
  const auto count = std::min<std::size_t>(script.facts.tags.size(), wide ? 24 : tall ? 20 : 13);
  Sky sky;
  for (double scale = wide || tall ? 1 : 0.72; scale > 0.4 && sky.stars.size() < count; scale *= 0.86)
    sky = sky_at(scale, script, count);
  return sky;
}

void links(const Stage& stage, const Manifest& facts, const std::vector<Star>& stars, const World& world) {
  for (std::size_t i = 0; i < facts.links.size(); ++i) {
    auto a = static_cast<std::size_t>(facts.links[i].from), b = static_cast<std::size_t>(facts.links[i].to);
    if (a >= stars.size() || b >= stars.size()) continue;
    double grown = stage.in(stage.beat(1.5) + 0.02 * static_cast<double>(i), 0.5);
    if (grown <= 0) continue;
    bool best = i == 0 && tells_best_link(facts, stage);
    stage.picture.stroke(Path::line(stars[a].at, canvas::lerp(stars[a].at, stars[b].at, grown)),
                         (best ? 10 : 3) * stage.u(),
                         best ? world.accent : canvas::mix(world.ground, world.ink, 0.3), false);
  }
}

// A plate that opens to its height, the topic cut out of it.
void plate_of(const Stage& stage, const Manifest& facts, const Sky& sky, std::size_t i, const World& world) {
  double unit = stage.u(), at = enter + 0.05 * static_cast<double>(i), come = stage.in(at, 0.5);
  if (come <= 0) return;
  const Star& star = sky.stars[i];
  auto text =
      stage.fit(facts.tags[i].name, display(sky.ems[i]), {star.box.width - 36 * unit, star.box.height * 2});
  double high = text->size() * cap;
  Rect plate = canvas::around(star.at, text->width() + 24 * unit, (high + 22 * unit) * come);
  bool best = tells_best_link(facts, stage) && in_first_link(facts, i);
  stage.picture.fill(plate, best ? world.accent : world.ink);
  stage.reveal(text, {plate.x + 12 * unit, star.at.y + high / 2}, world.ground, at, 0.5);
}

}  // namespace

Draw tags(const Script& script, std::size_t scene) {
  return [&script, scene, sky = sky_of(script)](const Stage& stage) {
    World world = world_of(script, scene);
    Rect room = head(stage, script, scene, world, script.words.topics);
    links(stage, script.facts, sky.stars, world);
    for (std::size_t i = 0; i < sky.stars.size(); ++i) plate_of(stage, script.facts, sky, i, world);
    auto words =
        stage.fit(topics_sentence(script), display(110), {room.width, 220 * stage.u()}, stage.wide() ? 1 : 2);
    stage.reveal(words, {room.x, room.bottom() - words->height() + first_line(words)}, world.ink,
                 concludes(stage));
  };
}

}  // namespace mrbill::content::video::poster
