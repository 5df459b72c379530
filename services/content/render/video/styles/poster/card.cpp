#include <canvas/text.hpp>

#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {

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

}  // namespace mrbill::content::video::poster
