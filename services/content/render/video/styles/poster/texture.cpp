// The scenes that tell when, in what and about what: calendar, rhythm, languages, tags, tools.
#include <fmt/format.h>

#include "render/video/scenes/calendar.hpp"
#include "render/video/scenes/constellation.hpp"
#include "render/video/scenes/race.hpp"
#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {
namespace {

struct Cells {
  double size, gap;
  Point origin;
  [[nodiscard]] Rect at(const CalendarCell& cell) const {
    return {std::round(origin.x + cell.column * (size + gap)), std::round(origin.y + cell.row * (size + gap)),
            size, size};
  }
};

Cells cells_in(const CalendarGrid& grid, Rect area) {
  double pitch = std::min(area.width / grid.columns, area.height / grid.rows);
  double gap = std::max(2.0, std::round(pitch * 0.12));
  double size = std::floor(pitch - gap);
  return {size, gap, area.top_left()};
}

void grid_of_days(const Stage& stage, const CalendarGrid& grid, const Cells& cells, const World& world,
                  double share, double margin, bool across) {
  double u = stage.u(), pitch = cells.size + cells.gap;
  for (const auto& cell : grid.cells) {
    bool lit = cell.count > 0 && cell.order <= share;
    stage.picture.fill(cells.at(cell), lit ? canvas::mix(canvas::mix(world.ground, world.accent, 0.45),
                                                         world.accent, cell.heat)
                                           : world.faint());
  }
  for (const auto& label : grid.labels) {
    auto words = stage.set(label.words, mono(24));
    Point at = grid.of_months ? Point{cells.origin.x - words->width() - 16 * u,
                                      cells.origin.y + label.at * pitch + cells.size * 0.7}
               : across       ? Point{cells.origin.x + label.at * pitch, cells.origin.y - 16 * u}
                              : Point{margin, cells.origin.y + label.at * pitch + cells.size * 0.9};
    stage.picture.text(words, at, canvas::faded(world.ink, stage.opacity(enter)));
  }
}

// The fullest cells stand out at the end.
void mark(const Stage& stage, const CalendarGrid& grid, const Cells& cells, const Peak& peak,
          const World& world, double at) {
  double hit = stage.in(at, 0.5, canvas::ease::out_back);
  if (hit <= 0 || peak.of_month != grid.of_months) return;
  for (const auto& cell : grid.cells)
    if (cell.count == peak.count) {
      stage.picture.stroke(Path::rect(cells.at(cell).inset(-8 * stage.u() * hit)), 6 * stage.u(), world.ink,
                           false);
    }
}

}  // namespace

Draw calendar(const Script& script, std::size_t scene) {
  auto flow = script.size.width > script.size.height * 1.2 ? Flow::across : Flow::down;
  return [&script, scene, grid = calendar_of(script.facts, flow), flow](const Stage& stage) {
    World world = world_of(script, scene);
    Rect room = head(stage, script, scene, world,
                     grid.of_months ? script.words.month_by_month : script.words.day_by_day);
    double u = stage.u(), from = stage.beat(1), until = stage.held(stage.length - stage.beat(3), 0.7);
    bool across = flow == Flow::across,
         beside = across != grid.of_months;  // words beside the number, or under it
    auto [value, unit] = active_time(script, grid.of_months);
    Rect side = across ? room.part(0, 0, 1, 0.48) : room.part(0.56, 0, 0.44, 1);
    Rect area = across ? Rect{room.x,
                              room.bottom() -
                                  std::min(room.height * 0.4, room.width / grid.columns * grid.rows) - 10 * u,
                              room.width, room.height * 0.4}
                       : Rect{room.x + 80 * u, room.y, room.width * 0.5 - 80 * u, room.height};
    if (grid.of_months)
      area = across ? Rect{room.x + room.width * 0.42, room.y, room.width * 0.58, room.height}
                    : room.part(0.1, 0.34, 0.9, 0.66);
    if (grid.of_months) side = across ? room.part(0, 0, 0.36, 1) : room.part(0, 0, 1, 0.3);
    Cells cells = cells_in(grid, area);
    double share = stage.calm() ? 1 : canvas::progress(stage.seconds, from, until - from);
    grid_of_days(stage, grid, cells, world, share, across ? room.y : room.x, across);
    auto number = filling(stage, script.number(value),
                          {side.width * (beside ? 0.5 : 1), std::min(side.height, 440 * u)});
    auto shown = stage.set(counted(script, stage, value, from, until), display(number->size() / u));
    double baseline = side.y + number->size() * cap;
    if (stage.seconds >= enter) stage.picture.text(shown, {side.x, baseline}, world.ink);
    double left = beside ? side.x + number->width() + 40 * u : side.x;
    double y = beside ? side.y + 110 * u : baseline + 100 * u;
    double width = side.right() - left;
    auto label = stage.fit(unit, display(140), {width, 140 * u});
    stage.reveal(label, {left, y}, world.ink, enter + 0.2);
    Peak peak = peak_of(script);
    auto note = stage.fit(peak.sentence, mono(42, 700), {width, 200 * u}, beside ? 3 : 4);
    double note_y = y + 90 * u;
    stage.rise(note, {left, note_y}, world.accent, until, 0.6, 16);
    mark(stage, grid, cells, peak, world, until);
  };
}

Draw rhythm(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    const auto& facts = script.facts;
    Rect room = head(stage, script, scene, world, script.words.rhythm);
    double u = stage.u();
    auto best = best_hour(script);
    auto hour = filling(stage, best.number,
                        {room.width * (stage.wide() ? 0.6 : 1), room.height * (stage.wide() ? 0.4 : 0.24)});
    double baseline = room.y + hour->size() * cap;
    stage.reveal(hour, {room.x, baseline}, world.accent, stage.beat(2));
    auto label = stage.fit(best.label, display(120),
                           {stage.wide() ? room.width - hour->width() - 60 * u : room.width, 130 * u});
    Point at =
        stage.wide() ? Point{room.x + hour->width() + 40 * u, baseline} : Point{room.x, baseline + 130 * u};
    stage.reveal(label, at, world.ink, stage.beat(2) + 0.15);
    // 24 bars on the foot of the wall, an hour each.
    Rect chart{room.x, at.y + 50 * u, room.width, room.bottom() - 40 * u - at.y - 50 * u};
    int most = std::max(1, *std::ranges::max_element(facts.hours));
    double pitch = chart.width / 24, gap = std::round(pitch * 0.16);
    for (int i = 0; i < 24; ++i) {
      double grown = stage.in(stage.beat(0.8) + 0.03 * i, 0.7);
      double height =
          std::round(std::max(5 * u, chart.height * facts.hours[static_cast<std::size_t>(i)] / most) * grown);
      bool marked = is_best_hour(facts, i) && stage.seconds >= stage.held(stage.beat(2), 0.6);
      stage.picture.fill(
          Rect{std::round(chart.x + pitch * i), chart.bottom() - height, std::round(pitch - gap), height},
          marked ? world.accent : world.ink);
      if (i % 6 == 0) {
        auto mark = stage.set(hour_words(facts.locale, i), mono(26));
        stage.rise(mark, {chart.x + pitch * i, chart.bottom() + 40 * u}, world.ink, enter + 0.03 * i, 0.4, 8);
      }
    }
  };
}

Draw languages(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    const auto& facts = script.facts;
    int shown = std::min<int>(static_cast<int>(facts.languages.size()), stage.wide() ? 6 : 8);
    Rect room = head(stage, script, scene, world, heading_of_languages(facts, script.words, shown));
    double u = stage.u();
    double from = stage.beat(1), until = stage.held(stage.length - stage.beat(2.5));
    double share =
        stage.calm() ? 1 : canvas::ease::in_out_sine(canvas::progress(stage.seconds, from, until - from));
    if (share < 0.04 && !stage.calm()) share = 0.04;
    auto runners = race_at(facts, share, shown);
    double most = 1;
    for (const auto& runner : runners) most = std::max(most, runner.value);
    double pitch = room.height / std::max(3, shown), height = pitch * 0.8;
    // Beside the longest bar there is room for the largest number it comes to.
    auto largest = stage.set(script.number(facts.languages.front().count), display(height / u * 0.8));
    double longest = room.width - std::max(190 * u, largest->width() + 40 * u);
    auto kept = stage.picture.save();
    stage.picture.clip(Rect{room.x, room.y, room.width, room.height + 8 * u});
    for (const auto& runner : runners) {
      const auto& language = facts.languages[static_cast<std::size_t>(runner.language)];
      double come = stage.in(enter + 0.05 * std::min(runner.place, 8.0), 0.6);
      double length = std::max(10 * u, longest * runner.value / most) * come;
      double y = std::round(room.y + runner.place * pitch);
      Colour fill = canvas::readable(language.colour, world.ground, 1.6);
      stage.picture.fill(Rect{room.x, y, std::round(length), std::round(height)}, fill);
      auto name = stage.fit(language.name, display(height / u * 0.8), {longest * 0.6, height});
      double inset = 20 * u, baseline = y + height / 2 + name->size() * cap / 2;
      bool inside = name->width() + 2 * inset < length;
      Colour on = inside ? canvas::readable(
                               canvas::contrast(fill, world.ground) > 4 ? world.ground : Colour{1, 1, 1, 1},
                               fill, 3.5)
                         : world.ink;
      stage.picture.text(name, {room.x + (inside ? inset : length + inset), baseline},
                         canvas::faded(on, come));
      auto count = stage.set(script.number(std::lround(runner.value)), display(height / u * 0.8));
      double x = room.x + (inside ? length : length + inset + name->width()) + 20 * u;
      stage.picture.text(count, {x, baseline}, canvas::faded(world.ink, come));
    }
  };
}

Draw tags(const Script& script, std::size_t scene) {
  double u = film::unit_of(script.size);
  Rect safe = film::safe_area(script.size);
  bool wide = script.size.width > script.size.height * 1.2;
  Rect area{safe.x, safe.y + 110 * u, safe.width, safe.height - 110 * u - (wide ? 130 : 260) * u};
  std::vector<double> ems;
  std::vector<Star> stars;
  bool tall = script.size.height > script.size.width * 1.2;
  auto count = std::min<std::size_t>(script.facts.tags.size(), wide ? 24 : tall ? 20 : 13);
  // Smaller, where they would not all have room.
  for (double scale = wide || tall ? 1 : 0.72; scale > 0.4 && stars.size() < count; scale *= 0.86) {
    std::vector<canvas::Size> sizes;
    ems.clear();
    for (std::size_t i = 0; i < count; ++i) {
      double share =
          std::sqrt(static_cast<double>(script.facts.tags[i].count) / script.facts.tags.front().count);
      double em = (54 + 130 * share * share) * scale;
      double letters = static_cast<double>(std::min<std::size_t>(script.facts.tags[i].name.size(), 18));
      ems.push_back(em);
      sizes.push_back({(letters * em * 0.45 + 50) * u, (em * cap + 44) * u});
    }
    stars = constellation(script.facts, area, sizes);
  }
  return [&script, scene, ems, stars](const Stage& stage) {
    World world = world_of(script, scene);
    const auto& facts = script.facts;
    Rect room = head(stage, script, scene, world, script.words.topics);
    double unit = stage.u(), until = stage.held(stage.length - stage.beat(3), 0.7);
    for (std::size_t i = 0; i < facts.links.size(); ++i) {
      const auto& link = facts.links[i];
      auto a = static_cast<std::size_t>(link.from), b = static_cast<std::size_t>(link.to);
      if (a >= stars.size() || b >= stars.size()) continue;
      double grown = stage.in(stage.beat(1.5) + 0.02 * static_cast<double>(i), 0.5);
      if (grown <= 0) continue;
      bool best = i == 0 && has_best_link(facts) && stage.seconds >= until;
      stage.picture.stroke(Path::line(stars[a].at, canvas::lerp(stars[a].at, stars[b].at, grown)),
                           (best ? 10 : 3) * unit,
                           best ? world.accent : canvas::mix(world.ground, world.ink, 0.3), false);
    }
    for (std::size_t i = 0; i < stars.size(); ++i) {
      auto text = stage.fit(facts.tags[i].name, display(ems[i]),
                            {stars[i].box.width - 36 * unit, stars[i].box.height * 2});
      double at = enter + 0.05 * static_cast<double>(i);
      bool best = has_best_link(facts) && stage.seconds >= until &&
                  (static_cast<int>(i) == facts.links[0].from || static_cast<int>(i) == facts.links[0].to);
      double come = stage.in(at, 0.5);
      if (come <= 0) continue;
      Rect plate =
          canvas::around(stars[i].at, (text->width() + 24 * unit), (text->size() * cap + 22 * unit) * come);
      stage.picture.fill(plate, best ? world.accent : world.ink);
      stage.reveal(text, {plate.x + 12 * unit, stars[i].at.y + text->size() * cap / 2}, world.ground, at,
                   0.5);
    }
    std::string sentence = topics_sentence(script);
    auto words = stage.fit(sentence, display(110), {room.width, 220 * unit}, stage.wide() ? 1 : 2);
    stage.reveal(words, {room.x, room.bottom() - words->height() + words->size() * 0.88}, world.ink, until);
  };
}

Draw tools(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    World world = world_of(script, scene);
    const auto& facts = script.facts;
    Rect room = head(stage, script, scene, world, script.words.tools);
    double u = stage.u();
    int rows = std::min<int>(static_cast<int>(facts.frameworks.size()), stage.wide() ? 5 : 8);
    double pitch = room.height / rows;
    for (int i = 0; i < rows; ++i) {
      const auto& tool = facts.frameworks[static_cast<std::size_t>(i)];
      double at = stage.beat(0.7 + 0.5 * i), baseline = room.y + pitch * (i + 0.5) + pitch * 0.3;
      if (i > 0)
        stage.picture.fill(Rect{room.x, room.y + pitch * i, room.width * stage.in(at - 0.2, 0.5), 4 * u},
                           world.ink);
      auto name = stage.fit(tool.name, display(pitch * 0.8 / u), {room.width * 0.8, pitch});
      stage.reveal(name, {room.x, baseline},
                   tool.count == facts.frameworks.front().count ? world.accent : world.ink, at);
      auto count = stage.set(script.number(tool.count), display(pitch * 0.8 / u));
      stage.reveal(count, {room.right() - count->width(), baseline},
                   tool.count == facts.frameworks.front().count ? world.accent : world.ink, at + 0.1);
    }
  };
}

}  // namespace mrbill::content::video::poster
