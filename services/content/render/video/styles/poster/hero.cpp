#include <canvas/text.hpp>

#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {
namespace {

// A block in the colour of the language, its name along the edge of the wall.
void block(const Stage& stage, const Hero& hero, const World& world, double thick) {
  const Rect whole = stage.whole();
  Colour fill = canvas::readable(hero.colour, world.ground, 1.5);
  double come = stage.in(enter - 0.1, 0.6);
  stage.picture.fill(
      Rect{whole.width - std::round(thick * come), 0, thick, whole.height - slab_height * stage.u()}, fill);
  auto language =
      stage.fit(hero.language, display(thick * 0.62 / cap / stage.u()), {whole.height * 0.8, thick * 2});
  Point corner{whole.width - thick / 2 - language->size() * cap / 2, stage.safe().y};
  Colour on = canvas::readable_or(Colour{1, 1, 1, 1}, Colour{0, 0, 0, 1}, fill, 2.2);
  auto kept = stage.picture.save();
  stage.picture.rotate(film::turn / 4, corner);
  stage.picture.text(language, corner, canvas::faded(on, stage.opacity(enter + 0.2)));
}

void heading(const Stage& stage, const Script& script, const Hero& hero, const World& world, Rect room) {
  double u = stage.u();
  auto kicker = stage.fit(std::string(hero.favourite ? script.words.favourite : script.words.highlight) +
                              "  " + day_of_film(script.facts, hero.day),
                          mono(30, 700), {room.width, 60 * u});
  stage.rise(kicker, {room.x, room.y + 30 * u}, world.accent, enter, 0.5, 16);
  stage.picture.fill(Rect{room.x, room.y + 56 * u, room.width * stage.in(enter, 0.5), 5 * u}, world.ink);
}

void name_and_words(const Stage& stage, const Script& script, const Hero& hero, const World& world, Rect room,
                    double foot) {
  double u = stage.u();
  bool wide = stage.wide();
  auto name = stage.fit(hero.name, display(wide ? 300 : 230), {room.width, room.height * 0.46}, wide ? 2 : 4,
                        film::Align::left, 60);
  double y = room.y + 110 * u + name->size() * cap;
  stage.reveal(name, {room.x, y}, world.ink, stage.beat(1), 0.7);
  y += name->height() - first_line(name) + 90 * u;
  auto text = stage.fit(said_by(script, hero, wide ? 150 : 130), mono(wide ? 46 : 42),
                        {room.width * 0.96, foot - 110 * u - y}, 5, film::Align::left, 30);
  stage.rise(text, {room.x, y}, world.ink, stage.beat(2), 0.6, 24);
}

void tags_line(const Stage& stage, const Hero& hero, const World& world, Point at, double room) {
  double u = stage.u(), pad = 20 * u, gap = 14 * u;
  const auto set = [&](std::string_view tag) { return stage.fit(tag, mono(32, 700), {room * 0.7, 60 * u}); };
  const auto width_of = [&](std::string_view tag) { return set(tag)->width() + 2 * pad; };
  const auto tags = tags_in(hero, room, gap, width_of);
  for (std::size_t i = 0; i < tags.size(); ++i) {
    double width = width_of(tags[i]);
    double in = stage.held(stage.beat(3) + 0.06 * static_cast<double>(i), 0.4);
    if (stage.seconds < in) break;
    double grown = stage.in(in, 0.4);
    stage.picture.fill(Rect{at.x, at.y - 44 * u, width * grown, 64 * u}, world.ink);
    if (grown > 0.6) stage.picture.text(set(tags[i]), {at.x + pad, at.y}, world.ground);
    at.x += width + gap;
  }
}

}  // namespace

Draw hero(const Script& script, std::size_t scene) {
  return [&script, scene, &hero = hero_of(script, scene)](const Stage& stage) {
    World world = world_of(script, scene);
    double u = stage.u(), thick = (stage.wide() ? 210 : 150) * u;
    block(stage, hero, world, thick);
    Rect room = stage.safe();
    room.width = stage.whole().width - thick - 60 * u - room.x;
    double foot = room.bottom() - 60 * u;
    heading(stage, script, hero, world, room);
    name_and_words(stage, script, hero, world, room, foot);
    tags_line(stage, hero, world, {room.x, foot}, room.width);
  };
}

}  // namespace mrbill::content::video::poster
