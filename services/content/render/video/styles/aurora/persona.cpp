#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {

Draw persona(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect safe = stage.safe();
    double u = stage.u(), reveal = script.reveal();
    Point heart = stage.whole().centre();
    auto sky = sky_of(script, scene);
    auto you = stage.set(script.words.you_are, words(76, 700));
    bool wide = stage.wide();
    auto name = stage.fit(script.words.personas[static_cast<int>(script.facts.persona.kind)].name,
                          display(wide ? 260 : 190), {safe.width, wide ? 300 * u : 620 * u}, wide ? 1 : 3,
                          Align::centre);
    double gather =
        stage.calm() ? 1 : canvas::ease::in_cubic(canvas::progress(stage.seconds, enter, reveal - enter));
    // Light gathers, is gone for a moment, and breaks out with the word.
    if (stage.seconds < reveal) {
      stage.picture.glow(heart, (500 - 420 * gather) * u, canvas::faded(white, 0.25 + 0.5 * gather));
      stage.picture.fill(Path::circle(heart, (8 + 10 * gather) * u), white);
      centred(stage, you, heart.x, heart.y - 190 * u, white, enter);
      return;
    }
    double burst = stage.in(reveal, 0.9);
    stage.picture.glow(heart, (300 + 700 * burst) * u, canvas::faded(sky.accent, 0.5));
    for (int ray = 0; ray < 36 && !stage.calm(); ++ray) {
      double angle = ray * 0.17453292519943295, far = (330 + 420 * burst + (ray % 3) * 60) * u,
             near = far - (140 * (1 - burst) + 26) * u;
      Point way{std::cos(angle) * 1.25, std::sin(angle) * 0.86};
      stage.picture.stroke(Path::line(heart + way * near, heart + way * far), 6 * u,
                           canvas::faded(white, 0.5 * (1 - burst) + 0.1));
    }
    double lines = name->lines() * name->height() / std::max(1, name->lines());
    double first = heart.y - lines / 2 + name->size() * 0.86;
    stage.picture.text(you, {heart.x - you->width() / 2, first - name->size() * cap - 64 * u}, soft);
    double left = name->lines() > 1 || wide ? safe.x : safe.x;
    stage.pop(name, {name->ink().x > 1 || name->lines() > 1 ? left : heart.x - name->width() / 2, first},
              white, reveal);
    pill(stage, persona_reason(script.facts, script.words),
         {heart.x, first + (name->lines() - 1) * name->size() * 1.08 + 150 * u}, 52, reveal + stage.beat(2),
         white, safe.width);
  };
}

}  // namespace mrbill::content::video::aurora
