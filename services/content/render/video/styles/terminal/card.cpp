#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {

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

}  // namespace mrbill::content::video::terminal
