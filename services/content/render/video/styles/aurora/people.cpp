// Hero, wall, bow, and the card that is shared.
#include "render/video/scenes/wall_names.hpp"
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

WallPlan wall_of(const Script& script, double seconds) {
  double u = film::unit_of(script.size);
  Rect safe = film::safe_area(script.size);
  Rect area{safe.x, safe.y + 110 * u, safe.width, safe.height - 140 * u};
  bool few = script.facts.total <= 12;
  WallPlan plan = plan_wall({area, script.facts.total, enter + 0.1, seconds, u, few ? 120.0 : 66.0,
                             column_for(script, few ? 6.5 : 6.6, 0.31, 1.3)});
  // In the middle, whatever was left over.
  plan.area.x += (area.width - plan.columns * plan.column_width) / 2;
  plan.area.y += (area.height - plan.rows * plan.row_height) / 2;
  return plan;
}

Draw wall(const Script& script, std::size_t scene) {
  double length = script.story.scenes[scene].bars * script.story.bar_seconds();
  return [&script, plan = wall_of(script, length)](const Stage& stage) {
    kicker(stage, heading_of_names(script.facts, script.words));
    double u = stage.u(), size = plan.row_height * 0.52 / u;
    each_name(script, stage, plan, 0.5, [&](const NameOnWall& one) {
      double come = comes_slowly(plan) && !stage.calm() ? std::min(1.0, one.since / 0.3) : 1;
      double dot = plan.row_height * 0.16, gap = plan.row_height * 0.24;
      auto text = stage.set(one.name.name, words(size, 700), one.cell.width - 2 * dot - gap * 2);
      double x = plan.columns == 1 ? one.cell.centre().x - (text->width() + 2 * dot + gap) / 2 : one.cell.x;
      Colour light = canvas::readable(one.name.colour, night, 2.4);
      stage.picture.fill(Path::circle({x + dot, one.cell.centre().y}, dot), canvas::faded(light, come));
      stage.picture.text(text, {x + 2 * dot + gap, one.cell.centre().y + plan.row_height * 0.18},
                         canvas::faded(white, come));
    });
  };
}

namespace {

// The facts as a list. What a number counts stands at the end of its line, or under it where a line is too
// short for both.
void card_rows(const Stage& stage, const std::vector<CardFact>& rows, Rect list, double at) {
  const double u = stage.u();
  const bool square = !stage.wide() && !stage.tall();
  double pitch = list.height / std::max<std::size_t>(3, rows.size());
  const auto value_of = [&](const CardFact& row) {
    return stage.fit(row.number, display(std::min(64.0, pitch / u * 0.42)),
                     {square ? list.width - 88 * u : list.width * 0.36, pitch});
  };
  const auto label_of = [&](const CardFact& row) {
    const double taken = square ? 88 * u : value_of(row)->width() + 130 * u;
    return stage.fit(row.label, words(38, 700), {list.width - taken, pitch});
  };
  const double label_size = one_size(rows, label_of) / u;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    double y = list.y + pitch * static_cast<double>(i), mid = y + pitch / 2,
           when_in = at + 0.4 + 0.1 * static_cast<double>(i);
    Rect plate{list.x, y + pitch * 0.08, list.width, pitch * 0.84};
    stage.picture.fill(Path::rounded(plate, square ? 40 * u : plate.height / 2),
                       canvas::faded(white, 0.1 * stage.opacity(when_in)));
    auto value = value_of(rows[i]);
    auto label = stage.set(rows[i].label, words(label_size, 700));
    // What it counts stands at the end of the line, or under the number where a
    // line is too short for both.
    Point value_at{list.x + 44 * u, square ? mid + 4 * u : mid + value->size() * 0.36};
    Point label_at = square ? Point{list.x + 44 * u, mid + 46 * u}
                            : Point{list.right() - 44 * u - label->width(), mid + 13 * u};
    stage.rise(value, value_at, white, when_in, 0.5, 14);
    stage.rise(label, label_at, soft, when_in + 0.05, 0.5, 14);
  }
}

}  // namespace

void card(const Stage& stage, const Script& script, double at) {
  const auto& facts = script.facts;
  Rect safe = stage.safe();
  double u = stage.u();
  bool wide = !stage.tall(), square = wide && !stage.wide();
  Rect box = wide ? safe.inset(safe.width * 0.04, 0) : safe.inset(0, safe.height * (stage.tall() ? 0.06 : 0));
  stage.picture.glow({box.x + box.width * 0.25, box.y + box.height * 0.3}, 700 * u,
                     canvas::faded(sky_of(script, 0).accent, 0.3));
  glass(stage, box, 64 * u, at);
  Rect room = box.inset(70 * u, 56 * u);
  double left = wide ? room.x : room.centre().x, head = room.y + 62 * u;
  auto who = stage.fit(facts.person, words(64, 700), {room.width * (wide ? 0.6 : 1), 90 * u});
  auto when = stage.fit(facts.period, display(64), {room.width * 0.36, 90 * u});
  stage.rise(who, {wide ? left : left - who->width() / 2, head}, white, at + 0.1);
  if (wide)
    stage.rise(when, {room.right() - when->width(), head}, sky_of(script, 0).accent, at + 0.2);
  else
    stage.rise(when, {left - when->width() / 2, head + 90 * u}, sky_of(script, 0).accent, at + 0.2);
  Rect main = wide ? Rect{room.x, head + 40 * u, room.width * (square ? 0.48 : 0.54), room.height - 180 * u}
                   : Rect{room.x, head + 130 * u, room.width, room.height * 0.36};
  auto number = stage.fit(card_number(script), display(wide ? 360 : 320), {main.width, main.height * 0.72});
  double base = main.centre().y + number->size() * cap / 2 - (wide ? 50 : 30) * u;
  Point number_at{wide ? main.x - 0.03 * number->size() : main.centre().x - number->width() / 2, base};
  stage.rise(number, number_at, white, at + 0.2, 0.8);
  std::string under =
      facts.total == 0
          ? std::string(script.words.none_next)
          : fmt::format("{} · {}", form(facts.total, script.words.poc_one, script.words.poc_many),
                        script.words.personas[static_cast<int>(facts.persona.kind)].name);
  auto unit = stage.fit(under, words(60, 700), {main.width, 90 * u});
  stage.rise(unit, {wide ? main.x : main.centre().x - unit->width() / 2, base + 100 * u}, soft, at + 0.35);
  double foot = room.bottom();
  Rect list = wide ? Rect{room.x + room.width * (square ? 0.52 : 0.6), head + 60 * u,
                          room.width * (square ? 0.48 : 0.4), foot - 70 * u - head - 60 * u}
                   : Rect{room.x, base + 150 * u, room.width, foot - 70 * u - base - 150 * u};
  card_rows(stage, card_facts(script), list, at);
  auto made = stage.fit(made_with(facts, script.words), words(34, 700), {room.width, 60 * u});
  stage.rise(made, {wide ? room.x : room.centre().x - made->width() / 2, foot}, soft, at + 0.8, 0.5, 10);
}

Draw bow(const Script& script, std::size_t) {
  return [&script](const Stage& stage) { card(stage, script, enter); };
}

}  // namespace mrbill::content::video::aurora
