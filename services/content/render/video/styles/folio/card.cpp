#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {
namespace {

// Beside each other, or one below the other where the picture is tall.
struct Layout {
  bool beside;
  Rect room;
  double head, rule, foot;  // baselines, and the line between head and the rest

  [[nodiscard]] double left_of(const TextPtr& text, double left) const {
    return beside ? left : room.centre().x - text->width() / 2;
  }
};

Layout layout_of(const Stage& stage) {
  const double u = stage.u();
  const bool beside = !stage.tall();
  const Rect room = stage.safe().inset((beside ? 80 : 64) * u, 70 * u);
  const double head = room.y + 64 * u;
  return {beside, room, head, beside ? head + 44 * u : head + 160 * u, room.bottom()};
}

void whose(const Stage& stage, const Manifest& facts, const Sheet& sheet, const Layout& in, double at) {
  const double u = stage.u(), size = in.beside ? 84 : 100;
  auto who = stage.fit(facts.person, serif(size, true), {in.room.width * (in.beside ? 0.62 : 1), 130 * u});
  auto when = stage.fit(facts.period, serif(size), {in.room.width * (in.beside ? 0.34 : 1), 130 * u});
  stage.rise(who, {in.left_of(who, in.room.x), in.head}, sheet.ink, at, 1, 14);
  stage.rise(when,
             {in.left_of(when, in.room.right() - when->width()), in.beside ? in.head : in.head + 110 * u},
             sheet.red, at + 0.1, 1, 14);
  hairline(stage, {in.room.x, in.rule}, in.room.width, at + 0.2, sheet.ink);
}

std::string said_under_the_number(const Script& script) {
  if (script.facts.total == 0) return std::string(script.words.none_next);
  return fmt::format("{}, {}", unit_of_total(script), persona_name(script));
}

// Gives the number's baseline.
double how_many(const Stage& stage, const Script& script, const Sheet& sheet, const Layout& in, double at) {
  const double u = stage.u();
  const Rect left = in.beside ? Rect{in.room.x, in.rule, in.room.width * 0.5, in.foot - 60 * u - in.rule}
                              : Rect{in.room.x, in.rule, in.room.width, (in.foot - in.rule) * 0.46};
  auto number = stage.fit(card_number(script), serif(in.beside ? 400 : 380), {left.width, left.height * 0.9});
  const double base = left.y + left.height * 0.56 + number->size() * cap * 0.3;
  stage.rise(number, {in.left_of(number, left.x), base}, sheet.ink, at + 0.2, 1, 24);
  auto unit = stage.fit(said_under_the_number(script), serif(70, true), {left.width, 100 * u});
  stage.rise(unit, {in.left_of(unit, left.x), base + 110 * u}, sheet.red, at + 0.35, 1, 14);
  return base;
}

Rect list_in(const Stage& stage, const Layout& in, double number_base) {
  const double u = stage.u();
  if (!in.beside)
    return {in.room.x, number_base + 170 * u, in.room.width, in.foot - 70 * u - number_base - 170 * u};
  return {in.room.x + in.room.width * 0.58, in.rule + 40 * u, in.room.width * 0.42,
          in.foot - 90 * u - in.rule - 40 * u};
}

void rows(const Stage& stage, const std::vector<CardFact>& facts, const Sheet& sheet, Rect list, double at) {
  const double u = stage.u(), pitch = list.height / std::max<std::size_t>(3, facts.size());
  const auto label_of = [&](const CardFact& row) {
    return stage.fit(row.label, serif(std::min(52.0, pitch / u * 0.5), true), {list.width * 0.55, pitch});
  };
  const double label_size = one_size(facts, label_of) / u;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    double y = list.y + pitch * static_cast<double>(i), line = y + pitch * 0.66,
           in = at + 0.4 + 0.12 * static_cast<double>(i);
    auto label = stage.set(facts[i].label, serif(label_size, true));
    auto value =
        stage.fit(facts[i].number, serif(std::min(84.0, pitch / u * 0.72)), {list.width * 0.45, pitch});
    stage.rise(label, {list.x, line}, sheet.ink, in, 0.8, 10);
    stage.rise(value, {list.right() - value->width(), line}, sheet.ink, in, 0.8, 10);
    if (i > 0) hairline(stage, {list.x, y}, list.width, in, sheet.thinned(0.4));
  }
}

}  // namespace

void card(const Stage& stage, const Script& script, const Sheet& sheet, double at) {
  const Layout in = layout_of(stage);
  frame(stage, sheet, at);
  whose(stage, script.facts, sheet, in, at);
  auto made =
      stage.fit(made_with(script.facts, script.words), serif(36, true), {in.room.width, 60 * stage.u()});
  stage.rise(made, {in.room.centre().x - made->width() / 2, in.foot}, sheet.quiet(), at + 0.8, 0.8, 8);
  const double number_base = how_many(stage, script, sheet, in, at);
  rows(stage, card_facts(script), sheet, list_in(stage, in, number_base), at);
}

}  // namespace mrbill::content::video::folio
