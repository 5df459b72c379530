// An article about a POC, the index of names, the colophon.
#include "render/video/scenes/wall_names.hpp"
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

WallPlan wall_of(const Script& script, double seconds) {
  double u = film::unit_of(script.size);
  Page page = page_of(script.size);
  Rect safe = film::safe_area(script.size);
  Rect area = page.matter;
  area.height = safe.bottom() - 60 * u - area.y;
  if (script.facts.total > 400 && script.size.width > script.size.height * 1.2)
    area = {safe.x, page.notes.y + 70 * u, safe.width, safe.bottom() - 60 * u - page.notes.y - 70 * u};
  bool few = script.facts.total <= 12;
  return plan_wall({area, script.facts.total, enter + 0.1, seconds, u, few ? 130.0 : 68.0,
                    column_for(script, few ? 7.0 : 6.2, 0.31, 0.5)});
}

Draw wall(const Script& script, std::size_t scene) {
  double length = script.story.scenes[scene].bars * script.story.bar_seconds();
  return [&script, scene, plan = wall_of(script, length)](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    furnish(stage, script, scene, heading_of_names(script.facts, script.words));
    double u = stage.u(), size = plan.row_height * 0.66 / u;
    each_name(script, stage, plan, 0.8, [&](const NameOnWall& one) {
      double come = comes_slowly(plan) && !stage.calm() ? std::min(1.0, one.since / 0.3) : 1;
      auto text = stage.set(one.name.name, serif(size), one.cell.width - plan.row_height * 0.4);
      stage.picture.text(text, {one.cell.x, one.cell.y + plan.row_height * 0.7},
                         canvas::faded(sheet.ink, come));
    });
  };
}

void card(const Stage& stage, const Script& script, const Sheet& sheet, double at) {
  const auto& facts = script.facts;
  Rect safe = stage.safe();
  double u = stage.u();
  bool wide = !stage.tall();
  for (double inset : {0.0, 14.0})
    stage.picture.stroke(Path::rect(safe.inset(inset * u)), (inset == 0 ? 4 : 1.6) * u,
                         canvas::faded(sheet.ink, stage.opacity(at, 0.8)), false);
  Rect room = safe.inset((wide ? 80 : 64) * u, 70 * u);
  double middle = room.centre().x;
  auto who = stage.fit(facts.person, serif(wide ? 84 : 100, true), {room.width * (wide ? 0.62 : 1), 130 * u});
  auto when = stage.fit(facts.period, serif(wide ? 84 : 100), {room.width * (wide ? 0.34 : 1), 130 * u});
  double head = room.y + 64 * u;
  stage.rise(who, {wide ? room.x : middle - who->width() / 2, head}, sheet.ink, at, 1, 14);
  double rule = wide ? head + 44 * u : head + 160 * u;
  stage.rise(when,
             {wide ? room.right() - when->width() : middle - when->width() / 2, wide ? head : head + 110 * u},
             sheet.red, at + 0.1, 1, 14);
  hairline(stage, {room.x, rule}, room.width, at + 0.2, sheet.ink);
  double foot = room.bottom();
  auto made = stage.fit(made_with(facts, script.words), serif(36, true), {room.width, 60 * u});
  stage.rise(made, {middle - made->width() / 2, foot}, canvas::mix(sheet.paper, sheet.ink, 0.7), at + 0.8,
             0.8, 8);
  Rect left = wide ? Rect{room.x, rule, room.width * 0.5, foot - 60 * u - rule}
                   : Rect{room.x, rule, room.width, (foot - rule) * 0.46};
  auto number = stage.fit(card_number(script), serif(wide ? 400 : 380), {left.width, left.height * 0.9});
  double base = left.y + left.height * 0.56 + number->size() * cap * 0.3;
  stage.rise(number, {wide ? left.x : middle - number->width() / 2, base}, sheet.ink, at + 0.2, 1, 24);
  std::string under =
      facts.total == 0 ? std::string(script.words.none_next)
                       : fmt::format("{}, {}", form(facts.total, script.words.poc_one, script.words.poc_many),
                                     script.words.personas[static_cast<int>(facts.persona.kind)].name);
  auto unit = stage.fit(under, serif(70, true), {left.width, 100 * u});
  stage.rise(unit, {wide ? left.x : middle - unit->width() / 2, base + 110 * u}, sheet.red, at + 0.35, 1, 14);
  auto rows = card_facts(script);
  Rect list =
      wide ? Rect{room.x + room.width * 0.58, rule + 40 * u, room.width * 0.42, foot - 90 * u - rule - 40 * u}
           : Rect{room.x, base + 170 * u, room.width, foot - 70 * u - base - 170 * u};
  double pitch = list.height / std::max<std::size_t>(3, rows.size());
  const double label_size =
      one_size(rows,
               [&](const CardFact& row) {
                 return stage.fit(row.label, serif(std::min(52.0, pitch / u * 0.5), true),
                                  {list.width * 0.55, pitch});
               }) /
      u;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    double y = list.y + pitch * static_cast<double>(i), line = y + pitch * 0.66,
           in = at + 0.4 + 0.12 * static_cast<double>(i);
    auto label = stage.set(rows[i].label, serif(label_size, true));
    auto value =
        stage.fit(rows[i].number, serif(std::min(84.0, pitch / u * 0.72)), {list.width * 0.45, pitch});
    stage.rise(label, {list.x, line}, sheet.ink, in, 0.8, 10);
    stage.rise(value, {list.right() - value->width(), line}, sheet.ink, in, 0.8, 10);
    if (i > 0) hairline(stage, {list.x, y}, list.width, in, canvas::mix(sheet.paper, sheet.ink, 0.4));
  }
}

Draw bow(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) { card(stage, script, sheet_of(script, scene), enter); };
}

}  // namespace mrbill::content::video::folio
