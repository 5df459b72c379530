#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {

Draw hero(const Script& script, std::size_t scene) {
  const Hero& hero = script.facts.heroes[static_cast<std::size_t>(script.story.scenes[scene].index)];
  return [&script, scene, &hero](const Stage& stage) {
    Rect safe = stage.safe();
    double u = stage.u();
    (void)scene;
    double wide = stage.wide() ? safe.width * 0.84 : safe.width, pad = (stage.wide() ? 90 : 70) * u;
    auto name = stage.fit(hero.name,
                          display(stage.wide()   ? 132
                                  : stage.tall() ? 112
                                                 : 84),
                          {wide - 2 * pad, 420 * u}, stage.wide() ? 2 : 4, Align::left, 44);
    auto text =
        stage.fit(said_by(script, hero, 150), words(stage.wide() || stage.tall() ? 54 : 44),
                  {wide - 2 * pad, (stage.wide() || stage.tall() ? 420 : 240) * u}, 5, Align::left, 34);
    double height = pad * 2 + 90 * u + name->height() + 30 * u + text->height() + 130 * u;
    Rect box = canvas::around(stage.whole().centre(), wide, height);
    Colour light = canvas::readable(hero.colour, night, 2.5);
    stage.picture.glow({box.x + box.width * 0.86, box.y + box.height * 0.1}, 620 * u,
                       canvas::faded(light, 0.55 * stage.in(enter, 0.9)));
    glass(stage, box, 56 * u, enter - 0.1);
    double x = box.x + pad, y = box.y + pad + 40 * u;
    double come = stage.in(enter + 0.1, 0.5);
    stage.picture.fill(Path::circle({x + 18 * u, y - 16 * u}, 18 * u * come), light);
    auto language = stage.fit((hero.language.empty() ? "" : hero.language + "  ·  ") +
                                  day_of_film(script.facts, hero.day) + (hero.favourite ? "  ·  ★" : ""),
                              words(40, 700), {wide - 2 * pad - 60 * u, 60 * u});
    stage.rise(language, {x + 56 * u, y}, soft, enter + 0.1, 0.5, 16);
    y += 60 * u + name->size() * 0.9;
    stage.rise(name, {x, y}, white, stage.beat(1), 0.7, 40);
    y += name->height() - name->size() * 0.1 + 24 * u;
    stage.rise(text, {x, y}, soft, stage.beat(2), 0.6, 24);
    y += text->height() + 50 * u;
    const auto width_of = [&](std::string_view tag) {
      return std::min(stage.set(tag, words(34, 700))->width() + 34 * 1.4 * u, (wide - 2 * pad) * 0.7);
    };
    const auto tags = tags_in(hero, wide - 2 * pad, 20 * u, width_of);
    for (std::size_t i = 0; i < tags.size(); ++i) {
      double width = width_of(tags[i]);
      pill(stage, tags[i], {x + width / 2, y}, 34, stage.beat(3) + 0.07 * static_cast<double>(i), white,
           width + 2 * u);
      x += width + 20 * u;
    }
  };
}

}  // namespace mrbill::content::video::aurora
