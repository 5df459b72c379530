// The scenes about single POCs, and the end: hero, wall, bow and the card that
// is shared.
#include <canvas/text.hpp>

#include "render/video/scenes/wall_names.hpp"
#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {

Draw hero(const Script& script, std::size_t scene) {
  const Hero& hero = script.facts.heroes[static_cast<std::size_t>(script.story.scenes[scene].index)];
  return [&script, scene, &hero](const Stage& stage) {
    World world = world_of(script, scene);
    double u = stage.u();
    // A block in the colour of the language, its name along the edge of the wall.
    Rect whole = stage.whole();
    double thick = (stage.wide() ? 210 : 150) * u, come = stage.in(enter - 0.1, 0.6);
    Colour fill = canvas::readable(hero.colour, world.ground, 1.5);
    stage.picture.fill(Rect{whole.width - std::round(thick * come), 0, thick, whole.height - 16 * u}, fill);
    Rect room = stage.safe();
    room.width = whole.width - thick - 60 * u - room.x;
    {
      auto kept = stage.picture.save();
      auto language =
          stage.fit(hero.language, display(thick * 0.62 / cap / u), {whole.height * 0.8, thick * 2});
      Point corner{whole.width - thick / 2 - language->size() * cap / 2, stage.safe().y};
      stage.picture.rotate(1.5707963267948966, corner);
      Colour on = canvas::readable_or(Colour{1, 1, 1, 1}, Colour{0, 0, 0, 1}, fill, 2.2);
      stage.picture.text(language, corner, canvas::faded(on, stage.opacity(enter + 0.2)));
    }
    auto kicker = stage.fit(std::string(hero.favourite ? script.words.favourite : script.words.highlight) +
                                "  " + day_of_film(script.facts, hero.day),
                            mono(30, 700), {room.width, 60 * u});
    stage.rise(kicker, {room.x, room.y + 30 * u}, world.accent, enter, 0.5, 16);
    stage.picture.fill(Rect{room.x, room.y + 56 * u, room.width * stage.in(enter, 0.5), 5 * u}, world.ink);
    auto name = stage.fit(hero.name, display(stage.wide() ? 300 : 230), {room.width, room.height * 0.46},
                          stage.wide() ? 2 : 4, film::Align::left, 60);
    double y = room.y + 110 * u + name->size() * cap;
    stage.reveal(name, {room.x, y}, world.ink, stage.beat(1), 0.7);
    y += name->height() - name->size() * 0.88 + 90 * u;
    double foot = room.bottom() - 60 * u;
    auto text = stage.fit(said_by(script, hero, stage.wide() ? 150 : 130), mono(stage.wide() ? 46 : 42),
                          {room.width * 0.96, foot - 110 * u - y}, 5, film::Align::left, 30);
    stage.rise(text, {room.x, y}, world.ink, stage.beat(2), 0.6, 24);
    double x = room.x, line = foot;
    const auto set = [&](std::string_view tag) {
      return stage.fit(tag, mono(32, 700), {room.width * 0.7, 60 * u});
    };
    const auto tags =
        tags_in(hero, room.width, 14 * u, [&](std::string_view tag) { return set(tag)->width() + 40 * u; });
    for (std::size_t i = 0; i < tags.size(); ++i) {
      auto tag = set(tags[i]);
      double width = tag->width() + 40 * u;
      double at = stage.held(stage.beat(3) + 0.06 * static_cast<double>(i), 0.4);
      if (stage.seconds < at) break;
      double grown = stage.in(at, 0.4);
      stage.picture.fill(Rect{x, line - 44 * u, width * grown, 64 * u}, world.ink);
      if (grown > 0.6) stage.picture.text(tag, {x + 20 * u, line}, world.ground);
      x += width + 14 * u;
    }
  };
}

WallPlan wall_of(const Script& script, double seconds) {
  double u = film::unit_of(script.size);
  Rect safe = film::safe_area(script.size);
  Rect area{safe.x, safe.y + 90 * u, safe.width, safe.height - 110 * u};
  bool few = script.facts.total <= 12;
  return plan_wall({area, script.facts.total, enter + 0.1, seconds, u, few ? 130.0 : 62.0,
                    column_for(script, few ? 6.0 : 7.2, 0.31, 1.1)});
}

Draw wall(const Script& script, std::size_t scene) {
  double length = script.story.scenes[scene].bars * script.story.bar_seconds();
  return [&script, scene, plan = wall_of(script, length)](const Stage& stage) {
    World world = world_of(script, scene);
    const auto& names = script.facts.names;
    head(stage, script, scene, world, heading_of_names(script.facts, script.words));
    double u = stage.u();
    int page = plan.page_at(stage.seconds), first = page * plan.per_page();
    double since = stage.seconds - plan.from - page * plan.page_seconds;
    double spread = stage.calm() ? 0 : std::clamp(plan.page_seconds - 1.6, 0.0, page == 0 ? 0.5 : 0.24);
    double size = plan.row_height * 0.5 / u;
    for (int i = 0; i < plan.per_page() && first + i < static_cast<int>(names.size()); ++i) {
      const auto& name = names[static_cast<std::size_t>(first + i)];
      Rect cell = plan.cell(i);
      double late = spread * (i % plan.rows) / plan.rows;
      if (since < late) continue;
      double mark = std::round(plan.row_height * 0.34);
      double baseline = std::round(cell.y + plan.row_height * 0.68);
      stage.picture.fill(Rect{std::round(cell.x), baseline - mark, mark, mark},
                         canvas::readable(name.colour, world.ground, 1.8));
      auto text = stage.set(name.name, mono(size), cell.width - mark - plan.row_height * 0.6);
      stage.picture.text(text, {cell.x + mark + plan.row_height * 0.25, baseline}, world.ink);
    }
  };
}

void card(const Stage& stage, const Script& script, const World& world, double enter_at) {
  const auto& facts = script.facts;
  double u = stage.u();
  Rect room = stage.safe();
  bool wide = !stage.tall();
  auto who = stage.fit(facts.person, display(wide ? 130 : 160), {room.width * (wide ? 0.7 : 1), 170 * u});
  auto when = stage.fit(facts.period, display(wide ? 130 : 160), {room.width * (wide ? 0.28 : 1), 170 * u});
  double top_line = room.y + (wide ? std::max(who->size(), when->size()) : who->size()) * cap;
  stage.reveal(who, {room.x, top_line}, world.ink, enter_at);
  Point when_at = wide ? Point{room.right() - when->width(), top_line}
                       : Point{room.x, top_line + when->size() * cap + 40 * u};
  stage.reveal(when, when_at, world.accent, enter_at + 0.1);
  double top = when_at.y + 44 * u;
  stage.picture.fill(Rect{room.x, top, room.width * stage.in(enter_at + 0.1, 0.6), 10 * u}, world.ink);
  double foot = room.bottom();
  auto made = stage.fit(made_with(facts, script.words), mono(30, 700), {room.width * 0.6, 60 * u});
  stage.rise(made, {room.x, foot - 6 * u}, world.ink, enter_at + 0.8, 0.5, 10);
  if (!facts.tenant.empty()) {
    auto tenant = stage.fit(facts.tenant, mono(30), {room.width - made->width() - 60 * u, 60 * u});
    stage.rise(tenant, {room.right() - tenant->width(), foot - 6 * u}, world.ink, enter_at + 0.8, 0.5, 10);
  }
  Rect middle{room.x, top + 60 * u, room.width, foot - 80 * u - top - 60 * u};
  double share = stage.wide() ? 0.4 : 0.48;  // of the width, for what stands beside the number
  Rect left = wide ? middle.part(0, 0, 0.94 - share, 1) : middle.part(0, 0, 1, 0.48);
  Rect right = wide ? middle.part(1 - share, 0, share, 1) : middle.part(0, 0.56, 1, 0.44);
  auto number = filling(stage, card_number(script), {left.width, left.height - 180 * u});
  stage.reveal(number, {left.x - 0.02 * number->size(), left.y + number->size() * cap}, world.accent,
               enter_at + 0.2, 0.8);
  std::string under(form(facts.total, script.words.poc_one, script.words.poc_many));
  if (facts.total > 0)
    under += " — " + std::string(script.words.personas[static_cast<int>(facts.persona.kind)].name);
  auto unit = stage.fit(facts.total > 0 ? under : std::string(script.words.none_next), display(130),
                        {left.width, 160 * u});
  stage.reveal(unit, {left.x, left.y + number->size() * cap + 50 * u + unit->size() * cap}, world.ink,
               enter_at + 0.35);
  auto rows = card_facts(script);
  double pitch = right.height / std::max<std::size_t>(3, rows.size());
  const auto value_of = [&](const CardFact& row) {
    return stage.fit(row.number, display(pitch * 0.78 / u), {right.width * 0.55, pitch});
  };
  const auto label_of = [&](const CardFact& row) {
    return stage.fit(row.label, mono(30, 700), {right.width - value_of(row)->width() - 24 * u, pitch});
  };
  const double label_size = one_size(rows, label_of) / u;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    double at = enter_at + 0.4 + 0.1 * static_cast<double>(i), y = right.y + pitch * static_cast<double>(i);
    auto value = value_of(rows[i]);
    stage.reveal(value, {right.x, y + pitch * 0.62}, world.ink, at);
    auto label = stage.set(rows[i].label, mono(label_size, 700));
    stage.rise(label, {right.x + value->width() + 24 * u, y + pitch * 0.62}, world.ink, at + 0.1, 0.5, 10);
    if (i > 0)
      stage.picture.fill(Rect{right.x, y - 6 * u, right.width * stage.in(at - 0.1, 0.5), 4 * u}, world.ink);
  }
}

Draw bow(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) { card(stage, script, world_of(script, scene), enter); };
}

}  // namespace mrbill::content::video::poster
