#include "render/video/scenes/race.hpp"
#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {

Draw languages(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    const auto& facts = script.facts;
    int shown = std::min<int>(static_cast<int>(facts.languages.size()), stage.wide() ? 6 : 8);
    Rect room = head(stage, script, scene, world, heading_of_languages(facts, script.words, shown));
    double u = stage.u();
    double from = stage.beat(1), until = stage.held(stage.length - stage.beat(2.5));
    double share =
        stage.calm() ? 1 : canvas::ease::in_out_sine(canvas::progress(stage.seconds, from, until - from));
    if (share < 0.04 && !stage.calm()) share = 0.04;
    auto runners = race_at(facts, share, shown);
    double most = 1;
    for (const auto& runner : runners) most = std::max(most, runner.value);
    double pitch = room.height / std::max(3, shown), height = pitch * 0.8;
    // Beside the longest bar there is room for the largest number it comes to.
    auto largest = stage.set(script.number(facts.languages.front().count), display(height / u * 0.8));
    double longest = room.width - std::max(190 * u, largest->width() + 40 * u);
    auto kept = stage.picture.save();
    stage.picture.clip(Rect{room.x, room.y, room.width, room.height + 8 * u});
    for (const auto& runner : runners) {
      const auto& language = facts.languages[static_cast<std::size_t>(runner.language)];
      double come = stage.in(enter + 0.05 * std::min(runner.place, 8.0), 0.6);
      double length = std::max(10 * u, longest * runner.value / most) * come;
      double y = std::round(room.y + runner.place * pitch);
      Colour fill = canvas::readable(language.colour, world.ground, 1.6);
      stage.picture.fill(Rect{room.x, y, std::round(length), std::round(height)}, fill);
      auto name = stage.fit(language.name, display(height / u * 0.8), {longest * 0.6, height});
      double inset = 20 * u, baseline = y + height / 2 + name->size() * cap / 2;
      bool inside = name->width() + 2 * inset < length;
      Colour on = inside ? canvas::readable(
                               canvas::contrast(fill, world.ground) > 4 ? world.ground : Colour{1, 1, 1, 1},
                               fill, 3.5)
                         : world.ink;
      stage.picture.text(name, {room.x + (inside ? inset : length + inset), baseline},
                         canvas::faded(on, come));
      auto count = stage.set(script.number(std::lround(runner.value)), display(height / u * 0.8));
      double x = room.x + (inside ? length : length + inset + name->width()) + 20 * u;
      stage.picture.text(count, {x, baseline}, canvas::faded(world.ink, come));
    }
  };
}

}  // namespace mrbill::content::video::poster
