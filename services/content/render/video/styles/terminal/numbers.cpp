// Boot, count, stats, diff, whoami, and the empty disk.
#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {

Draw title(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect room = screen(stage, script, scene, "./film");
    double u = stage.u();
    auto period =
        stage.fit(script.facts.period, pixel(stage.wide() ? 620 : 440), {room.width, room.height * 0.7});
    // Three lines stand under it, above the status line.
    double base = room.y + room.height * (stage.wide() ? 0.68 : 0.5);
    base = std::min(base, room.bottom() - 300 * u);
    big(stage, period, {room.x - 0.02 * period->size(), base}, green, -1);
    double y = base + 120 * u;
    auto name = stage.fit("> " + script.facts.person, pixel(stage.wide() ? 96 : 84), {room.width, 120 * u});
    stage.type("> " + script.facts.person, pixel(name->size() / u), {room.x, y}, bright, stage.beat(1), 24);
    std::string said = "> " + promise(script.facts, script.words);
    auto fitted = stage.fit(said, line(60), {room.width, 120 * u});
    stage.type(said, line(fitted->size() / u), {room.x, y + 92 * u}, amber, stage.beat(2.5), 30);
    if (script.facts.title.empty()) return;
    auto label = stage.fit(":: " + script.facts.title, line(40), {room.width, 60 * u});
    if (stage.seconds >= stage.held(stage.beat(4))) stage.picture.text(label, {room.x, y + 160 * u}, dim);
  };
}

Draw none(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect room = screen(stage, script, scene, "ls -la | wc -l");
    double u = stage.u();
    auto zero = stage.fit("0", pixel(560), {room.width * 0.4, room.height * 0.7});
    double base = room.y + zero->size() * 0.62;
    big(stage, zero, {room.x, base}, amber, stage.beat(1));
    double y = base + 110 * u;
    for (auto [words, at] :
         {std::pair{script.words.none_line, 2.0}, std::pair{script.words.none_next, 5.0}}) {
      auto fitted = stage.fit(std::string("> ") + std::string(words), line(58), {room.width, 100 * u});
      stage.type(std::string("> ") + std::string(words), line(fitted->size() / u), {room.x, y},
                 at > 4 ? green : bright, stage.beat(at), 30);
      y += 84 * u;
    }
  };
}

Draw scale(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect room = screen(stage, script, scene, "ls | wc -l");
    double u = stage.u(), land = stage.held(stage.beat(2), 0.4);
    bool wide = stage.wide();
    auto whole = stage.fit(script.number(script.facts.total), pixel(wide ? 620 : 420),
                           {room.width, room.height * 0.66});
    double base = room.y + (wide ? room.height * 0.06 : room.height * 0.1) + whole->size() * 0.66;
    double share = stage.calm() ? 1 : stepped(canvas::progress(stage.seconds, enter, land - enter), 14);
    auto shown = stage.set(script.number(std::lround(script.facts.total * canvas::ease::out_cubic(share))),
                           pixel(whole->size() / u));
    big(stage, shown, {room.x - 0.02 * whole->size(), base}, green, enter * 0.5);
    double y = base + 70 * u;
    cells(stage, {room.x, y, room.width, 44 * u}, share, amber, 44 * u);
    auto unit = stage.fit(form(script.facts.total, script.words.poc_one, script.words.poc_many), pixel(130),
                          {room.width, 160 * u});
    if (stage.seconds >= land) stage.picture.text(unit, {room.x, y + 170 * u}, bright);
    std::string meaning = ":: " + pace(script.facts, script.words);
    auto fitted =
        stage.fit(meaning, line(60), {wide ? room.width - unit->width() - 80 * u : room.width, 100 * u});
    stage.type(meaning, line(fitted->size() / u),
               wide ? Point{room.x + unit->width() + 60 * u, y + 166 * u} : Point{room.x, y + 270 * u}, amber,
               stage.beat(3), 34);
  };
}

Draw records(const Script& script, std::size_t scene) {
  return [&script, scene, all = records_of(script.facts, script.words)](const Stage& stage) {
    Rect room = screen(stage, script, scene, "stats --top 3");
    double u = stage.u(), pitch = room.height / std::max<std::size_t>(1, all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      double at = stage.held(stage.beat(1 + 2 * static_cast<double>(i)), 0.4),
             y = room.y + pitch * static_cast<double>(i);
      if (stage.seconds < at) break;
      stage.picture.stroke(Path::rect(Rect{room.x + 2 * u, y + 8 * u, room.width - 4 * u, pitch - 24 * u}),
                           3 * u, dim, false);
      auto number =
          stage.fit(all[i].number, pixel(std::min(300.0, pitch / u * 0.9)), {room.width * 0.42, pitch * 1.2});
      double base = y + pitch * 0.5 + number->size() * 0.24;
      big(stage, number, {room.x + 40 * u, base}, i == 0 ? amber : green, at);
      double left = room.x + std::max(number->width(), room.width * 0.36) + 90 * u,
             width = room.right() - left - 30 * u;
      auto label = stage.fit(all[i].label, pixel(90), {width, 110 * u});
      stage.type(all[i].label, pixel(label->size() / u), {left, y + pitch * 0.5}, bright, at + 0.15, 30);
      if (all[i].note.empty()) continue;
      auto note = stage.fit(":: " + all[i].note, line(50), {width, 70 * u});
      stage.type(":: " + all[i].note, line(note->size() / u), {left, y + pitch * 0.5 + 74 * u}, dim, at + 0.3,
                 30);
    }
  };
}

Draw halves(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect room = screen(stage, script, scene, "diff --stat h1 h2");
    double u = stage.u(), pitch = room.height * 0.38;
    int counts[] = {script.facts.first_half, script.facts.second_half};
    std::string_view names[] = {script.words.first_half, script.words.second_half};
    double most = std::max({1, counts[0], counts[1]});
    for (int i = 0; i < 2; ++i) {
      double at = stage.held(stage.beat(1 + i), 0.4), y = room.y + pitch * i;
      if (stage.seconds < at) break;
      auto number =
          stage.fit((i == 0 ? "- " : "+ ") + script.number(counts[i]), pixel(190), {room.width * 0.6, pitch});
      Colour ink = i == 0 ? amber : green;
      stage.picture.text(number, {room.x, y + 150 * u}, ink);
      auto label = stage.fit(names[i], line(54), {room.width - number->width() - 40 * u, 80 * u});
      stage.picture.text(label, {room.right() - label->width(), y + 150 * u}, dim);
      double share = stage.calm() ? 1 : stepped(canvas::progress(stage.seconds, at, stage.beat(1.5)), 16);
      cells(stage, {room.x, y + 190 * u, room.width, std::min(100 * u, pitch - 230 * u)},
            counts[i] / most * share, ink, 36 * u);
    }
    std::string sentence = ":: " + growth(script.facts, script.words);
    auto fitted = stage.fit(sentence, line(62), {room.width, 100 * u});
    stage.type(sentence, line(fitted->size() / u), {room.x, room.y + pitch * 2 + 90 * u}, bright,
               stage.beat(4), 36);
  };
}

Draw persona(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect room = screen(stage, script, scene, "whoami");
    double u = stage.u(), reveal = script.reveal();
    bool wide = stage.wide();
    std::string you = std::string(script.words.you_are) + "...";
    stage.type(you, line(72), {room.x, room.y + 80 * u}, dim, enter + 0.3, 18);
    auto name = stage.fit(script.words.personas[static_cast<int>(script.facts.persona.kind)].name,
                          pixel(wide ? 360 : 240), {room.width, room.height * 0.6}, wide ? 1 : 3);
    double base = room.y + 150 * u + name->size() * 0.72 + (wide ? 90 : 40) * u;
    // The processor thinks: a spinner until the answer.
    if (stage.seconds < reveal) {
      constexpr std::string_view turns[] = {"|", "/", "-", "\\"};
      auto spin = stage.set(turns[static_cast<std::size_t>(stage.seconds * 12) % 4], pixel(200));
      if (!stage.calm()) stage.picture.text(spin, {room.x, base}, amber);
      return;
    }
    bool flash = !stage.calm() && stage.seconds < reveal + 0.12;
    if (flash) stage.picture.fill(Rect{room.x, base - name->size() * 0.8, room.width, name->size()}, green);
    big(stage, name, {room.x - 0.02 * name->size(), base}, flash ? black : green, reveal);
    double y = base + name->height() - name->size() + 130 * u;
    std::string reason = ":: " + persona_reason(script.facts, script.words);
    auto fitted = stage.fit(reason, line(66), {room.width, 100 * u});
    stage.type(reason, line(fitted->size() / u), {room.x, y}, amber, reveal + stage.beat(2), 34);
  };
}

}  // namespace mrbill::content::video::terminal
