#include "render/video/scenes/race.hpp"
#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {
namespace {

// Capsules that grow from the ground and change places.
struct Field {
  double pitch, left, foot, tallest;
  double most;  // of those who run
};

Field field_in(const Stage& stage, Rect room, int shown, double most) {
  double u = stage.u(), pitch = std::min(room.width / shown, 300 * u);
  return {pitch, room.centre().x - pitch * shown / 2, room.bottom() - 90 * u, room.height - 190 * u, most};
}

void capsule(const Stage& stage, const Script& script, const Field& field, const Runner& runner) {
  double u = stage.u(), come = stage.in(enter + 0.06 * std::min(runner.place, 8.0), 0.8);
  const auto& language = script.facts.languages[static_cast<std::size_t>(runner.language)];
  double width = field.pitch * 0.62,
         height = width + (field.tallest - width) * runner.value / field.most * come,
         x = field.left + (runner.place + 0.5) * field.pitch;
  Colour fill = canvas::readable(language.colour, night, 2.2);
  Rect bar{x - width / 2, field.foot - height, width, height};
  Point top{x, bar.y + width / 2};  // the middle of its round end
  if (std::lround(runner.value) == std::lround(field.most))
    stage.picture.glow(top, width * 1.7, canvas::faded(fill, 0.5 * come));
  stage.picture.fill(Path::rounded(bar, width / 2), canvas::faded(fill, come));
  auto count = stage.fit(script.number(std::lround(runner.value)), display(70), {width * 0.8, 90 * u});
  stage.picture.text(count, {x - count->width() / 2, top.y + count->size() * 0.36},
                     canvas::faded(canvas::readable_or(white, night, fill, 3), come));
  auto name = stage.fit(language.name, words(42, 700), {field.pitch * 0.94, 60 * u});
  stage.picture.text(name, {x - name->width() / 2, field.foot + 62 * u}, canvas::faded(white, come));
}

}  // namespace

Draw languages(const Script& script, std::size_t) {
  return [&script](const Stage& stage) {
    const auto& facts = script.facts;
    int shown = std::min<int>(static_cast<int>(facts.languages.size()), stage.wide() ? 7 : 5);
    kicker(stage, heading_of_languages(facts, script.words, shown));
    auto runners = race_at(facts, std::max(first_of_race, race_share(stage)), shown);
    const Field field = field_in(stage, below_kicker(stage.size()), shown, most_of(runners));
    double u = stage.u();
    auto kept = stage.picture.save();
    stage.picture.clip(Rect{field.left - 90 * u, 0, field.pitch * shown + 180 * u, stage.whole().height});
    for (const auto& runner : runners) capsule(stage, script, field, runner);
  };
}

}  // namespace mrbill::content::video::aurora
