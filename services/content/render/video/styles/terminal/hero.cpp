#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {
namespace {

void box_around(const Stage& stage, Rect room) {
  double u = stage.u(), drawn = stepped(stage.passed(enter, 0.4), 8);
  stage.picture.stroke(
      Path::rect(Rect{room.x + 2 * u, room.y + 2 * u, room.width - 4 * u, (room.height - 4 * u) * drawn}),
      4 * u, dim, false);
}

// When and in what, in the line of the box.
void title_of_box(const Stage& stage, const Script& script, const Hero& hero, Rect room, double width) {
  double u = stage.u();
  std::string facts = day_of_film(script.facts, hero.day) +
                      (hero.language.empty() ? "" : " | " + hero.language) + (hero.favourite ? " | *" : "");
  auto label = stage.fit(facts, line(46), {width, 70 * u});
  if (stage.seconds < stage.held(stage.beat(0.8))) return;
  stage.picture.fill(Rect{room.x + 40 * u, room.y - 22 * u, label->width() + 40 * u, 50 * u},
                     canvas::colour({0.26, 0.05, 155}));
  stage.picture.text(label, {room.x + 60 * u, room.y + 17 * u}, amber);
}

// Line by line, as a slow modem would.
void said(const Stage& stage, const TextPtr& text, Point at, double width, Colour colour) {
  constexpr double per_second = 6;
  const double from = stage.held(stage.beat(2), text->lines() / per_second), u = stage.u();
  if (stage.seconds < from) return;
  double lines = stage.calm() ? text->lines() : std::floor((stage.seconds - from) * per_second) + 1;
  auto kept = stage.picture.save();
  stage.picture.clip(Rect{at.x - 10 * u, at.y - text->size(), width + 20 * u,
                          text->size() * (line_leading * std::min<double>(lines, text->lines()) + 0.12)});
  stage.picture.text(text, at, colour);
}

void name_and_words(const Stage& stage, const Script& script, const Hero& hero, Rect inner, double foot) {
  double u = stage.u();
  bool wide = stage.wide();
  auto name = stage.fit(hero.name, pixel(wide ? 170 : 120), {inner.width, inner.height * 0.46}, wide ? 2 : 4,
                        Align::left, 44);
  double y = inner.y + 40 * u + name->size() * 0.7;
  big(stage, name, {inner.x, y}, green, stage.beat(1));
  y += name->height() - name->size() + 110 * u;
  auto text = stage.fit((hero.description.empty() ? ":: " : "> ") + said_by(script, hero, 150),
                        line(wide ? 62 : 56), {inner.width, foot - 100 * u - y + 60 * u}, 5, Align::left, 34);
  said(stage, text, {inner.x, y}, inner.width, hero.description.empty() ? dim : bright);
}

void tags_line(const Stage& stage, const Hero& hero, Point at, double room) {
  double u = stage.u(), gap = 26 * u;
  const auto set = [&](std::string_view tag) {
    return stage.fit("[" + std::string(tag) + "]", line(46), {room * 0.7, 70 * u});
  };
  const auto tags = tags_in(hero, room, gap, [&](std::string_view tag) { return set(tag)->width(); });
  for (std::size_t i = 0; i < tags.size(); ++i) {
    auto tag = set(tags[i]);
    if (stage.seconds >= stage.held(stage.beat(3) + 0.1 * static_cast<double>(i)))
      stage.picture.text(tag, at, amber);
    at.x += tag->width() + gap;
  }
}

}  // namespace

Draw hero(const Script& script, std::size_t scene) {
  return [&script, scene, &hero = hero_of(script, scene)](const Stage& stage) {
    Rect room = screen(stage, script, scene, "cat README.md");
    double u = stage.u();
    Rect inner = room.inset((stage.wide() ? 60 : 44) * u, 50 * u);
    double foot = inner.bottom() - 20 * u;
    box_around(stage, room);
    title_of_box(stage, script, hero, room, inner.width);
    name_and_words(stage, script, hero, inner, foot);
    tags_line(stage, hero, {inner.x, foot}, inner.width);
  };
}

}  // namespace mrbill::content::video::terminal
