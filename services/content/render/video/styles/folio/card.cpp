#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {

void card(const Stage& stage, const Script& script, const Sheet& sheet, double at) {
  const auto& facts = script.facts;
  Rect safe = stage.safe();
  double u = stage.u();
  bool wide = !stage.tall();
  for (double inset : {0.0, 14.0})
    stage.picture.stroke(Path::rect(safe.inset(inset * u)), (inset == 0 ? 4 : 1.6) * u,
                         canvas::faded(sheet.ink, stage.opacity(at, 0.8)), false);
  Rect room = safe.inset((wide ? 80 : 64) * u, 70 * u);
  double middle = room.centre().x;
  auto who = stage.fit(facts.person, serif(wide ? 84 : 100, true), {room.width * (wide ? 0.62 : 1), 130 * u});
  auto when = stage.fit(facts.period, serif(wide ? 84 : 100), {room.width * (wide ? 0.34 : 1), 130 * u});
  double head = room.y + 64 * u;
  stage.rise(who, {wide ? room.x : middle - who->width() / 2, head}, sheet.ink, at, 1, 14);
  double rule = wide ? head + 44 * u : head + 160 * u;
  stage.rise(when,
             {wide ? room.right() - when->width() : middle - when->width() / 2, wide ? head : head + 110 * u},
             sheet.red, at + 0.1, 1, 14);
  hairline(stage, {room.x, rule}, room.width, at + 0.2, sheet.ink);
  double foot = room.bottom();
  auto made = stage.fit(made_with(facts, script.words), serif(36, true), {room.width, 60 * u});
  stage.rise(made, {middle - made->width() / 2, foot}, canvas::mix(sheet.paper, sheet.ink, 0.7), at + 0.8,
             0.8, 8);
  Rect left = wide ? Rect{room.x, rule, room.width * 0.5, foot - 60 * u - rule}
                   : Rect{room.x, rule, room.width, (foot - rule) * 0.46};
  auto number = stage.fit(card_number(script), serif(wide ? 400 : 380), {left.width, left.height * 0.9});
  double base = left.y + left.height * 0.56 + number->size() * cap * 0.3;
  stage.rise(number, {wide ? left.x : middle - number->width() / 2, base}, sheet.ink, at + 0.2, 1, 24);
  std::string under =
      facts.total == 0 ? std::string(script.words.none_next)
                       : fmt::format("{}, {}", form(facts.total, script.words.poc_one, script.words.poc_many),
                                     script.words.personas[static_cast<int>(facts.persona.kind)].name);
  auto unit = stage.fit(under, serif(70, true), {left.width, 100 * u});
  stage.rise(unit, {wide ? left.x : middle - unit->width() / 2, base + 110 * u}, sheet.red, at + 0.35, 1, 14);
  auto rows = card_facts(script);
  Rect list =
      wide ? Rect{room.x + room.width * 0.58, rule + 40 * u, room.width * 0.42, foot - 90 * u - rule - 40 * u}
           : Rect{room.x, base + 170 * u, room.width, foot - 70 * u - base - 170 * u};
  double pitch = list.height / std::max<std::size_t>(3, rows.size());
  const double label_size =
      one_size(rows,
               [&](const CardFact& row) {
                 return stage.fit(row.label, serif(std::min(52.0, pitch / u * 0.5), true),
                                  {list.width * 0.55, pitch});
               }) /
      u;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    double y = list.y + pitch * static_cast<double>(i), line = y + pitch * 0.66,
           in = at + 0.4 + 0.12 * static_cast<double>(i);
    auto label = stage.set(rows[i].label, serif(label_size, true));
    auto value =
        stage.fit(rows[i].number, serif(std::min(84.0, pitch / u * 0.72)), {list.width * 0.45, pitch});
    stage.rise(label, {list.x, line}, sheet.ink, in, 0.8, 10);
    stage.rise(value, {list.right() - value->width(), line}, sheet.ink, in, 0.8, 10);
    if (i > 0) hairline(stage, {list.x, y}, list.width, in, canvas::mix(sheet.paper, sheet.ink, 0.4));
  }
}

}  // namespace mrbill::content::video::folio
