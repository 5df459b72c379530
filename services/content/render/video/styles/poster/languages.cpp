#include "render/video/scenes/race.hpp"
#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {
namespace {

// Bars that run to the right and change places.
struct Lanes {
  Rect room;
  double pitch, height;
  double longest;  // bar
  double most;     // of those who run
  TextStyle type;
};

Lanes lanes_in(const Stage& stage, const Script& script, Rect room, int shown, double most) {
  double u = stage.u(), pitch = room.height / std::max(3, shown), height = pitch * 0.8;
  const TextStyle type = display(height / u * 0.8);
  // Beside the longest bar there is room for the largest number it comes to.
  auto largest = stage.set(script.number(script.facts.languages.front().count), type);
  return {room, pitch, height, room.width - std::max(190 * u, largest->width() + 40 * u), most, type};
}

Colour ink_on(Colour fill, const World& world) {
  Colour wanted = canvas::contrast(fill, world.ground) > 4 ? world.ground : Colour{1, 1, 1, 1};
  return canvas::readable(wanted, fill, 3.5);
}

// The name within its bar where it has room there, else behind it; then the number.
void run(const Stage& stage, const Script& script, const Lanes& lanes, const Runner& runner,
         const World& world) {
  double u = stage.u(), come = stage.in(enter + 0.05 * std::min(runner.place, 8.0), 0.6);
  const auto& language = script.facts.languages[static_cast<std::size_t>(runner.language)];
  double left = lanes.room.x, length = std::max(10 * u, lanes.longest * runner.value / lanes.most) * come,
         y = std::round(lanes.room.y + runner.place * lanes.pitch);
  Colour fill = canvas::readable(language.colour, world.ground, 1.6);
  stage.picture.fill(Rect{left, y, std::round(length), std::round(lanes.height)}, fill);
  auto name = stage.fit(language.name, lanes.type, {lanes.longest * 0.6, lanes.height});
  double inset = 20 * u, baseline = y + lanes.height / 2 + name->size() * cap / 2;
  bool inside = name->width() + 2 * inset < length;
  stage.picture.text(name, {left + (inside ? inset : length + inset), baseline},
                     canvas::faded(inside ? ink_on(fill, world) : world.ink, come));
  auto count = stage.set(script.number(std::lround(runner.value)), lanes.type);
  double x = left + (inside ? length : length + inset + name->width()) + 20 * u;
  stage.picture.text(count, {x, baseline}, canvas::faded(world.ink, come));
}

}  // namespace

Draw languages(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    const auto& facts = script.facts;
    int shown = std::min<int>(static_cast<int>(facts.languages.size()), stage.wide() ? 6 : 8);
    Rect room = head(stage, script, scene, world, heading_of_languages(facts, script.words, shown));
    auto runners = race_at(facts, std::max(first_of_race, race_share(stage)), shown);
    const Lanes lanes = lanes_in(stage, script, room, shown, most_of(runners));
    auto kept = stage.picture.save();
    stage.picture.clip(Rect{room.x, room.y, room.width, room.height + 8 * stage.u()});
    for (const auto& runner : runners) run(stage, script, lanes, runner, world);
  };
}

}  // namespace mrbill::content::video::poster
