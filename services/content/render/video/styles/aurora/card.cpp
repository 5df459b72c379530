#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {
namespace {

// The facts as a list. What a number counts stands at the end of its line, or under it where a line is too
// short for both, as in a square.
struct Rows {
  const Stage& stage;
  Rect list;
  double pitch;
  bool under = stage.square();
  double u = stage.u();
  double margin = 44 * u;

  [[nodiscard]] TextPtr value_of(const CardFact& row) const {
    return stage.fit(row.number, display(std::min(64.0, pitch / u * 0.42)),
                     {under ? list.width - 2 * margin : list.width * 0.36, pitch});
  }
  [[nodiscard]] TextPtr label_of(const CardFact& row) const {
    const double taken = under ? 2 * margin : value_of(row)->width() + 130 * u;
    return stage.fit(row.label, words(38, 700), {list.width - taken, pitch});
  }
  void draw(const CardFact& row, double y, double label_size, double at) const {
    double mid = y + pitch / 2;
    Rect plate{list.x, y + pitch * 0.08, list.width, pitch * 0.84};
    stage.picture.fill(Path::rounded(plate, under ? 40 * u : plate.height / 2),
                       canvas::faded(white, 0.1 * stage.opacity(at)));
    auto value = value_of(row);
    auto label = stage.set(row.label, words(label_size, 700));
    Point value_at{list.x + margin, under ? mid + 4 * u : mid + value->size() * 0.36};
    Point label_at = under ? Point{list.x + margin, mid + 46 * u}
                           : Point{list.right() - margin - label->width(), mid + 13 * u};
    stage.rise(value, value_at, white, at, 0.5, 14);
    stage.rise(label, label_at, soft, at + 0.05, 0.5, 14);
  }
};

void card_rows(const Stage& stage, const std::vector<CardFact>& rows, Rect list, double at) {
  const double pitch = list.height / std::max<std::size_t>(3, rows.size());
  const Rows in{stage, list, pitch};
  const double label_size = one_size(rows, [&](const CardFact& row) { return in.label_of(row); }) / stage.u();
  for (std::size_t i = 0; i < rows.size(); ++i)
    in.draw(rows[i], list.y + pitch * static_cast<double>(i), label_size,
            at + 0.4 + 0.1 * static_cast<double>(i));
}

// Beside each other, or one below the other where the picture is tall.
struct Layout {
  bool beside, square;
  Rect box, room;
  double head;  // baseline

  // Where words of this width begin.
  [[nodiscard]] double left_of(const TextPtr& text) const {
    return beside ? room.x : room.centre().x - text->width() / 2;
  }
};

Layout layout_of(const Stage& stage) {
  Rect safe = stage.safe();
  double u = stage.u();
  bool beside = !stage.tall();
  Rect box = beside ? safe.inset(safe.width * 0.04, 0) : safe.inset(0, safe.height * 0.06);
  Rect room = box.inset(70 * u, 56 * u);
  return {beside, stage.square(), box, room, room.y + 62 * u};
}

void whose(const Stage& stage, const Manifest& facts, const Layout& layout, double at) {
  double u = stage.u();
  const Rect& room = layout.room;
  auto who = stage.fit(facts.person, words(64, 700), {room.width * (layout.beside ? 0.6 : 1), 90 * u});
  auto when = stage.fit(facts.period, display(64), {room.width * 0.36, 90 * u});
  stage.rise(who, {layout.left_of(who), layout.head}, white, at + 0.1);
  Point when_at = layout.beside ? Point{room.right() - when->width(), layout.head}
                                : Point{layout.left_of(when), layout.head + 90 * u};
  stage.rise(when, when_at, sky_of(0).accent, at + 0.2);
}

std::string said_under_the_number(const Script& script) {
  if (script.facts.total == 0) return std::string(script.words.none_next);
  return fmt::format("{} · {}", unit_of_total(script), persona_name(script));
}

// Gives the number's baseline.
double how_many(const Stage& stage, const Script& script, const Layout& layout, double at) {
  double u = stage.u();
  const Rect& room = layout.room;
  bool beside = layout.beside;
  Rect main = beside ? Rect{room.x, layout.head + 40 * u, room.width * (layout.square ? 0.48 : 0.54),
                            room.height - 180 * u}
                     : Rect{room.x, layout.head + 130 * u, room.width, room.height * 0.36};
  auto number = stage.fit(card_number(script), display(beside ? 360 : 320), {main.width, main.height * 0.72});
  double base = main.centre().y + number->size() * cap / 2 - (beside ? 50 : 30) * u;
  double left = beside ? main.x - 0.03 * number->size() : main.centre().x - number->width() / 2;
  stage.rise(number, {left, base}, white, at + 0.2, 0.8);
  auto unit = stage.fit(said_under_the_number(script), words(60, 700), {main.width, 90 * u});
  stage.rise(unit, {layout.left_of(unit), base + 100 * u}, soft, at + 0.35);
  return base;
}

Rect list_in(const Stage& stage, const Layout& layout, double number_base) {
  double u = stage.u(), foot = layout.room.bottom();
  const Rect& room = layout.room;
  if (!layout.beside)
    return {room.x, number_base + 150 * u, room.width, foot - 70 * u - number_base - 150 * u};
  return {room.x + room.width * (layout.square ? 0.52 : 0.6), layout.head + 60 * u,
          room.width * (layout.square ? 0.48 : 0.4), foot - 70 * u - layout.head - 60 * u};
}

}  // namespace

void card(const Stage& stage, const Script& script, double at) {
  double u = stage.u();
  const Layout layout = layout_of(stage);
  const Rect& box = layout.box;
  stage.picture.glow({box.x + box.width * 0.25, box.y + box.height * 0.3}, 700 * u,
                     canvas::faded(sky_of(0).accent, 0.3));
  glass(stage, box, 64 * u, at);
  whose(stage, script.facts, layout, at);
  const double number_base = how_many(stage, script, layout, at);
  card_rows(stage, card_facts(script), list_in(stage, layout, number_base), at);
  auto made = stage.fit(made_with(script.facts, script.words), words(34, 700), {layout.room.width, 60 * u});
  stage.rise(made, {layout.left_of(made), layout.room.bottom()}, soft, at + 0.8, 0.5, 10);
}

}  // namespace mrbill::content::video::aurora
