// The scenes that tell how much: title, scale, records, halves, persona, and the blank page.
#include <fmt/format.h>

#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {

Draw title(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    Rect safe = stage.safe();
    double u = stage.u();
    // The period as large as the wall: its digits come up one after the other.
    double room = stage.wide() ? safe.height * 0.72 : safe.height * 0.5;
    auto year = filling(stage, script.facts.period, {safe.width, room});
    // What hangs below the line ("MARÇO") hangs within the room; what round letters overshoot is no hanging.
    double hangs = year->ink().bottom() > 0.05 * year->size() ? year->ink().bottom() : 0;
    double height = year->size() * cap,
           baseline = safe.bottom() - std::max(hangs, stage.wide() ? 0 : 0.06 * safe.height);
    stage.reveal(year, {safe.x - 0.03 * year->size(), baseline}, world.ink, -0.3, 1.0);
    double top = baseline - height;
    stage.picture.fill(Rect{safe.x, top - 44 * u, safe.width * stage.in(0.25, 0.7), 10 * u}, world.accent);
    auto name = stage.fit(script.facts.person, display(stage.wide() ? 150 : 190),
                          {safe.width * (stage.wide() ? 0.62 : 1), 200 * u});
    double foot = top - 92 * u;
    stage.reveal(name, {safe.x, foot}, world.accent, stage.beat(1));
    auto said = stage.fit(promise(script.facts, script.words), mono(40, 700),
                          {safe.width * (stage.wide() ? 0.36 : 1), 120 * u});
    Point at = stage.wide() ? Point{safe.right() - said->width(), foot}
                            : Point{safe.x, foot - name->size() * cap - 60 * u};
    stage.rise(said, at, world.ink, stage.beat(2), 0.6, 20);
    if (script.facts.title.empty()) return;
    auto label = stage.fit(script.facts.title, mono(27), {safe.width, 60 * u});
    stage.rise(label, {safe.x, safe.y + 27 * u}, world.ink, stage.beat(3), 0.6, 12);
  };
}

Draw none(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    Rect room = head(stage, script, scene, world, script.facts.period);
    double u = stage.u();
    auto zero = filling(stage, "0", {room.width * 0.5, room.height * (stage.wide() ? 0.98 : 0.34)});
    stage.reveal(zero, {room.x, room.y + zero->size() * cap}, world.accent, stage.beat(1), 0.8);
    double left = stage.wide() ? room.x + zero->width() + 80 * u : room.x;
    double width = room.right() - left,
           y = stage.wide() ? room.y + 120 * u : room.y + zero->size() * cap + 160 * u;
    auto words = stage.fit(script.words.none_title, display(stage.wide() || stage.tall() ? 170 : 120),
                           {width, 320 * u}, 2);
    stage.reveal(words, {left, y}, world.ink, stage.beat(2));
    auto line = stage.fit(script.words.none_line, mono(42), {width, 300 * u}, 3);
    stage.rise(line, {left, y + words->height() + 10 * u}, world.ink, stage.beat(4));
    auto next = stage.fit(script.words.none_next, mono(42, 700), {width, 300 * u}, 3);
    stage.rise(next, {left, y + words->height() + line->height() + 50 * u}, world.accent, stage.beat(7));
  };
}

Draw scale(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    Rect room = head(stage, script, scene, world, script.facts.period);
    double u = stage.u(), land = stage.held(stage.beat(2), 0.7);
    bool wide = stage.wide();
    Rect box = wide ? room.part(0, 0, 0.74, 0.8) : room.part(0, 0.08, 1, 0.44);
    auto whole = filling(stage, script.number(script.facts.total), {box.width, box.height});
    TextStyle style = display(whole->size() / u);
    style.features = "tnum 1";
    auto shown = stage.set(counted(script, stage, script.facts.total, enter, land), style);
    double baseline = wide ? room.y + whole->size() * cap + 20 * u : box.bottom();
    if (stage.seconds >= land) {
      auto kept = stage.picture.save();
      double hit = stage.calm()
                       ? 0
                       : std::exp(-7 * (stage.seconds - land)) * std::sin((stage.seconds - land) * 18) * 0.05;
      stage.picture.scale(1 + std::round(hit * 500) / 500, {room.x, baseline});
      stage.picture.text(shown, {room.x - 0.02 * whole->size(), baseline}, world.ink);
    } else if (stage.seconds >= enter * 0.6) {
      stage.picture.text(shown, {room.x - 0.02 * whole->size(), baseline}, world.ink);
    }
    auto unit = stage.fit(form(script.facts.total, script.words.poc_one, script.words.poc_many),
                          display(wide ? 300 : 260),
                          {wide ? room.width - whole->width() - 60 * u : room.width, 400 * u});
    Point at = wide ? Point{room.right() - unit->width(), baseline}
                    : Point{room.x, baseline + unit->size() * cap + 50 * u};
    stage.reveal(unit, at, world.accent, land);
    auto meaning = stage.fit(pace(script.facts, script.words), mono(72, 700), {room.width, 200 * u},
                             wide || stage.tall() ? 2 : 1);
    double y =
        wide ? std::min(room.bottom() - meaning->height() + 54 * u, baseline + 130 * u) : at.y + 140 * u;
    stage.rise(meaning, {room.x, y}, world.ink, stage.beat(3), 0.6, 24);
  };
}

Draw records(const Script& script, std::size_t scene) {
  return [&script, scene, all = records_of(script.facts, script.words)](const Stage& stage) {
    World world = world_of(script, scene);
    Rect room = head(stage, script, scene, world, script.words.records);
    double u = stage.u();
    bool wide = stage.wide();
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto n = static_cast<double>(all.size()), k = static_cast<double>(i);
      double at = stage.beat(1 + 2 * k);
      if (wide) {
        Rect column{room.x + room.width / n * k, room.y, room.width / n - 50 * u, room.height};
        if (i > 0) {
          double grown = room.height * stage.in(at - 0.3, 0.5);
          stage.picture.fill(Rect{column.x - 28 * u, room.y, 5 * u, grown}, world.ink);
        }
        auto number = filling(stage, all[i].number, {column.width, room.height * 0.62});
        stage.reveal(number, {column.x, column.y + room.height * 0.66}, i == 1 ? world.accent : world.ink, at,
                     0.7);
        auto label = stage.fit(all[i].label, display(84), {column.width, 100 * u});
        stage.reveal(label, {column.x, column.y + room.height * 0.66 + 110 * u}, world.ink, at + 0.15);
        auto note = stage.fit(all[i].note, mono(34), {column.width, 60 * u});
        stage.rise(note, {column.x, column.y + room.height * 0.66 + 170 * u}, world.ink, at + 0.3, 0.5, 16);
      } else {
        Rect row{room.x, room.y + room.height / n * k, room.width, room.height / n};
        if (i > 0)
          stage.picture.fill(Rect{row.x, row.y - 6 * u, row.width * stage.in(at - 0.3, 0.5), 5 * u},
                             world.ink);
        auto number = filling(stage, all[i].number, {row.width * 0.5, row.height * 0.7});
        double baseline = row.y + row.height * 0.82;
        stage.reveal(number, {row.x, baseline}, i == 1 ? world.accent : world.ink, at, 0.7);
        double left = row.x + row.width * 0.52;
        auto label = stage.fit(all[i].label, display(96), {row.width * 0.48, 220 * u}, 2);
        double top = baseline - (label->lines() - 1) * label->size() * 0.88 - 60 * u;
        stage.reveal(label, {left, top}, world.ink, at + 0.15);
        auto note = stage.fit(all[i].note, mono(34), {row.width * 0.48, 60 * u});
        stage.rise(note, {left, baseline}, world.ink, at + 0.3, 0.5, 16);
      }
    }
  };
}

Draw halves(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    Rect room = head(stage, script, scene, world, script.words.halves);
    double u = stage.u(), land = stage.beat(3);
    int counts[] = {script.facts.first_half, script.facts.second_half};
    std::string_view names[] = {script.words.first_half, script.words.second_half};
    int most = std::max({1, counts[0], counts[1]});
    auto sentence = stage.fit(growth(script.facts, script.words), display(stage.wide() ? 120 : 130),
                              {room.width, 300 * u}, stage.wide() ? 1 : 2);
    Rect chart{room.x, room.y + sentence->height() + 40 * u, room.width,
               room.height - sentence->height() - 90 * u};
    stage.reveal(sentence, {room.x, room.y + 0.76 * sentence->size()}, world.accent, land);
    double gap = 24 * u, wide = (chart.width - gap) / 2;
    for (int i = 0; i < 2; ++i) {
      double grown = stage.in(stage.beat(0.8 + i), 0.8);
      double height = std::max(6 * u, (chart.height - 150 * u) * counts[i] / most) * grown;
      Rect bar{chart.x + i * (wide + gap), chart.bottom() - height, wide, height};
      Colour fill = counts[i] == most ? world.accent : world.ink;
      stage.picture.fill(bar, fill);
      auto number = stage.fit(counted(script, stage, counts[i], stage.beat(0.8 + i), stage.beat(2 + i)),
                              display(200), {wide, 300 * u});
      bool inside = height > 240 * u;
      Colour on =
          inside ? (counts[i] == most ? canvas::readable(world.ground, fill, 4.5) : world.ground) : world.ink;
      if (grown > 0.02)
        stage.picture.text(number, {bar.x + 24 * u, bar.y + (inside ? 40 * u + 140 * u : -24 * u)}, on);
      auto label = stage.fit(names[i], mono(32, 700), {wide, 60 * u});
      stage.rise(label, {bar.x, chart.bottom() + 46 * u}, world.ink, stage.beat(0.8 + i), 0.5, 12);
    }
  };
}

Draw persona(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    double u = stage.u(), reveal = script.reveal();
    bool shown = stage.seconds >= reveal;
    // Silence, then the block falls over the wall and the word stands in it.
    double fall = stage.in(reveal, 0.35);
    Rect whole = stage.whole();
    if (shown)
      stage.picture.fill(Rect{0, 0, whole.width, std::round((whole.height - 16 * u) * fall)}, world.accent);
    Colour ink = shown ? canvas::readable(world.ground, world.accent, 4) : world.ink;
    Rect room = stage.safe();
    auto you = stage.fit(script.words.you_are, display(120), {room.width, 200 * u});
    auto name = stage.fit(script.words.personas[static_cast<int>(script.facts.persona.kind)].name,
                          display(stage.wide() ? 640 : 420), {room.width, stage.wide() ? 480 * u : 700 * u},
                          stage.wide() ? 1 : 3);
    auto reason =
        stage.fit(persona_reason(script.facts, script.words), mono(54, 700), {room.width, 240 * u}, 2);
    double first = name->size() * cap, rest = name->height() - name->size() * 0.88;
    double block = 150 * u + first + rest + 60 * u + reason->height();
    double y = room.y + std::max(0.0, (room.height - block) / 2);
    stage.reveal(you, {room.x, y + 84 * u}, shown ? world.ink : world.ink, stage.beat(1));
    if (!shown) return;
    stage.reveal(name, {room.x - 0.02 * name->size(), y + 150 * u + first}, ink, reveal, 0.7);
    stage.rise(reason, {room.x, y + 150 * u + first + rest + 110 * u}, world.ink, reveal + stage.beat(2), 0.6,
               24);
  };
}

}  // namespace mrbill::content::video::poster
