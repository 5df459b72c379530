#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {

Draw hero(const Script& script, std::size_t scene) {
  const Hero& hero = script.facts.heroes[static_cast<std::size_t>(script.story.scenes[scene].index)];
  return [&script, scene, &hero](const Stage& stage) {
    Rect room = screen(stage, script, scene, "cat README.md");
    double u = stage.u();
    bool wide = stage.wide();
    double drawn = stage.calm() ? 1 : stepped(canvas::progress(stage.seconds, enter, 0.4), 8);
    stage.picture.stroke(
        Path::rect(Rect{room.x + 2 * u, room.y + 2 * u, room.width - 4 * u, (room.height - 4 * u) * drawn}),
        4 * u, dim, false);
    Rect inner = room.inset((wide ? 60 : 44) * u, 50 * u);
    std::string facts = day_of_film(script.facts, hero.day) +
                        (hero.language.empty() ? "" : " | " + hero.language) + (hero.favourite ? " | *" : "");
    auto label = stage.fit(facts, line(46), {inner.width, 70 * u});
    if (stage.seconds >= stage.held(stage.beat(0.8))) {
      stage.picture.fill(Rect{room.x + 40 * u, room.y - 22 * u, label->width() + 40 * u, 50 * u},
                         canvas::colour({0.26, 0.05, 155}));
      stage.picture.text(label, {room.x + 60 * u, room.y + 17 * u}, amber);
    }
    auto name = stage.fit(hero.name, pixel(wide ? 170 : 120), {inner.width, inner.height * 0.46},
                          wide ? 2 : 4, Align::left, 44);
    double y = inner.y + 40 * u + name->size() * 0.7;
    big(stage, name, {inner.x, y}, green, stage.beat(1));
    y += name->height() - name->size() + 110 * u;
    std::string said = (hero.description.empty() ? ":: " : "> ") + said_by(script, hero, 150);
    double foot = inner.bottom() - 20 * u;
    auto text =
        stage.fit(said, line(wide ? 62 : 56), {inner.width, foot - 100 * u - y + 60 * u}, 5, Align::left, 34);
    const double from = stage.held(stage.beat(2), text->lines() / 6.0);
    if (stage.seconds >= from) {
      // Line by line, as a slow modem would.
      double lines = stage.calm() ? text->lines() : std::floor((stage.seconds - from) * 6) + 1;
      auto kept = stage.picture.save();
      stage.picture.clip(Rect{inner.x - 10 * u, y - text->size(), inner.width + 20 * u,
                              text->size() * (1.22 * std::min<double>(lines, text->lines()) + 0.12)});
      stage.picture.text(text, {inner.x, y}, hero.description.empty() ? dim : bright);
    }
    double x = inner.x;
    const auto set = [&](std::string_view tag) {
      return stage.fit("[" + std::string(tag) + "]", line(46), {inner.width * 0.7, 70 * u});
    };
    const auto tags =
        tags_in(hero, inner.width, 26 * u, [&](std::string_view tag) { return set(tag)->width(); });
    for (std::size_t i = 0; i < tags.size(); ++i) {
      auto tag = set(tags[i]);
      if (stage.seconds >= stage.held(stage.beat(3) + 0.1 * static_cast<double>(i)))
        stage.picture.text(tag, {x, foot}, amber);
      x += tag->width() + 26 * u;
    }
  };
}

}  // namespace mrbill::content::video::terminal
