#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {
namespace {

// Beside the matter: when, in what, about what.
void beside_the_matter(const Stage& stage, const Script& script, const Hero& hero, const Sheet& sheet,
                       Rect notes) {
  double u = stage.u(), y = notes.y + 150 * u;
  for (const auto& line : {day_of_film(script.facts, hero.day), hero.language}) {
    auto text = stage.fit(line, sans(34, 600), {notes.width, 60 * u});
    stage.rise(text, {notes.x, y}, sheet.ink, stage.beat(1), 0.8, 10);
    y += 50 * u;
  }
  stage.picture.fill(Rect{notes.x, y - 10 * u, 120 * u * stage.in(stage.beat(1), 0.8), 14 * u},
                     canvas::readable(hero.colour, sheet.paper, 1.5));
  double foot = notes.bottom();
  const auto tags = tags_in(hero, 5, 0, [](std::string_view) { return 1.0; });
  for (std::size_t i = tags.size(); i-- > 0; foot -= 50 * u) {
    auto tag = stage.fit(tags[i], serif(40, true), {notes.width, 60 * u});
    stage.rise(tag, {notes.x, foot}, sheet.quiet(), stage.beat(3) + 0.08 * static_cast<double>(i), 0.8, 10);
  }
}

void below_the_matter(const Stage& stage, const Hero& hero, const Sheet& sheet, Rect matter) {
  if (hero.tags.empty()) return;
  std::string tags;
  for (const auto& tag : hero.tags) tags += (tags.empty() ? "" : ", ") + tag;
  auto line = stage.fit(tags, serif(46, true), {matter.width, 70 * stage.u()}, 1, Align::left, 34);
  stage.rise(line, {matter.x, matter.bottom() - 10 * stage.u()}, sheet.quiet(), stage.beat(3), 0.8, 10);
}

// Its name over a line, then what it says of itself.
void matter_of(const Stage& stage, const Script& script, const Hero& hero, const Sheet& sheet, Rect matter) {
  double u = stage.u();
  bool wide = stage.wide();
  auto name = stage.fit(hero.name, serif(wide ? 190 : 150), {matter.width, matter.height * 0.5}, wide ? 2 : 4,
                        Align::left, 52);
  double y = matter.y + name->size() * 0.74;
  stage.reveal(name, {matter.x, y}, sheet.ink, stage.beat(1), 1);
  y += name->height() - first_line(name) + 60 * u;
  hairline(stage, {matter.x, y}, matter.width, stage.beat(1.5), sheet.ink);
  y += 90 * u;
  double foot = matter.bottom() - (wide ? 0 : 90 * u);
  auto text = stage.fit(said_by(script, hero, 160), serif(wide ? 68 : 64, hero.description.empty()),
                        {matter.width * (wide ? 0.92 : 1), foot - y + 60 * u}, 6, Align::left, 34);
  stage.rise(text, {matter.x, y}, sheet.ink, stage.beat(2), 0.9, 16);
}

}  // namespace

Draw hero(const Script& script, std::size_t scene) {
  return [&script, scene, &hero = hero_of(script, scene)](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    const Page page =
        furnish(stage, script, scene, hero.favourite ? script.words.favourite : script.words.highlight);
    if (stage.wide())
      beside_the_matter(stage, script, hero, sheet, page.notes);
    else
      note(stage, page,
           day_of_film(script.facts, hero.day) + (hero.language.empty() ? "" : " · " + hero.language),
           sheet.quiet(), stage.beat(1));
    matter_of(stage, script, hero, sheet, page.matter);
    if (!stage.wide()) below_the_matter(stage, hero, sheet, page.matter);
  };
}

}  // namespace mrbill::content::video::folio
