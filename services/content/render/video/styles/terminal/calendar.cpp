#include "render/video/scenes/calendar.hpp"

#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {

namespace {

// Four levels of shade, as terminals have: a dot, light, medium, full.
void shade(const Stage& stage, const CalendarGrid& grid, const std::vector<Rect>& boxes, double share) {
  Path levels[5];
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const auto& cell = grid.cells[i];
    if (cell.count == 0 || cell.order > share)
      levels[0].add(Path::rect(canvas::around(boxes[i].centre(), 5 * stage.u(), 5 * stage.u())));
    else
      levels[cell.heat < 0.5 ? 1 : cell.heat < 0.68 ? 2 : cell.heat < 0.9 ? 3 : 4].add(Path::rect(boxes[i]));
  }
  Colour shades[] = {dim, canvas::colour({0.4, 0.09, 150}), canvas::colour({0.58, 0.14, 148}),
                     canvas::colour({0.75, 0.18, 147}), amber};
  for (int level = 0; level < 5; ++level) stage.picture.fill(levels[level], shades[level]);
}

}  // namespace

Draw calendar(const Script& script, std::size_t scene) {
  auto flow = script.size.width > script.size.height * 1.2 ? Flow::across : Flow::down;
  return [&script, scene, flow, grid = calendar_of(script.facts, flow)](const Stage& stage) {
    Rect room = screen(stage, script, scene, "git log --heat");
    double u = stage.u(), from = stage.beat(1), until = stage.held(stage.length - stage.beat(3), 0.7);
    double share = stage.calm() ? 1 : canvas::progress(stage.seconds, from, until - from);
    bool across = flow == Flow::across,
         beside = across != grid.of_months;  // words beside the number, or under it
    Rect area = across ? Rect{room.x, room.bottom() - room.height * 0.5, room.width, room.height * 0.5}
                       : Rect{room.x + 110 * u, room.y + 20 * u, room.width * 0.46, room.height - 20 * u};
    if (grid.of_months)
      area =
          across
              ? Rect{room.x + room.width * 0.46, room.y + 20 * u, room.width * 0.54, room.height - 20 * u}
              : Rect{room.x + 110 * u, room.y + room.height * 0.3, room.width - 110 * u, room.height * 0.7};
    double pitch_x = area.width / grid.columns, pitch_y = area.height / grid.rows;
    double pitch = std::floor(std::min(pitch_x, pitch_y));
    if (across && !grid.of_months)
      pitch_x = std::floor(pitch_x), pitch_y = std::min(std::floor(pitch_y), std::floor(pitch_x * 1.5));
    else if (grid.of_months)
      pitch_x = std::floor(pitch_x), pitch_y = std::floor(std::min(pitch_y, pitch_x * 1.2));
    else
      pitch_x = pitch_y = pitch;
    auto box_of = [&](const CalendarCell& cell) {
      return Rect{std::round(area.x + cell.column * pitch_x), std::round(area.y + cell.row * pitch_y),
                  pitch_x - std::round(4 * u), pitch_y - std::round(4 * u)};
    };
    std::vector<Rect> boxes;
    for (const auto& cell : grid.cells) boxes.push_back(box_of(cell));
    shade(stage, grid, boxes, share);
    for (const auto& label : grid.labels) {
      auto words = stage.set(label.words, line(34));
      Point at = across && !grid.of_months
                     ? Point{area.x + label.at * pitch_x, area.y - 18 * u}
                     : Point{area.x - words->width() - 18 * u,
                             area.y + label.at * pitch_y + std::min(pitch_y, 40 * u) * 0.8};
      stage.picture.text(words, at, canvas::faded(dim, stage.opacity(enter, 0.1)));
    }
    auto [value, unit] = active_time(script, grid.of_months);
    double left = across || grid.of_months ? room.x : area.x + pitch_x * 7 + 50 * u,
           width = across && grid.of_months ? room.width * 0.36 : room.right() - left;
    auto whole = stage.fit(script.number(value), pixel(across ? 300 : 220),
                           {beside ? room.width * 0.4 : width, 320 * u});
    auto number = stage.set(script.number(std::lround(value * stepped(share, 24))), pixel(whole->size() / u));
    double base = room.y + whole->size() * 0.66 + 10 * u;
    big(stage, number, {left, base}, green, enter);
    double x = beside ? left + whole->width() + 60 * u : left, y = beside ? base - 90 * u : base + 100 * u;
    auto label = stage.fit(unit, pixel(84), {room.right() - x, 110 * u});
    if (!beside) label = stage.fit(unit, pixel(84), {width, 110 * u});
    if (stage.seconds >= enter) stage.picture.text(label, {x, y}, bright);
    Peak peak = peak_of(script);
    std::string best = script.number(peak.count) + " " + peak.label;
    auto fitted = stage.fit(":: max " + best, line(52), {beside ? room.right() - x : width, 90 * u});
    stage.type(":: max " + best, line(fitted->size() / u), {x, y + 78 * u}, amber, until, 40);
  };
}

}  // namespace mrbill::content::video::terminal
