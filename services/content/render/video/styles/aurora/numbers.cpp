// Title, scale, records, halves, persona, and the blank page.
#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {

Draw title(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect safe = stage.safe();
    double u = stage.u(), middle = stage.whole().centre().x;
    auto period = stage.fit(script.facts.period, display(stage.wide() ? 430 : 360), {safe.width, 480 * u});
    double line = stage.whole().centre().y + period->size() * cap / 2;
    stage.picture.glow({middle, line - period->size() * cap / 2}, 620 * u,
                       canvas::faded(sky_of(script, scene).accent, 0.3 * stage.opacity(0, 1.2)));
    auto name = stage.fit(script.facts.person, words(84, 700), {safe.width, 130 * u});
    centred(stage, name, middle, line - period->size() * cap - 70 * u, white, stage.beat(1));
    stage.rise(period, {middle - period->width() / 2 - period->size() * 0.02, line}, white, -0.2, 0.9, 60);
    pill(stage, promise(script.facts, script.words), {middle, line + 130 * u}, 48, stage.beat(2), white,
         safe.width);
    if (script.facts.title.empty()) return;
    auto label = stage.fit(script.facts.title, words(36), {safe.width, 60 * u});
    centred(stage, label, middle, safe.y + 60 * u, soft, stage.beat(3));
  };
}

Draw none(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect safe = stage.safe();
    double u = stage.u(), middle = stage.whole().centre().x, y = stage.whole().centre().y;
    double breath = stage.calm() ? 0 : 14 * u * film::wave(stage.seconds, 4);
    stage.picture.glow({middle, y - 190 * u}, 420 * u + breath * 3,
                       canvas::faded(sky_of(script, scene).accent, 0.4));
    stage.picture.stroke(Path::circle({middle, y - 190 * u}, 130 * u + breath), 8 * u,
                         canvas::faded(white, stage.opacity(enter)));
    auto big = stage.fit(script.words.none_title, display(150), {safe.width, 200 * u});
    centred(stage, big, middle, y + 120 * u, white, stage.beat(1));
    auto line = stage.fit(script.words.none_line, words(58), {safe.width, 160 * u}, 2, Align::centre);
    stage.rise(line, {safe.x, y + 230 * u}, soft, stage.beat(3));
    pill(stage, script.words.none_next, {middle, y + 370 * u}, 44, stage.beat(6), white, safe.width);
  };
}

Draw scale(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect safe = stage.safe();
    double u = stage.u(), middle = stage.whole().centre().x, land = stage.held(stage.beat(2), 0.7);
    auto whole = stage.fit(script.number(script.facts.total), display(stage.wide() ? 520 : 430),
                           {safe.width * 0.92, 520 * u});
    double line = stage.whole().centre().y + whole->size() * cap / 2 - 60 * u;
    Point heart{middle, line - whole->size() * cap / 2};
    // Rings leave the number when it lands.
    for (int ring = 0; ring < 3 && !stage.calm(); ++ring) {
      double go = canvas::progress(stage.seconds, land + 0.14 * ring, 1.4);
      if (go > 0 && go < 1)
        stage.picture.stroke(Path::circle(heart, (220 + 700 * canvas::ease::out_cubic(go)) * u), 5 * u,
                             canvas::faded(white, 0.4 * (1 - go)));
    }
    stage.picture.glow(heart, 560 * u,
                       canvas::faded(sky_of(script, scene).accent, 0.34 * stage.in(land, 0.5)));
    auto shown = stage.seconds >= land ? whole
                                       : stage.set(counted(script, stage, script.facts.total, enter, land),
                                                   display(whole->size() / u));
    if (stage.seconds >= land)
      stage.pop(shown, {middle - shown->width() / 2, line}, white, land - 0.3);
    else
      stage.picture.text(shown, {middle - shown->width() / 2, line},
                         canvas::faded(white, stage.opacity(enter * 0.6)));
    auto unit =
        stage.set(form(script.facts.total, script.words.poc_one, script.words.poc_many), display(110));
    centred(stage, unit, middle, line + 160 * u, sky_of(script, scene).accent, land);
    pill(stage, pace(script.facts, script.words), {middle, line + 276 * u}, 48, stage.beat(3), white,
         safe.width);
  };
}

Draw records(const Script& script, std::size_t scene) {
  return [&script, scene, all = records_of(script.facts, script.words)](const Stage& stage) {
    kicker(stage, script.words.records);
    Rect safe = stage.safe();
    double u = stage.u();
    Rect room{safe.x, safe.y + 110 * u, safe.width, safe.height - 150 * u};
    auto n = static_cast<double>(std::max<std::size_t>(1, all.size()));
    bool wide = stage.wide();
    // Beside each other, or left and right in turn: as large as leaves the next
    // one on the same side free.
    double diameter = wide ? std::min(room.height * 0.92, room.width / n - 40 * u)
                           : std::min(room.width * 0.46, (room.height - 30 * u) / 2);
    double k = std::min(1.0,
                        diameter / (520 * u));  // of the words, which stand within the circle
    for (std::size_t i = 0; i < all.size(); ++i) {
      double at = stage.held(stage.beat(1 + 2 * static_cast<double>(i)), 0.9);
      Point middle = wide ? Point{room.x + room.width / n * (static_cast<double>(i) + 0.5), room.centre().y}
                          : Point{room.centre().x + (i % 2 == 0 ? -1 : 1) * (room.width - diameter) * 0.42,
                                  n > 1 ? room.y + diameter / 2 +
                                              (room.height - diameter) * static_cast<double>(i) / (n - 1)
                                        : room.centre().y};
      if (stage.seconds < at) continue;
      double come = stage.calm() ? 1 : canvas::ease::spring(canvas::progress(stage.seconds, at, 0.8));
      double radius = std::max(0.0, diameter / 2 * come);
      auto sky = sky_of(script, scene);
      stage.picture.glow(middle, radius * 1.5, canvas::faded(i == 1 ? sky.accent : sky.one, 0.3));
      stage.picture.fill(Path::circle(middle, radius), canvas::faded(white, i == 1 ? 0.92 : 0.1));
      stage.picture.stroke(Path::circle(middle, radius), 3 * u, canvas::faded(white, 0.35));
      Colour ink = i == 1 ? canvas::colour({0.22, 0.1, 285}) : white;
      auto number = stage.fit(all[i].number, display(220 * k), {diameter * 0.68, 260 * u});
      double base = middle.y + number->size() * 0.2;
      stage.pop(number, {middle.x - number->width() / 2, base}, ink, at + 0.05);
      auto label = stage.fit(all[i].label, words(50, 700), {diameter * 0.72, 70 * u});
      centred(stage, label, middle.x, base + 86 * k * u, ink, at + 0.2);
      auto note = stage.fit(all[i].note, words(36), {diameter * 0.56, 60 * u});
      centred(stage, note, middle.x, base + 140 * k * u, i == 1 ? ink : soft, at + 0.3);
    }
  };
}

Draw halves(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    kicker(stage, script.words.halves);
    Rect safe = stage.safe();
    double u = stage.u();
    bool wide = stage.wide();
    Rect room{safe.x, safe.y + 120 * u, safe.width, safe.height - 270 * u};
    int counts[] = {script.facts.first_half, script.facts.second_half};
    std::string_view names[] = {script.words.first_half, script.words.second_half};
    double most = std::max({1, counts[0], counts[1]});
    double largest = wide ? std::min(room.height, room.width * 0.4) / 2
                          : std::min(room.width * 0.6, room.height * 0.5) / 2;
    for (int i = 0; i < 2; ++i) {
      double at = stage.held(stage.beat(1 + i), 0.9),
             come = stage.calm() ? 1 : canvas::ease::spring(canvas::progress(stage.seconds, at, 0.9));
      if (stage.seconds < at) continue;
      double radius = std::max(60 * u, largest * std::sqrt(counts[i] / most)) * std::max(0.0, come);
      Point middle = wide ? Point{room.centre().x + (i == 0 ? -1 : 1) * largest * 1.12, room.centre().y}
                          : Point{room.centre().x + (i == 0 ? -1 : 1) * room.width * 0.16,
                                  room.y + room.height * (i == 0 ? 0.27 : 0.74)};
      bool winner = counts[i] == static_cast<int>(most);
      auto sky = sky_of(script, scene);
      stage.picture.glow(middle, radius * 1.6, canvas::faded(winner ? sky.accent : sky.two, 0.35));
      stage.picture.fill(Path::circle(middle, radius),
                         canvas::faded(winner ? sky.accent : white, winner ? 1 : 0.16));
      Colour ink = winner ? canvas::colour({0.2, 0.09, 285}) : white;
      auto number = stage.fit(counted(script, stage, counts[i], at, at + 2 * stage.beat(1)), display(190),
                              {radius * 1.5, 220 * u});
      stage.picture.text(number, {middle.x - number->width() / 2, middle.y + number->size() * 0.25}, ink);
      // Within the circle as wide as it is there, or under it where it is small.
      double drop = number->size() * 0.25 + 64 * u,
             within = 1.9 * std::sqrt(std::max(0.0, radius * radius - drop * drop));
      bool inside = within > 230 * u;
      auto label = stage.fit(names[i], words(38, 700), {inside ? within : 420 * u, 60 * u});
      centred(stage, label, middle.x, middle.y + (inside ? drop : radius + 56 * u), inside ? ink : white,
              at + 0.2);
    }
    pill(stage, growth(script.facts, script.words), {safe.centre().x, safe.bottom() - 84 * u}, 50,
         stage.beat(4), white, safe.width);
  };
}

Draw persona(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    Rect safe = stage.safe();
    double u = stage.u(), reveal = script.reveal();
    Point heart = stage.whole().centre();
    auto sky = sky_of(script, scene);
    auto you = stage.set(script.words.you_are, words(76, 700));
    bool wide = stage.wide();
    auto name = stage.fit(script.words.personas[static_cast<int>(script.facts.persona.kind)].name,
                          display(wide ? 260 : 190), {safe.width, wide ? 300 * u : 620 * u}, wide ? 1 : 3,
                          Align::centre);
    double gather =
        stage.calm() ? 1 : canvas::ease::in_cubic(canvas::progress(stage.seconds, enter, reveal - enter));
    // Light gathers, is gone for a moment, and breaks out with the word.
    if (stage.seconds < reveal) {
      stage.picture.glow(heart, (500 - 420 * gather) * u, canvas::faded(white, 0.25 + 0.5 * gather));
      stage.picture.fill(Path::circle(heart, (8 + 10 * gather) * u), white);
      centred(stage, you, heart.x, heart.y - 190 * u, white, enter);
      return;
    }
    double burst = stage.in(reveal, 0.9);
    stage.picture.glow(heart, (300 + 700 * burst) * u, canvas::faded(sky.accent, 0.5));
    for (int ray = 0; ray < 36 && !stage.calm(); ++ray) {
      double angle = ray * 0.17453292519943295, far = (330 + 420 * burst + (ray % 3) * 60) * u,
             near = far - (140 * (1 - burst) + 26) * u;
      Point way{std::cos(angle) * 1.25, std::sin(angle) * 0.86};
      stage.picture.stroke(Path::line(heart + way * near, heart + way * far), 6 * u,
                           canvas::faded(white, 0.5 * (1 - burst) + 0.1));
    }
    double lines = name->lines() * name->height() / std::max(1, name->lines());
    double first = heart.y - lines / 2 + name->size() * 0.86;
    stage.picture.text(you, {heart.x - you->width() / 2, first - name->size() * cap - 64 * u}, soft);
    double left = name->lines() > 1 || wide ? safe.x : safe.x;
    stage.pop(name, {name->ink().x > 1 || name->lines() > 1 ? left : heart.x - name->width() / 2, first},
              white, reveal);
    pill(stage, persona_reason(script.facts, script.words),
         {heart.x, first + (name->lines() - 1) * name->size() * 1.08 + 150 * u}, 52, reveal + stage.beat(2),
         white, safe.width);
  };
}

}  // namespace mrbill::content::video::aurora
