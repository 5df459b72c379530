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

// How the calendar stands: days across or down, or years as rows.
struct Form {
  bool across, of_months;
  [[nodiscard]] bool beside() const { return across != of_months; }  // words beside the number, or under it
};

Rect area_of(Form form, Rect room, double u) {
  if (form.across && !form.of_months)
    return {room.x, room.bottom() - room.height * 0.5, room.width, room.height * 0.5};
  if (form.across)
    return {room.x + room.width * 0.46, room.y + 20 * u, room.width * 0.54, room.height - 20 * u};
  const double years = 110 * u;  // the margin for labels
  if (form.of_months)
    return {room.x + years, room.y + room.height * 0.3, room.width - years, room.height * 0.7};
  return {room.x + years, room.y + 20 * u, room.width * 0.46, room.height - 20 * u};
}

// Character cells in the area: as high as wide, or higher where there is room.
struct Cells {
  Rect area;
  double across, down;  // from one to the next

  [[nodiscard]] std::vector<Rect> boxes(const CalendarGrid& grid, double u) const {
    std::vector<Rect> out;
    double gap = std::round(4 * u);
    for (const auto& cell : grid.cells)
      out.push_back({std::round(area.x + cell.column * across), std::round(area.y + cell.row * down),
                     across - gap, down - gap});
    return out;
  }
};

Cells cells_of(Form form, Rect area, const CalendarGrid& grid) {
  double across = area.width / grid.columns, down = area.height / grid.rows, whole = std::floor(across);
  if (form.of_months) return {area, whole, std::floor(std::min(down, whole * 1.2))};
  if (form.across) return {area, whole, std::min(std::floor(down), std::floor(whole * 1.5))};
  double pitch = std::floor(std::min(across, down));
  return {area, pitch, pitch};
}

void labels(const Stage& stage, const CalendarGrid& grid, Form form, const Cells& cells) {
  double u = stage.u();
  for (const auto& label : grid.labels) {
    auto words = stage.set(label.words, line(34));
    Point at = form.across && !form.of_months
                   ? Point{cells.area.x + label.at * cells.across, cells.area.y - 18 * u}
                   : Point{cells.area.x - words->width() - 18 * u,
                           cells.area.y + label.at * cells.down + std::min(cells.down, 40 * u) * 0.8};
    stage.picture.text(words, at, canvas::faded(dim, stage.opacity(enter, 0.1)));
  }
}

// How many days, large; what they are and the most of them beside the number or under it.
void tell(const Stage& stage, const Script& script, Form form, const Cells& cells, Rect room) {
  double u = stage.u();
  auto [value, unit] = active_time(script, form.of_months);
  double left = form.across || form.of_months ? room.x : cells.area.x + cells.across * 7 + 50 * u,
         width = form.across && form.of_months ? room.width * 0.36 : room.right() - left;
  auto whole = stage.fit(script.number(value), pixel(form.across ? 300 : 220),
                         {form.beside() ? room.width * 0.4 : width, 320 * u});
  auto number = stage.set(script.number(std::lround(value * stepped(period_share(stage), 24))),
                          pixel(whole->size() / u));
  double base = room.y + whole->size() * 0.66 + 10 * u;
  big(stage, number, {left, base}, green, enter);
  double x = form.beside() ? left + whole->width() + 60 * u : left,
         y = form.beside() ? base - 90 * u : base + 100 * u, words = form.beside() ? room.right() - x : width;
  auto label = stage.fit(unit, pixel(84), {words, 110 * u});
  if (stage.seconds >= enter) stage.picture.text(label, {x, y}, bright);
  Peak peak = peak_of(script);
  typed(stage, ":: max " + script.number(peak.count) + " " + peak.label, line(52), {words, 90 * u},
        {x, y + 78 * u}, amber, concludes(stage), 40);
}

}  // namespace

Draw calendar(const Script& script, std::size_t scene) {
  auto flow = flow_of(script.size);
  return [&script, scene, flow, grid = calendar_of(script.facts, flow)](const Stage& stage) {
    Rect room = screen(stage, script, scene, "git log --heat");
    const Form form{flow == Flow::across, grid.of_months};
    const Cells cells = cells_of(form, area_of(form, room, stage.u()), grid);
    shade(stage, grid, cells.boxes(grid, stage.u()), period_share(stage));
    labels(stage, grid, form, cells);
    tell(stage, script, form, cells, room);
  };
}

}  // namespace mrbill::content::video::terminal
