#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {

Draw hero(const Script& script, std::size_t scene) {
  const Hero& hero = script.facts.heroes[static_cast<std::size_t>(script.story.scenes[scene].index)];
  return [&script, scene, &hero](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    Page page =
        furnish(stage, script, scene, hero.favourite ? script.words.favourite : script.words.highlight);
    double u = stage.u();
    bool wide = stage.wide();
    Colour quiet = canvas::mix(sheet.paper, sheet.ink, 0.7);
    // Beside the matter: when, in what, about what.
    if (wide) {
      double y = page.notes.y + 150 * u;
      for (const auto& line : {day_of_film(script.facts, hero.day), hero.language}) {
        auto text = stage.fit(line, sans(34, 600), {page.notes.width, 60 * u});
        stage.rise(text, {page.notes.x, y}, sheet.ink, stage.beat(1), 0.8, 10);
        y += 50 * u;
      }
      stage.picture.fill(Rect{page.notes.x, y - 10 * u, 120 * u * stage.in(stage.beat(1), 0.8), 14 * u},
                         canvas::readable(hero.colour, sheet.paper, 1.5));
      double foot = page.notes.bottom();
      const auto tags = tags_in(hero, 5, 0, [](std::string_view) { return 1.0; });
      for (std::size_t i = tags.size(); i-- > 0; foot -= 50 * u) {
        auto tag = stage.fit(tags[i], serif(40, true), {page.notes.width, 60 * u});
        stage.rise(tag, {page.notes.x, foot}, quiet, stage.beat(3) + 0.08 * static_cast<double>(i), 0.8, 10);
      }
    } else {
      note(stage, page,
           day_of_film(script.facts, hero.day) + (hero.language.empty() ? "" : " · " + hero.language), quiet,
           stage.beat(1));
    }
    auto name = stage.fit(hero.name, serif(wide ? 190 : 150), {page.matter.width, page.matter.height * 0.5},
                          wide ? 2 : 4, Align::left, 52);
    double y = page.matter.y + name->size() * 0.74;
    stage.reveal(name, {page.matter.x, y}, sheet.ink, stage.beat(1), 1);
    y += name->height() - name->size() * 1.16 + 60 * u;
    hairline(stage, {page.matter.x, y}, page.matter.width, stage.beat(1.5), sheet.ink);
    y += 90 * u;
    double foot = page.matter.bottom() - (wide ? 0 : 90 * u);
    auto text = stage.fit(said_by(script, hero, 160), serif(wide ? 68 : 64, hero.description.empty()),
                          {page.matter.width * (wide ? 0.92 : 1), foot - y + 60 * u}, 6, Align::left, 34);
    stage.rise(text, {page.matter.x, y}, sheet.ink, stage.beat(2), 0.9, 16);
    if (wide || hero.tags.empty()) return;
    std::string tags;
    for (const auto& tag : hero.tags) tags += (tags.empty() ? "" : ", ") + tag;
    auto line = stage.fit(tags, serif(46, true), {page.matter.width, 70 * u}, 1, Align::left, 34);
    stage.rise(line, {page.matter.x, page.matter.bottom() - 10 * u}, quiet, stage.beat(3), 0.8, 10);
  };
}

}  // namespace mrbill::content::video::folio
