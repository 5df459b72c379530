#include "render/video/scenes/calendar.hpp"

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

}  // namespace mrbill::content::video::poster
