// A file shown, the listing, and the card as the machine introduces itself.
#include "render/video/scenes/wall_names.hpp"
#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {

Draw hero(const Script& script, std::size_t scene) {
  const Hero& hero = script.facts.heroes[static_cast<std::size_t>(script.story.scenes[scene].index)];
  return [&script, scene, &hero](const Stage& stage) {
    Rect room = screen(stage, script, scene, "cat README.md");
    double u = stage.u();
    bool wide = stage.wide();
    double drawn = stage.calm() ? 1 : stepped(canvas::progress(stage.seconds, enter, 0.4), 8);
    stage.picture.stroke(
        Path::rect(Rect{room.x + 2 * u, room.y + 2 * u, room.width - 4 * u, (room.height - 4 * u) * drawn}),
        4 * u, dim, false);
    Rect inner = room.inset((wide ? 60 : 44) * u, 50 * u);
    std::string facts = day_of_film(script.facts, hero.day) +
                        (hero.language.empty() ? "" : " | " + hero.language) + (hero.favourite ? " | *" : "");
    auto label = stage.fit(facts, line(46), {inner.width, 70 * u});
    if (stage.seconds >= stage.held(stage.beat(0.8))) {
      stage.picture.fill(Rect{room.x + 40 * u, room.y - 22 * u, label->width() + 40 * u, 50 * u},
                         canvas::colour({0.26, 0.05, 155}));
      stage.picture.text(label, {room.x + 60 * u, room.y + 17 * u}, amber);
    }
    auto name = stage.fit(hero.name, pixel(wide ? 170 : 120), {inner.width, inner.height * 0.46},
                          wide ? 2 : 4, Align::left, 44);
    double y = inner.y + 40 * u + name->size() * 0.7;
    big(stage, name, {inner.x, y}, green, stage.beat(1));
    y += name->height() - name->size() + 110 * u;
    std::string said = (hero.description.empty() ? ":: " : "> ") + said_by(script, hero, 150);
    double foot = inner.bottom() - 20 * u;
    auto text =
        stage.fit(said, line(wide ? 62 : 56), {inner.width, foot - 100 * u - y + 60 * u}, 5, Align::left, 34);
    const double from = stage.held(stage.beat(2), text->lines() / 6.0);
    if (stage.seconds >= from) {
      // Line by line, as a slow modem would.
      double lines = stage.calm() ? text->lines() : std::floor((stage.seconds - from) * 6) + 1;
      auto kept = stage.picture.save();
      stage.picture.clip(Rect{inner.x - 10 * u, y - text->size(), inner.width + 20 * u,
                              text->size() * (1.22 * std::min<double>(lines, text->lines()) + 0.12)});
      stage.picture.text(text, {inner.x, y}, hero.description.empty() ? dim : bright);
    }
    double x = inner.x;
    const auto set = [&](std::string_view tag) {
      return stage.fit("[" + std::string(tag) + "]", line(46), {inner.width * 0.7, 70 * u});
    };
    const auto tags =
        tags_in(hero, inner.width, 26 * u, [&](std::string_view tag) { return set(tag)->width(); });
    for (std::size_t i = 0; i < tags.size(); ++i) {
      auto tag = set(tags[i]);
      if (stage.seconds >= stage.held(stage.beat(3) + 0.1 * static_cast<double>(i)))
        stage.picture.text(tag, {x, foot}, amber);
      x += tag->width() + 26 * u;
    }
  };
}

WallPlan wall_of(const Script& script, double seconds) {
  double u = film::unit_of(script.size);
  Rect safe = film::safe_area(script.size);
  Rect area{safe.x, safe.y + 90 * u, safe.width, safe.height - 200 * u};
  bool few = script.facts.total <= 12;
  return plan_wall({area, script.facts.total, enter + 0.2, seconds, u, few ? 110.0 : 62.0,
                    column_for(script, few ? 7.5 : 6.6, 0.42, 0.9)});
}

Draw wall(const Script& script, std::size_t scene) {
  double length = script.story.scenes[scene].bars * script.story.bar_seconds();
  return [&script, scene, plan = wall_of(script, length)](const Stage& stage) {
    screen(stage, script, scene, "ls # " + heading_of_names(script.facts, script.words));
    double u = stage.u(), size = plan.row_height * 0.72 / u;
    each_name(script, stage, plan, 0.6, [&](const NameOnWall& one) {
      double advance = plan.row_height * 0.36;
      auto text = stage.set(one.name.name, line(size), one.cell.width - advance * 2);
      double base = one.cell.y + plan.row_height * 0.74;
      stage.picture.fill(Rect{std::round(one.cell.x), std::round(base - plan.row_height * 0.38),
                              std::round(advance * 0.6), std::round(plan.row_height * 0.38)},
                         canvas::readable(one.name.colour, black, 2));
      stage.picture.text(text, {one.cell.x + advance, base}, green);
    });
  };
}

namespace {

// A little duck in pixels: who introduces himself on this machine.
void duck(const Stage& stage, Rect where) {
  constexpr std::string_view rows[] = {"....#####....", "...#######...", "..##.####....", "..########ooo",
                                       "..#######oooo", "...#####.....", "#..######....", "##########...",
                                       "###########..", ".##########..", "..########...", "....o..o....."};
  double cell = std::floor(std::min(where.width / 13, where.height / 12));
  Path body, beak;
  for (std::size_t y = 0; y < std::size(rows); ++y)
    for (std::size_t x = 0; x < rows[y].size(); ++x) {
      Rect pixel_box{where.x + cell * static_cast<double>(x), where.y + cell * static_cast<double>(y),
                     cell - std::max(1.0, std::round(cell * 0.08)),
                     cell - std::max(1.0, std::round(cell * 0.08))};
      if (rows[y][x] == '#') body.add(Path::rect(pixel_box));
      if (rows[y][x] == 'o') beak.add(Path::rect(pixel_box));
    }
  stage.picture.fill(body, green);
  stage.picture.fill(beak, amber);
}

}  // namespace

void card(const Stage& stage, const Script& script, double at) {
  const auto& facts = script.facts;
  Rect safe = stage.safe();
  double u = stage.u();
  bool wide = !stage.tall();
  auto shown = [&](double when) { return stage.calm() || stage.seconds >= stage.held(at + when); };
  stage.picture.stroke(Path::rect(safe.inset(2 * u)), 4 * u, dim, false);
  Rect room = safe.inset((wide ? 70 : 54) * u, 60 * u);
  auto host = stage.fit(facts.person + " @ " + facts.period, pixel(wide ? 84 : 76), {room.width, 120 * u});
  if (shown(0)) stage.picture.text(host, {room.x, room.y + 56 * u}, amber);
  stage.picture.fill(Rect{room.x, std::round(room.y + 86 * u), room.width, std::round(5 * u)}, dim);
  Rect below{room.x, room.y + 130 * u, room.width, room.height - 130 * u - 70 * u};
  Rect art = wide ? below.part(0, 0, 0.36, 1) : below.part(0, 0, 1, stage.tall() ? 0.3 : 0.34);
  if (wide) {
    double side = std::min(art.width, art.height);
    duck(stage, {art.x, art.y + (art.height - side * 12 / 13) / 2, side, side});
  } else {
    double side = std::min(art.width, art.height);
    duck(stage, {art.x, art.y, side, side});
  }
  Rect text = wide
                  ? below.part(0.42, 0, 0.58, 1)
                  : Rect{below.x, art.bottom() + 40 * u, below.width, below.bottom() - art.bottom() - 40 * u};
  auto number = stage.fit(card_number(script), pixel(wide ? 300 : 280), {text.width, text.height * 0.4});
  double base = text.y + number->size() * 0.64;
  big(stage, number, {text.x - 0.03 * number->size(), base}, green, at + 0.2);
  std::string under =
      facts.total == 0
          ? std::string(script.words.none_next)
          : fmt::format("{} / {}", form(facts.total, script.words.poc_one, script.words.poc_many),
                        script.words.personas[static_cast<int>(facts.persona.kind)].name);
  auto unit = stage.fit(under, pixel(78), {text.width, 110 * u});
  if (shown(0.5)) stage.picture.text(unit, {text.x, base + 100 * u}, bright);
  auto rows = card_facts(script);
  double top = base + 140 * u, pitch = (text.bottom() - top) / std::max<std::size_t>(3, rows.size()),
         size = std::min(62.0, pitch / u * 0.7);
  const double label_size = one_size(rows,
                                     [&](const CardFact& row) {
                                       return stage.fit(row.label, line(size), {text.width * 0.6, pitch});
                                     }) /
                            u;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!shown(0.7 + 0.15 * static_cast<double>(i))) break;
    double y = top + pitch * (static_cast<double>(i) + 0.7);
    auto label = stage.set(rows[i].label, line(label_size));
    auto value = stage.fit(rows[i].number, line(size), {text.width * 0.4, pitch});
    stage.picture.text(label, {text.x, y}, dim);
    stage.picture.text(value, {text.right() - value->width(), y}, bright);
    double left = text.x + label->width() + 16 * u, right = text.right() - value->width() - 16 * u;
    for (double x = std::ceil(left / (24 * u)) * 24 * u; x < right - 6 * u; x += 24 * u)
      stage.picture.fill(Rect{std::round(x), std::round(y - 6 * u), std::round(5 * u), std::round(5 * u)},
                         faint);
  }
  auto made = stage.fit("$ " + made_with(facts, script.words), line(40), {room.width - 40 * u, 60 * u});
  if (shown(1.2)) {
    stage.picture.text(made, {room.x, room.bottom() + 4 * u}, dim);
    cursor(stage, {room.x + made->width() + 10 * u, room.bottom() + 4 * u}, 40 * u);
  }
}

Draw bow(const Script& script, std::size_t) {
  return [&script](const Stage& stage) { card(stage, script, enter); };
}

}  // namespace mrbill::content::video::terminal
