#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {
namespace {

// Light gathers, is gone for a moment, and breaks out with the word.
void gathering(const Stage& stage, const TextPtr& you, double reveal) {
  double u = stage.u(), gathered = canvas::ease::in_cubic(stage.passed(enter, reveal - enter));
  Point heart = stage.whole().centre();
  stage.picture.glow(heart, (500 - 420 * gathered) * u, canvas::faded(white, 0.25 + 0.5 * gathered));
  stage.picture.fill(Path::circle(heart, (8 + 10 * gathered) * u), white);
  centred(stage, you, heart.x, heart.y - 190 * u, white, enter);
}

void rays(const Stage& stage, double burst) {
  constexpr int count = 36;
  double u = stage.u();
  Point heart = stage.whole().centre();
  for (int ray = 0; ray < count && !stage.calm(); ++ray) {
    double angle = ray * (turn / count), far = (330 + 420 * burst + (ray % 3) * 60) * u,
           near = far - (140 * (1 - burst) + 26) * u;
    Point way{std::cos(angle) * 1.25, std::sin(angle) * 0.86};
    stage.picture.stroke(Path::line(heart + way * near, heart + way * far), 6 * u,
                         canvas::faded(white, 0.5 * (1 - burst) + 0.1));
  }
}

void the_word(const Stage& stage, const Script& script, const TextPtr& you, double reveal) {
  double u = stage.u();
  bool wide = stage.wide();
  Rect safe = stage.safe();
  Point heart = stage.whole().centre();
  auto name = stage.fit(persona_name(script), display(wide ? 260 : 190),
                        {safe.width, wide ? 300 * u : 620 * u}, wide ? 1 : 3, Align::centre);
  double lines = name->lines() * name->height() / std::max(1, name->lines());
  double first = heart.y - lines / 2 + name->size() * 0.86;
  stage.picture.text(you, {heart.x - you->width() / 2, first - name->size() * cap - 64 * u}, soft);
  bool centred_already = name->ink().x > 1 || name->lines() > 1;
  stage.pop(name, {centred_already ? safe.x : heart.x - name->width() / 2, first}, white, reveal);
  double last = first + (name->lines() - 1) * name->size() * display_leading;
  pill(stage, persona_reason(script.facts, script.words), {heart.x, last + 150 * u}, 52,
       reveal + stage.beat(2), white, safe.width);
}

}  // namespace

Draw persona(const Script& script, std::size_t scene) {
  return [&script, sky = sky_of(scene)](const Stage& stage) {
    double reveal = script.reveal();
    auto you = stage.set(script.words.you_are, words(76, 700));
    if (stage.seconds < reveal) return gathering(stage, you, reveal);
    double burst = stage.in(reveal, 0.9);
    stage.picture.glow(stage.whole().centre(), (300 + 700 * burst) * stage.u(),
                       canvas::faded(sky.accent, 0.5));
    rays(stage, burst);
    the_word(stage, script, you, reveal);
  };
}

}  // namespace mrbill::content::video::aurora
