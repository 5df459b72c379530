// Title page, scale, records, halves, persona, and the blank page.
#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {

Draw title(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    Rect safe = stage.safe();
    double u = stage.u();
    bool wide = stage.wide();
    // A double frame, as title pages have.
    for (double inset : {0.0, 14.0})
      stage.picture.stroke(Path::rect(safe.inset(inset * u)), (inset == 0 ? 4 : 1.6) * u,
                           canvas::faded(sheet.ink, stage.opacity(0, 0.8)), false);
    Rect room = safe.inset(80 * u);
    auto name = stage.fit(script.facts.person, serif(wide ? 120 : 130, true), {room.width, 160 * u});
    auto period = stage.fit(script.facts.period, serif(wide ? 480 : 420), {room.width, 520 * u});
    double base = room.centre().y + period->size() * cap / 2 + 30 * u;
    stage.rise(period, {room.centre().x - period->width() / 2, base}, sheet.ink, -0.3, 1.2, 30);
    double top = base - period->size() * cap;
    hairline(stage, {room.centre().x - 160 * u, top - 60 * u}, 320 * u, 0.5, sheet.red, 4);
    stage.rise(name, {room.centre().x - name->width() / 2, top - 110 * u}, sheet.ink, stage.beat(1), 1, 20);
    auto said = stage.fit(promise(script.facts, script.words), serif(68, true), {room.width, 100 * u});
    stage.rise(said, {room.centre().x - said->width() / 2, base + 130 * u}, sheet.red, stage.beat(2), 1, 20);
    auto house = stage.fit(script.facts.title.empty() ? script.facts.tenant : script.facts.title, sans(30),
                           {room.width, 60 * u});
    stage.rise(house, {room.centre().x - house->width() / 2, room.bottom() + 10 * u},
               canvas::mix(sheet.paper, sheet.ink, 0.7), stage.beat(3), 1, 10);
  };
}

Draw none(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    Page page = furnish(stage, script, scene, script.facts.period);
    double u = stage.u();
    auto big =
        stage.fit(script.words.none_title, serif(190), {page.matter.width, 500 * u}, stage.wide() ? 1 : 2);
    double y = page.matter.y + 260 * u;
    stage.rise(big, {page.matter.x, y}, sheet.ink, stage.beat(1), 1);
    auto line = stage.fit(script.words.none_line, serif(72, true), {page.matter.width, 220 * u}, 2);
    stage.rise(line, {page.matter.x, y + big->height() - 40 * u}, sheet.ink, stage.beat(3), 1);
    auto next = stage.fit(script.words.none_next, serif(60, true), {page.matter.width, 220 * u}, 2);
    stage.rise(next, {page.matter.x, page.matter.bottom() - next->height() + 40 * u}, sheet.red,
               stage.beat(6), 1);
  };
}

Draw scale(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    Page page = furnish(stage, script, scene, script.facts.period);
    double u = stage.u(), land = stage.held(stage.beat(2), 0.9);
    auto whole = stage.fit(script.number(script.facts.total),
                           serif(stage.wide()   ? 640
                                 : stage.tall() ? 460
                                                : 360),
                           {page.matter.width, 700 * u});
    double base = page.matter.y + (stage.wide() ? page.matter.height * 0.7 : 120 * u + whole->size() * cap);
    TextStyle style = serif(whole->size() / u);
    auto shown = stage.set(counted(script, stage, script.facts.total, enter, land), style);
    stage.picture.text(shown, {page.matter.x - 0.02 * whole->size(), base},
                       canvas::faded(sheet.ink, stage.opacity(enter * 0.7)));
    hairline(stage, {page.matter.x, base + 60 * u}, page.matter.width, land, sheet.ink);
    auto unit = stage.fit(form(script.facts.total, script.words.poc_one, script.words.poc_many),
                          serif(110, true), {page.matter.width, 140 * u});
    stage.rise(unit, {page.matter.x, base + 170 * u}, sheet.red, land, 0.9, 20);
    if (stage.wide()) {
      auto meaning = stage.fit(pace(script.facts, script.words), serif(64, true),
                               {page.matter.width - unit->width() - 60 * u, 100 * u});
      stage.rise(meaning, {page.matter.right() - meaning->width(), base + 170 * u}, sheet.ink, stage.beat(3),
                 0.9, 20);
    } else {
      auto meaning = stage.fit(pace(script.facts, script.words), serif(76, true),
                               {page.matter.width, 200 * u}, stage.tall() ? 2 : 1);
      stage.rise(meaning, {page.matter.x, base + 290 * u}, sheet.ink, stage.beat(3), 0.9, 20);
    }
  };
}

Draw records(const Script& script, std::size_t scene) {
  return [&script, scene, all = records_of(script.facts, script.words)](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    Page page = furnish(stage, script, scene, script.words.records);
    double u = stage.u(), pitch = page.matter.height / std::max<std::size_t>(1, all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      double at = stage.beat(1 + 2 * static_cast<double>(i)),
             y = page.matter.y + pitch * static_cast<double>(i), base = y + pitch * 0.74;
      if (i > 0) hairline(stage, {page.matter.x, y + 12 * u}, page.matter.width, at - 0.4, sheet.ink);
      auto number = stage.fit(all[i].number, serif(pitch * 0.92 / u), {page.matter.width * 0.4, pitch * 1.6});
      double column = page.matter.x + page.matter.width * 0.4;
      stage.rise(number, {column - number->width(), base}, i == 0 ? sheet.red : sheet.ink, at, 0.9, 30);
      double left = column + 50 * u, width = page.matter.right() - left;
      auto label = stage.fit(all[i].label, serif(92, true), {width, 120 * u});
      stage.rise(label, {left, base - 60 * u}, sheet.ink, at + 0.2, 0.9, 16);
      auto when = stage.fit(all[i].note, sans(36), {width, 60 * u});
      stage.rise(when, {left, base + 12 * u}, canvas::mix(sheet.paper, sheet.ink, 0.66), at + 0.35, 0.9, 12);
    }
  };
}

// Two quantities as the lengths of two rules.
Draw halves(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    Page page = furnish(stage, script, scene, script.words.halves);
    double u = stage.u();
    int counts[] = {script.facts.first_half, script.facts.second_half};
    std::string_view names[] = {script.words.first_half, script.words.second_half};
    double most = std::max({1, counts[0], counts[1]}), pitch = page.matter.height * 0.39;
    for (int i = 0; i < 2; ++i) {
      double at = stage.held(stage.beat(1 + 1.5 * i), 0.9), base = page.matter.y + pitch * (i + 0.62);
      bool winner = counts[i] == static_cast<int>(most);
      auto number = stage.fit(counted(script, stage, counts[i], at, at + stage.beat(1.5)),
                              serif(pitch * 0.78 / u), {page.matter.width * 0.55, pitch});
      if (stage.seconds >= at)
        stage.picture.text(number, {page.matter.x, base}, winner ? sheet.red : sheet.ink);
      auto label = stage.fit(names[i], serif(56, true), {page.matter.width * 0.42, 80 * u});
      stage.rise(label, {page.matter.right() - label->width(), base}, sheet.ink, at + 0.1, 0.9, 12);
      hairline(stage, {page.matter.x, base + 36 * u}, page.matter.width * counts[i] / most, at,
               winner ? sheet.red : sheet.ink, 14);
    }
    auto sentence =
        stage.fit(growth(script.facts, script.words), serif(70, true), {page.matter.width, 220 * u}, 2);
    stage.rise(sentence, {page.matter.x, page.matter.bottom() - sentence->height() + 62 * u}, sheet.ink,
               stage.beat(4), 0.9, 16);
  };
}

Draw persona(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    Rect safe = stage.safe();
    double u = stage.u(), reveal = script.reveal();
    Page page = page_of(stage.size());
    double left = page.matter.x, width = safe.right() - left;
    auto you = stage.set(script.words.you_are, serif(90, true));
    stage.rise(you, {left, safe.y + safe.height * 0.24}, sheet.ink, enter, 1, 16);
    auto name = stage.fit(script.words.personas[static_cast<int>(script.facts.persona.kind)].name,
                          serif(stage.wide() ? 330 : 230), {width, (stage.tall() ? 720 : 460) * u},
                          stage.wide() ? 1 : 3);
    double base = safe.y + safe.height * 0.24 + 90 * u + name->size() * 0.72;
    if (stage.seconds >= reveal) {
      stage.reveal(name, {left, base}, sheet.red, reveal, 1.1);
      hairline(stage, {left, base + name->height() - name->size() * 1.16 + 90 * u}, width, reveal + 0.3,
               sheet.ink);
    }
    auto reason = stage.fit(persona_reason(script.facts, script.words), serif(74, true), {width, 220 * u}, 2);
    stage.rise(reason, {left, base + name->height() - name->size() * 1.16 + 190 * u}, sheet.ink,
               reveal + stage.beat(2), 1, 16);
  };
}

}  // namespace mrbill::content::video::folio
