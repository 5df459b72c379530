#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {

Draw title(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    const auto& facts = script.facts;
    frame(stage, sheet, 0);
    double u = stage.u();
    Rect room = stage.safe().inset(80 * u);
    double middle = room.centre().x;
    auto name = stage.fit(facts.person, serif(stage.wide() ? 120 : 130, true), {room.width, 160 * u});
    auto period = stage.fit(facts.period, serif(stage.wide() ? 480 : 420), {room.width, 520 * u});
    double base = room.centre().y + period->size() * cap / 2 + 30 * u, top = base - period->size() * cap;
    stage.rise(period, {middle - period->width() / 2, base}, sheet.ink, -0.3, 1.2, 30);
    hairline(stage, {middle - 160 * u, top - 60 * u}, 320 * u, 0.5, sheet.red, 4);
    centred(stage, name, {middle, top - 110 * u}, sheet.ink, stage.beat(1));
    auto said = stage.fit(promise(facts, script.words), serif(68, true), {room.width, 100 * u});
    centred(stage, said, {middle, base + 130 * u}, sheet.red, stage.beat(2));
    auto house = stage.fit(facts.title.empty() ? facts.tenant : facts.title, sans(30), {room.width, 60 * u});
    centred(stage, house, {middle, room.bottom() + 10 * u}, sheet.quiet(), stage.beat(3), 10);
  };
}

}  // namespace mrbill::content::video::folio
