#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {
namespace {

// A little duck in pixels: who introduces himself on this machine.
void duck(const Stage& stage, Rect where) {
  constexpr std::string_view rows[] = {"....#####....", "...#######...", "..##.####....", "..########ooo",
                                       "..#######oooo", "...#####.....", "#..######....", "##########...",
                                       "###########..", ".##########..", "..########...", "....o..o....."};
  double cell = std::floor(std::min(where.width / 13, where.height / 12)),
         side = cell - std::max(1.0, std::round(cell * 0.08));
  Path body, beak;
  for (std::size_t y = 0; y < std::size(rows); ++y)
    for (std::size_t x = 0; x < rows[y].size(); ++x) {
      Rect one{where.x + cell * static_cast<double>(x), where.y + cell * static_cast<double>(y), side, side};
      if (rows[y][x] == '#') body.add(Path::rect(one));
      if (rows[y][x] == 'o') beak.add(Path::rect(one));
    }
  stage.picture.fill(body, green);
  stage.picture.fill(beak, amber);
}

// The parts of a card. Beside each other, or one below the other where the picture is tall.
struct Card {
  const Stage& stage;
  const Script& script;
  double at;  // when it comes
  bool beside = !stage.tall();
  double u = stage.u();
  Rect room = stage.safe().inset((beside ? 70 : 54) * u, 60 * u);

  [[nodiscard]] bool shown(double when) const {
    return stage.calm() || stage.seconds >= stage.held(at + when);
  }
  void whose() const;
  double how_many(Rect text) const;
  void rows(Rect list) const;
  void dots(double left, double right, double y) const;
  void made_by() const;
};

void Card::whose() const {
  const auto& facts = script.facts;
  stage.picture.stroke(Path::rect(stage.safe().inset(2 * u)), 4 * u, dim, false);
  auto host = stage.fit(facts.person + " @ " + facts.period, pixel(beside ? 84 : 76), {room.width, 120 * u});
  if (shown(0)) stage.picture.text(host, {room.x, room.y + 56 * u}, amber);
  stage.picture.fill(Rect{room.x, std::round(room.y + 86 * u), room.width, std::round(5 * u)}, dim);
}

std::string said_under_the_number(const Script& script) {
  if (script.facts.total == 0) return std::string(script.words.none_next);
  return fmt::format("{} / {}", unit_of_total(script), persona_name(script));
}

// Gives the number's baseline.
double Card::how_many(Rect text) const {
  auto number = stage.fit(card_number(script), pixel(beside ? 300 : 280), {text.width, text.height * 0.4});
  double base = text.y + number->size() * 0.64;
  big(stage, number, {text.x - 0.03 * number->size(), base}, green, at + 0.2);
  auto unit = stage.fit(said_under_the_number(script), pixel(78), {text.width, 110 * u});
  if (shown(0.5)) stage.picture.text(unit, {text.x, base + 100 * u}, bright);
  return base;
}

void Card::rows(Rect list) const {
  auto facts = card_facts(script);
  double pitch = list.height / std::max<std::size_t>(3, facts.size()), size = std::min(62.0, pitch / u * 0.7);
  const auto label_of = [&](const CardFact& row) {
    return stage.fit(row.label, line(size), {list.width * 0.6, pitch});
  };
  const double label_size = one_size(facts, label_of) / u;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (!shown(0.7 + 0.15 * static_cast<double>(i))) break;
    double y = list.y + pitch * (static_cast<double>(i) + 0.7);
    auto label = stage.set(facts[i].label, line(label_size));
    auto value = stage.fit(facts[i].number, line(size), {list.width * 0.4, pitch});
    stage.picture.text(label, {list.x, y}, dim);
    stage.picture.text(value, {list.right() - value->width(), y}, bright);
    dots(list.x + label->width() + 16 * u, list.right() - value->width() - 16 * u, y);
  }
}

// Leaders, on cells that all lines have in common.
void Card::dots(double left, double right, double y) const {
  double cell = 24 * u, side = std::round(5 * u);
  for (double x = std::ceil(left / cell) * 24 * u; x < right - 6 * u; x += cell)
    stage.picture.fill(Rect{std::round(x), std::round(y - 6 * u), side, side}, faint);
}

void Card::made_by() const {
  constexpr double size = 40;
  auto made =
      stage.fit("$ " + made_with(script.facts, script.words), line(size), {room.width - 40 * u, 60 * u});
  if (!shown(1.2)) return;
  Point origin{room.x, room.bottom() + 4 * u};
  stage.picture.text(made, origin, dim);
  cursor(stage, {origin.x + made->width() + 10 * u, origin.y}, size * u);
}

}  // namespace

void card(const Stage& stage, const Script& script, double enter_at) {
  const Card one{stage, script, enter_at};
  const Rect& room = one.room;
  double u = one.u, top = 130 * u;
  one.whose();
  Rect below{room.x, room.y + top, room.width, room.height - top - 70 * u};
  Rect art = one.beside ? below.part(0, 0, 0.36, 1) : below.part(0, 0, 1, 0.3);
  double side = std::min(art.width, art.height);
  duck(stage, {art.x, one.beside ? art.y + (art.height - side * 12 / 13) / 2 : art.y, side, side});
  Rect text = one.beside
                  ? below.part(0.42, 0, 0.58, 1)
                  : Rect{below.x, art.bottom() + 40 * u, below.width, below.bottom() - art.bottom() - 40 * u};
  double list = one.how_many(text) + 140 * u;
  one.rows({text.x, list, text.width, text.bottom() - list});
  one.made_by();
}

}  // namespace mrbill::content::video::terminal
