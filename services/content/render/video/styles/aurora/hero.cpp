#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {
namespace {

// A pane of glass, as high as what is said on it.
struct Pane {
  double pad, inner;  // inner: the width of what stands in it
  TextPtr name, text;
  Rect box;
};

Pane pane_of(const Stage& stage, const Script& script, const Hero& hero) {
  double u = stage.u();
  bool roomy = !stage.square();
  double width = stage.wide() ? stage.safe().width * 0.84 : stage.safe().width,
         pad = (stage.wide() ? 90 : 70) * u, inner = width - 2 * pad;
  double largest = stage.wide() ? 132 : stage.tall() ? 112 : 84;
  auto name = stage.fit(hero.name, display(largest), {inner, 420 * u}, stage.wide() ? 2 : 4, Align::left, 44);
  auto text = stage.fit(said_by(script, hero, 150), words(roomy ? 54 : 44), {inner, (roomy ? 420 : 240) * u},
                        5, Align::left, 34);
  double height = pad * 2 + 90 * u + name->height() + 30 * u + text->height() + 130 * u;
  return {pad, inner, name, text, canvas::around(stage.whole().centre(), width, height)};
}

void light(const Stage& stage, Rect box, Colour colour) {
  stage.picture.glow({box.x + box.width * 0.86, box.y + box.height * 0.1}, 620 * stage.u(),
                     canvas::faded(colour, 0.55 * stage.in(enter, 0.9)));
}

// A dot in the language's colour, then what it is and when it was.
void origin_line(const Stage& stage, const Manifest& facts, const Hero& hero, Point at, double width,
                 Colour colour) {
  double u = stage.u(), come = stage.in(enter + 0.1, 0.5);
  stage.picture.fill(Path::circle({at.x + 18 * u, at.y - 16 * u}, 18 * u * come), colour);
  auto line = stage.fit((hero.language.empty() ? "" : hero.language + "  ·  ") +
                            day_of_film(facts, hero.day) + (hero.favourite ? "  ·  ★" : ""),
                        words(40, 700), {width - 60 * u, 60 * u});
  stage.rise(line, {at.x + 56 * u, at.y}, soft, enter + 0.1, 0.5, 16);
}

void tags_line(const Stage& stage, const Hero& hero, Point at, double room) {
  constexpr double size = 34;
  double u = stage.u(), gap = 20 * u;
  const auto width_of = [&](std::string_view tag) {
    return std::min(stage.set(tag, words(size, 700))->width() + size * 1.4 * u, room * 0.7);
  };
  const auto tags = tags_in(hero, room, gap, width_of);
  for (std::size_t i = 0; i < tags.size(); ++i) {
    double width = width_of(tags[i]);
    pill(stage, tags[i], {at.x + width / 2, at.y}, size, stage.beat(3) + 0.07 * static_cast<double>(i), white,
         width + 2 * u);
    at.x += width + gap;
  }
}

}  // namespace

Draw hero(const Script& script, std::size_t scene) {
  return [&script, &hero = hero_of(script, scene)](const Stage& stage) {
    double u = stage.u();
    const Pane pane = pane_of(stage, script, hero);
    Colour colour = canvas::readable(hero.colour, night, 2.5);
    light(stage, pane.box, colour);
    glass(stage, pane.box, 56 * u, enter - 0.1);
    double x = pane.box.x + pane.pad, y = pane.box.y + pane.pad + 40 * u;
    origin_line(stage, script.facts, hero, {x, y}, pane.inner, colour);
    y += 60 * u + pane.name->size() * 0.9;
    stage.rise(pane.name, {x, y}, white, stage.beat(1), 0.7, 40);
    y += pane.name->height() - pane.name->size() * 0.1 + 24 * u;
    stage.rise(pane.text, {x, y}, soft, stage.beat(2), 0.6, 24);
    y += pane.text->height() + 50 * u;
    tags_line(stage, hero, {x, y}, pane.inner);
  };
}

}  // namespace mrbill::content::video::aurora
