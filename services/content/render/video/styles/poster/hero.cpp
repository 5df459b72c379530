#include <canvas/text.hpp>

#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {

Draw hero(const Script& script, std::size_t scene) {
  const Hero& hero = script.facts.heroes[static_cast<std::size_t>(script.story.scenes[scene].index)];
  return [&script, scene, &hero](const Stage& stage) {
    World world = world_of(script, scene);
    double u = stage.u();
    // A block in the colour of the language, its name along the edge of the wall.
    Rect whole = stage.whole();
    double thick = (stage.wide() ? 210 : 150) * u, come = stage.in(enter - 0.1, 0.6);
    Colour fill = canvas::readable(hero.colour, world.ground, 1.5);
    stage.picture.fill(Rect{whole.width - std::round(thick * come), 0, thick, whole.height - 16 * u}, fill);
    Rect room = stage.safe();
    room.width = whole.width - thick - 60 * u - room.x;
    {
      auto kept = stage.picture.save();
      auto language =
          stage.fit(hero.language, display(thick * 0.62 / cap / u), {whole.height * 0.8, thick * 2});
      Point corner{whole.width - thick / 2 - language->size() * cap / 2, stage.safe().y};
      stage.picture.rotate(1.5707963267948966, corner);
      Colour on = canvas::readable_or(Colour{1, 1, 1, 1}, Colour{0, 0, 0, 1}, fill, 2.2);
      stage.picture.text(language, corner, canvas::faded(on, stage.opacity(enter + 0.2)));
    }
    auto kicker = stage.fit(std::string(hero.favourite ? script.words.favourite : script.words.highlight) +
                                "  " + day_of_film(script.facts, hero.day),
                            mono(30, 700), {room.width, 60 * u});
    stage.rise(kicker, {room.x, room.y + 30 * u}, world.accent, enter, 0.5, 16);
    stage.picture.fill(Rect{room.x, room.y + 56 * u, room.width * stage.in(enter, 0.5), 5 * u}, world.ink);
    auto name = stage.fit(hero.name, display(stage.wide() ? 300 : 230), {room.width, room.height * 0.46},
                          stage.wide() ? 2 : 4, film::Align::left, 60);
    double y = room.y + 110 * u + name->size() * cap;
    stage.reveal(name, {room.x, y}, world.ink, stage.beat(1), 0.7);
    y += name->height() - name->size() * 0.88 + 90 * u;
    double foot = room.bottom() - 60 * u;
    auto text = stage.fit(said_by(script, hero, stage.wide() ? 150 : 130), mono(stage.wide() ? 46 : 42),
                          {room.width * 0.96, foot - 110 * u - y}, 5, film::Align::left, 30);
    stage.rise(text, {room.x, y}, world.ink, stage.beat(2), 0.6, 24);
    double x = room.x, line = foot;
    const auto set = [&](std::string_view tag) {
      return stage.fit(tag, mono(32, 700), {room.width * 0.7, 60 * u});
    };
    const auto tags =
        tags_in(hero, room.width, 14 * u, [&](std::string_view tag) { return set(tag)->width() + 40 * u; });
    for (std::size_t i = 0; i < tags.size(); ++i) {
      auto tag = set(tags[i]);
      double width = tag->width() + 40 * u;
      double at = stage.held(stage.beat(3) + 0.06 * static_cast<double>(i), 0.4);
      if (stage.seconds < at) break;
      double grown = stage.in(at, 0.4);
      stage.picture.fill(Rect{x, line - 44 * u, width * grown, 64 * u}, world.ink);
      if (grown > 0.6) stage.picture.text(tag, {x + 20 * u, line}, world.ground);
      x += width + 14 * u;
    }
  };
}

}  // namespace mrbill::content::video::poster
