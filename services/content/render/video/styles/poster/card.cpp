#include <canvas/text.hpp>

#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {
namespace {

// The parts of a card. Beside each other, or one below the other where the picture is tall.
struct Card {
  const Stage& stage;
  const Script& script;
  const World& world;
  double at;  // when it comes
  bool beside = !stage.tall();
  double u = stage.u();
  Rect room = stage.safe();

  double whose() const;
  void made_by() const;
  void how_many(Rect left) const;
  void rows(Rect right) const;
};

// Gives where the rule under it stands.
double Card::whose() const {
  const auto& facts = script.facts;
  const TextStyle style = display(beside ? 130 : 160);
  auto who = stage.fit(facts.person, style, {room.width * (beside ? 0.7 : 1), 170 * u});
  auto when = stage.fit(facts.period, style, {room.width * (beside ? 0.28 : 1), 170 * u});
  double line = room.y + (beside ? std::max(who->size(), when->size()) : who->size()) * cap;
  stage.reveal(who, {room.x, line}, world.ink, at);
  Point when_at =
      beside ? Point{room.right() - when->width(), line} : Point{room.x, line + when->size() * cap + 40 * u};
  stage.reveal(when, when_at, world.accent, at + 0.1);
  double rule = when_at.y + 44 * u;
  stage.picture.fill(Rect{room.x, rule, room.width * stage.in(at + 0.1, 0.6), 10 * u}, world.ink);
  return rule;
}

void Card::made_by() const {
  double line = room.bottom() - 6 * u;
  auto made = stage.fit(made_with(script.facts, script.words), mono(30, 700), {room.width * 0.6, 60 * u});
  stage.rise(made, {room.x, line}, world.ink, at + 0.8, 0.5, 10);
  if (script.facts.tenant.empty()) return;
  auto tenant = stage.fit(script.facts.tenant, mono(30), {room.width - made->width() - 60 * u, 60 * u});
  stage.rise(tenant, {room.right() - tenant->width(), line}, world.ink, at + 0.8, 0.5, 10);
}

std::string said_under_the_number(const Script& script) {
  if (script.facts.total == 0) return std::string(script.words.none_next);
  return std::string(unit_of_total(script)) + " — " + std::string(persona_name(script));
}

void Card::how_many(Rect left) const {
  auto number = filling(stage, card_number(script), {left.width, left.height - 180 * u});
  double base = left.y + number->size() * cap;
  stage.reveal(number, {left.x - flush * number->size(), base}, world.accent, at + 0.2, 0.8);
  auto unit = stage.fit(said_under_the_number(script), display(130), {left.width, 160 * u});
  stage.reveal(unit, {left.x, base + 50 * u + unit->size() * cap}, world.ink, at + 0.35);
}

void Card::rows(Rect right) const {
  auto facts = card_facts(script);
  double pitch = right.height / std::max<std::size_t>(3, facts.size()), gap = 24 * u;
  const auto value_of = [&](const CardFact& row) {
    return stage.fit(row.number, display(pitch * 0.78 / u), {right.width * 0.55, pitch});
  };
  const auto label_of = [&](const CardFact& row) {
    return stage.fit(row.label, mono(30, 700), {right.width - value_of(row)->width() - gap, pitch});
  };
  const double label_size = one_size(facts, label_of) / u;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    double in = at + 0.4 + 0.1 * static_cast<double>(i), y = right.y + pitch * static_cast<double>(i);
    auto value = value_of(facts[i]);
    stage.reveal(value, {right.x, y + pitch * 0.62}, world.ink, in);
    auto label = stage.set(facts[i].label, mono(label_size, 700));
    stage.rise(label, {right.x + value->width() + gap, y + pitch * 0.62}, world.ink, in + 0.1, 0.5, 10);
    if (i > 0)
      stage.picture.fill(Rect{right.x, y - 6 * u, right.width * stage.in(in - 0.1, 0.5), 4 * u}, world.ink);
  }
}

}  // namespace

void card(const Stage& stage, const Script& script, const World& world, double enter_at) {
  const Card one{stage, script, world, enter_at};
  const double rule = one.whose(), u = stage.u(), top = rule + 60 * u;
  one.made_by();
  const Rect middle{one.room.x, top, one.room.width, one.room.bottom() - 80 * u - rule - 60 * u};
  const double share = stage.wide() ? 0.4 : 0.48;  // of the width, for what stands beside the number
  one.how_many(one.beside ? middle.part(0, 0, 0.94 - share, 1) : middle.part(0, 0, 1, 0.48));
  one.rows(one.beside ? middle.part(1 - share, 0, share, 1) : middle.part(0, 0.56, 1, 0.44));
}

}  // namespace mrbill::content::video::poster
