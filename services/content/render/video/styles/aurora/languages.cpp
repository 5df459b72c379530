#include "render/video/scenes/race.hpp"
#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {

// Capsules that grow from the ground and change places.
Draw languages(const Script& script, std::size_t) {
  return [&script](const Stage& stage) {
    const auto& facts = script.facts;
    int shown = std::min<int>(static_cast<int>(facts.languages.size()), stage.wide() ? 7 : 5);
    kicker(stage, heading_of_languages(facts, script.words, shown));
    Rect room = below_kicker(stage);
    double u = stage.u(), from = stage.beat(1), until = stage.held(stage.length - stage.beat(2.5));
    double share =
        stage.calm()
            ? 1
            : std::max(0.04, canvas::ease::in_out_sine(canvas::progress(stage.seconds, from, until - from)));
    auto runners = race_at(facts, share, shown);
    double most = 1;
    for (const auto& runner : runners) most = std::max(most, runner.value);
    double pitch = std::min(room.width / shown, 300 * u), left = room.centre().x - pitch * shown / 2,
           foot = room.bottom() - 90 * u, tallest = room.height - 190 * u;
    auto kept = stage.picture.save();
    stage.picture.clip(Rect{left - 90 * u, 0, pitch * shown + 180 * u, stage.whole().height});
    for (const auto& runner : runners) {
      const auto& language = facts.languages[static_cast<std::size_t>(runner.language)];
      double come = stage.in(enter + 0.06 * std::min(runner.place, 8.0), 0.8);
      double wide = pitch * 0.62, height = wide + (tallest - wide) * runner.value / most * come,
             x = left + (runner.place + 0.5) * pitch;
      Colour fill = canvas::readable(language.colour, night, 2.2);
      Rect bar{x - wide / 2, foot - height, wide, height};
      if (std::lround(runner.value) == std::lround(most))
        stage.picture.glow({x, bar.y + wide / 2}, wide * 1.7, canvas::faded(fill, 0.5 * come));
      stage.picture.fill(Path::rounded(bar, wide / 2), canvas::faded(fill, come));
      auto count = stage.fit(script.number(std::lround(runner.value)), display(70), {wide * 0.8, 90 * u});
      stage.picture.text(count, {x - count->width() / 2, bar.y + wide / 2 + count->size() * 0.36},
                         canvas::faded(canvas::readable_or(white, night, fill, 3), come));
      auto name = stage.fit(language.name, words(42, 700), {pitch * 0.94, 60 * u});
      stage.picture.text(name, {x - name->width() / 2, foot + 62 * u}, canvas::faded(white, come));
    }
  };
}

}  // namespace mrbill::content::video::aurora
