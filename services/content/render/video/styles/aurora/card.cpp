#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {

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

}  // namespace mrbill::content::video::aurora
