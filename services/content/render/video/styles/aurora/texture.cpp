// Calendar, rhythm, languages, tags, tools.
#include "render/video/scenes/calendar.hpp"
#include "render/video/scenes/constellation.hpp"
#include "render/video/scenes/race.hpp"
#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {
namespace {

constexpr double turn = 6.283185307179586;

Rect below_kicker(const Stage& stage) {
  Rect safe = stage.safe();
  return {safe.x, safe.y + 100 * stage.u(), safe.width, safe.height - 130 * stage.u()};
}

}  // namespace

// The year as a ring: weeks around, weekdays outwards; years outwards where it
// is many.
Draw calendar(const Script& script, std::size_t scene) {
  return [&script, scene, grid = calendar_of(script.facts, Flow::across)](const Stage& stage) {
    const auto& facts = script.facts;
    kicker(stage, grid.of_months ? script.words.month_by_month : script.words.day_by_day);
    auto sky = sky_of(script, scene);
    Rect room = below_kicker(stage);
    double u = stage.u(), from = stage.beat(1), until = stage.held(stage.length - stage.beat(3), 0.7);
    double outer = std::min(room.width, room.height) / 2, inner = outer * 0.56;
    Point heart = stage.wide() ? Point{room.x + room.width * 0.33, room.centre().y}
                               : Point{room.centre().x, room.y + outer};
    double share = stage.calm() ? 1 : canvas::progress(stage.seconds, from, until - from);
    double pitch = (outer - inner) / grid.rows,
           dot = std::min(pitch * 0.42, turn * inner / grid.columns * 0.42);
    stage.picture.glow(heart, outer * 0.9, canvas::faded(sky.accent, 0.16 * share));
    for (const auto& cell : grid.cells) {
      double angle = (cell.column + 0.5) / grid.columns * turn - turn / 4,
             radius = inner + (cell.row + 0.5) * pitch;
      Point at = heart + Point{std::cos(angle), std::sin(angle)} * radius;
      bool lit = cell.count > 0 && cell.order <= share;
      double fresh = stage.calm() ? 0 : std::clamp(1 - (share - cell.order) * 14, 0.0, 1.0);
      if (lit)
        stage.picture.fill(Path::circle(at, dot * (0.75 + 0.5 * cell.heat + std::round(fresh * 4) / 4 * 0.7)),
                           canvas::mix(canvas::mix(sky.one, white, 0.25),
                                       canvas::mix(sky.accent, white, std::round(fresh * 4) / 4), cell.heat));
      else
        stage.picture.fill(Path::circle(at, dot * 0.55), canvas::faded(white, 0.16));
    }
    int value = grid.of_months ? facts.active_months : facts.active_days;
    auto whole = stage.fit(script.number(value), display(220), {inner * 1.5, 240 * u});
    auto number = stage.set(counted(script, stage, value, from, until), display(whole->size() / u));
    if (stage.seconds >= enter)
      stage.picture.text(number, {heart.x - number->width() / 2, heart.y + whole->size() * 0.25}, white);
    auto unit = grid.of_months ? form(value, script.words.active_month_one, script.words.active_month_many)
                               : form(value, script.words.active_day_one, script.words.active_day_many);
    auto label = stage.fit(unit, words(44, 700), {inner * 1.6, 60 * u});
    centred(stage, label, heart.x, heart.y + whole->size() * 0.25 + 80 * u, soft, enter);
    Peak peak = peak_of(script);
    // Beside the ring (below, in a tall picture): the fullest of them.
    Point side = stage.wide() ? Point{heart.x + outer + (room.right() - heart.x - outer) / 2, room.centre().y}
                              : Point{heart.x, heart.y + outer + (room.bottom() - heart.y - outer) * 0.55};
    double wide = stage.wide() ? room.right() - heart.x - outer - 40 * u : room.width;
    if (!stage.wide() && room.bottom() - heart.y - outer < 120 * u) return;
    auto top = stage.fit(script.number(peak.count), display(170), {wide, 200 * u});
    stage.pop(top, {side.x - top->width() / 2, side.y}, sky.accent, until);
    auto when = stage.fit(peak.label, words(50, 700), {wide, 140 * u}, 2, Align::centre);
    stage.rise(when, {side.x - wide / 2, side.y + 80 * u}, white, until + 0.15, 0.65,
               34);  // centred within its width
  };
}

// The day as a clock of light.
Draw rhythm(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    kicker(stage, script.words.rhythm);
    const auto& facts = script.facts;
    auto sky = sky_of(script, scene);
    Rect room = below_kicker(stage);
    double u = stage.u(),
           outer = std::min(room.width - (stage.wide() ? 0 : 150 * u), room.height) / 2 - 46 * u,
           inner = outer * 0.5, land = stage.held(stage.beat(2), 0.85);
    Point heart = room.centre();
    double most = std::max(1, *std::ranges::max_element(facts.hours));
    for (int i = 0; i < 24; ++i) {
      double angle = (i / 24.0) * turn - turn / 4,
             come = stage.in(stage.beat(0.8) + 0.03 * i, 0.8, canvas::ease::out_back);
      double length = (10 * u + (outer - inner) * facts.hours[static_cast<std::size_t>(i)] / most) * come;
      Point way{std::cos(angle), std::sin(angle)};
      bool marked = is_best_hour(facts, i) && stage.seconds >= land;
      if (marked) stage.picture.glow(heart + way * (inner + length), 150 * u, canvas::faded(sky.accent, 0.7));
      stage.picture.stroke(Path::line(heart + way * inner, heart + way * (inner + std::max(1.0, length))),
                           inner * 0.17, marked ? sky.accent : canvas::faded(white, 0.75));
      if (i % 6 == 0) {
        auto mark = stage.set(hour_words(facts.locale, i), words(34, 700));
        Point at = heart + way * (outer + 40 * u);
        stage.rise(mark, {at.x - mark->width() / 2 + way.x * 20 * u, at.y + 12 * u}, soft, enter, 0.5, 8);
      }
    }
    auto best = best_hour(script);
    auto hour = stage.fit(best.number, display(170), {inner * 1.5, 180 * u});
    stage.pop(hour, {heart.x - hour->width() / 2, heart.y + hour->size() * 0.24}, white, land);
    auto label = stage.fit(best.label, words(40, 700), {inner * 1.5, 60 * u});
    centred(stage, label, heart.x, heart.y + hour->size() * 0.24 + 66 * u, soft, land + 0.2);
  };
}

// Capsules that grow from the ground and change places.
Draw languages(const Script& script, std::size_t) {
  return [&script](const Stage& stage) {
    const auto& facts = script.facts;
    int shown = std::min<int>(static_cast<int>(facts.languages.size()), stage.wide() ? 7 : 5);
    kicker(stage, heading_of_languages(facts, script.words, shown));
    Rect room = below_kicker(stage);
    double u = stage.u(), from = stage.beat(1), until = stage.held(stage.length - stage.beat(2.5));
    double share =
        stage.calm()
            ? 1
            : std::max(0.04, canvas::ease::in_out_sine(canvas::progress(stage.seconds, from, until - from)));
    auto runners = race_at(facts, share, shown);
    double most = 1;
    for (const auto& runner : runners) most = std::max(most, runner.value);
    double pitch = std::min(room.width / shown, 300 * u), left = room.centre().x - pitch * shown / 2,
           foot = room.bottom() - 90 * u, tallest = room.height - 190 * u;
    auto kept = stage.picture.save();
    stage.picture.clip(Rect{left - 90 * u, 0, pitch * shown + 180 * u, stage.whole().height});
    for (const auto& runner : runners) {
      const auto& language = facts.languages[static_cast<std::size_t>(runner.language)];
      double come = stage.in(enter + 0.06 * std::min(runner.place, 8.0), 0.8);
      double wide = pitch * 0.62, height = wide + (tallest - wide) * runner.value / most * come,
             x = left + (runner.place + 0.5) * pitch;
      Colour fill = canvas::readable(language.colour, night, 2.2);
      Rect bar{x - wide / 2, foot - height, wide, height};
      if (std::lround(runner.value) == std::lround(most))
        stage.picture.glow({x, bar.y + wide / 2}, wide * 1.7, canvas::faded(fill, 0.5 * come));
      stage.picture.fill(Path::rounded(bar, wide / 2), canvas::faded(fill, come));
      auto count = stage.fit(script.number(std::lround(runner.value)), display(70), {wide * 0.8, 90 * u});
      stage.picture.text(count, {x - count->width() / 2, bar.y + wide / 2 + count->size() * 0.36},
                         canvas::faded(canvas::readable_or(white, night, fill, 3), come));
      auto name = stage.fit(language.name, words(42, 700), {pitch * 0.94, 60 * u});
      stage.picture.text(name, {x - name->width() / 2, foot + 62 * u}, canvas::faded(white, come));
    }
  };
}

Draw tags(const Script& script, std::size_t scene) {
  double u = film::unit_of(script.size);
  Rect safe = film::safe_area(script.size);
  bool wide = script.size.width > script.size.height * 1.2;
  Rect area{safe.x, safe.y + 120 * u, safe.width, safe.height - 290 * u};
  std::vector<canvas::Size> sizes;
  auto count = std::min<std::size_t>(script.facts.tags.size(), wide ? 22 : 18);
  for (std::size_t i = 0; i < count; ++i) {
    double letters = static_cast<double>(std::min<std::size_t>(script.facts.tags[i].name.size(), 20));
    sizes.push_back({std::max(90.0, letters * 22 + 40) * u, 118 * u});
  }
  return [&script, scene, stars = constellation(script.facts, area, sizes)](const Stage& stage) {
    const auto& facts = script.facts;
    kicker(stage, script.words.topics);
    auto sky = sky_of(script, scene);
    double unit = stage.u(), until = stage.held(stage.length - stage.beat(3), 0.7);
    auto dot_at = [&](std::size_t i) {
      double t = stage.calm() ? 0 : film::slow(stage.seconds);
      return stars[i].at + Point{5 * unit * film::wave(t, 6, static_cast<double>(i) * 0.21),
                                 -22 * unit + 5 * unit * film::wave(t, 7, static_cast<double>(i) * 0.34)};
    };
    for (std::size_t i = 0; i < facts.links.size() && i < 40; ++i) {
      auto a = static_cast<std::size_t>(facts.links[i].from), b = static_cast<std::size_t>(facts.links[i].to);
      if (a >= stars.size() || b >= stars.size()) continue;
      double grown = stage.in(stage.beat(1.5) + 0.03 * static_cast<double>(i), 0.7);
      if (grown <= 0) continue;
      bool best = i == 0 && has_best_link(facts) && stage.seconds >= until;
      stage.picture.stroke(Path::line(dot_at(a), canvas::lerp(dot_at(a), dot_at(b), grown)),
                           (best ? 7 : 2.5) * unit, canvas::faded(best ? sky.accent : white, best ? 1 : 0.3));
    }
    for (std::size_t i = 0; i < stars.size(); ++i) {
      double at = stage.held(enter + 0.06 * static_cast<double>(i), 0.7);
      if (stage.seconds < at) continue;
      double come = stage.calm() ? 1 : canvas::ease::spring(canvas::progress(stage.seconds, at, 0.7));
      double share = static_cast<double>(facts.tags[i].count) / facts.tags.front().count;
      bool best = has_best_link(facts) && stage.seconds >= until &&
                  (static_cast<int>(i) == facts.links[0].from || static_cast<int>(i) == facts.links[0].to);
      double radius = (8 + 20 * std::sqrt(share)) * unit * std::max(0.0, come);
      Point dot = dot_at(i);
      stage.picture.glow(dot, radius * 4, canvas::faded(best ? sky.accent : white, 0.45));
      stage.picture.fill(Path::circle(dot, radius), best ? sky.accent : white);
      auto text = stage.fit(facts.tags[i].name, words(i < 5 ? 42 : 34, 700), {stars[i].box.width, 60 * unit});
      stage.rise(text, {stars[i].at.x - text->width() / 2, stars[i].at.y + 46 * unit},
                 best ? sky.accent : white, at + 0.1, 0.5, 12);
    }
    std::string sentence = topics_sentence(script);
    Rect whole = stage.safe();
    pill(stage, sentence, {whole.centre().x, whole.bottom() - 80 * unit}, 48, until, white, whole.width);
  };
}

Draw tools(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    kicker(stage, script.words.tools);
    const auto& facts = script.facts;
    Rect room = below_kicker(stage);
    double u = stage.u();
    // Rows of capsules, each row as long as it fits, the most used the largest.
    struct Placed {
      std::size_t tool;
      double x, width, size;
    };
    std::vector<std::vector<Placed>> rows(1);
    double x = 0;
    const int first = facts.frameworks.front().count;
    const bool alone = facts.frameworks.size() < 2 || facts.frameworks[1].count < first;
    for (std::size_t i = 0; i < facts.frameworks.size(); ++i) {
      double size = i == 0 && alone ? 96 : i < 3 ? 68 : 50;
      auto text = stage.set(facts.frameworks[i].name, words(size, 700));
      double width = std::min(room.width, text->width() + size * 2.2 * u);
      if (!rows.back().empty() && (x + width > room.width || i == 1 || i == 3)) rows.emplace_back(), x = 0;
      rows.back().push_back({i, x, width, size});
      x += width + 26 * u;
    }
    double height = 0;
    for (const auto& row : rows) height += row.front().size * 2.2 * u + 26 * u;
    double y = room.centre().y - height / 2;
    for (const auto& row : rows) {
      double wide = row.back().x + row.back().width, step = row.front().size * 2.2 * u;
      if (y + step > room.bottom() + 30 * u) break;
      for (const auto& placed : row)
        pill(stage, facts.frameworks[placed.tool].name,
             {room.centre().x - wide / 2 + placed.x + placed.width / 2, y + step / 2}, placed.size,
             stage.beat(0.7) + 0.12 * static_cast<double>(placed.tool),
             facts.frameworks[placed.tool].count == first ? sky_of(script, scene).accent : white, room.width);
      y += step + 26 * u;
    }
  };
}

}  // namespace mrbill::content::video::aurora
