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

// The number and its words at the side; the grid under them or beside them.
struct Rooms {
  Rect side, grid;
};

Rooms rooms_of_months(Rect room, Flow flow) {
  if (flow == Flow::down) return {room.part(0, 0, 1, 0.3), room.part(0.1, 0.34, 0.9, 0.66)};
  return {room.part(0, 0, 0.36, 1), {room.x + room.width * 0.42, room.y, room.width * 0.58, room.height}};
}

Rooms rooms_of_days(Rect room, Flow flow, const CalendarGrid& grid, double u) {
  if (flow == Flow::down)
    return {room.part(0.56, 0, 0.44, 1), {room.x + 80 * u, room.y, room.width * 0.5 - 80 * u, room.height}};
  double most = room.height * 0.4, high = std::min(most, room.width / grid.columns * grid.rows);
  return {room.part(0, 0, 1, 0.48), {room.x, room.bottom() - high - 10 * u, room.width, most}};
}

void grid_of_days(const Stage& stage, const CalendarGrid& grid, const Cells& cells, const World& world) {
  double share = period_share(stage);
  for (const auto& cell : grid.cells) {
    bool lit = cell.count > 0 && cell.order <= share;
    stage.picture.fill(cells.at(cell), lit ? canvas::mix(canvas::mix(world.ground, world.accent, 0.45),
                                                         world.accent, cell.heat)
                                           : world.faint());
  }
}

// Years before their rows; months over their columns, or at the margin before their rows.
void labels(const Stage& stage, const CalendarGrid& grid, const Cells& cells, const World& world, Rect room,
            Flow flow) {
  double u = stage.u(), pitch = cells.size + cells.gap;
  Point origin = cells.origin;
  for (const auto& label : grid.labels) {
    auto words = stage.set(label.words, mono(24));
    double along = label.at * pitch;
    Point at = grid.of_months ? Point{origin.x - words->width() - 16 * u, origin.y + along + cells.size * 0.7}
               : flow == Flow::across ? Point{origin.x + along, origin.y - 16 * u}
                                      : Point{room.x, origin.y + along + cells.size * 0.9};
    stage.picture.text(words, at, canvas::faded(world.ink, stage.opacity(enter)));
  }
}

// How many days, large; what they are and the fullest of them beside the number or under it.
void tell(const Stage& stage, const Script& script, const World& world, Rect side, bool of_months,
          bool beside) {
  double u = stage.u();
  auto [value, unit] = active_time(script, of_months);
  auto number =
      filling(stage, script.number(value), {side.width * (beside ? 0.5 : 1), std::min(side.height, 440 * u)});
  auto shown = stage.set(counted_period(script, stage, value), display(number->size() / u));
  double baseline = side.y + number->size() * cap;
  if (stage.seconds >= enter) stage.picture.text(shown, {side.x, baseline}, world.ink);
  double left = beside ? side.x + number->width() + 40 * u : side.x;
  double y = beside ? side.y + 110 * u : baseline + 100 * u, width = side.right() - left;
  auto label = stage.fit(unit, display(140), {width, 140 * u});
  stage.reveal(label, {left, y}, world.ink, enter + 0.2);
  auto note = stage.fit(peak_of(script).sentence, mono(42, 700), {width, 200 * u}, beside ? 3 : 4);
  stage.rise(note, {left, y + 90 * u}, world.accent, concludes(stage), 0.6, 16);
}

// The fullest cells stand out at the end.
void mark(const Stage& stage, const CalendarGrid& grid, const Cells& cells, const Peak& peak,
          const World& world) {
  double hit = stage.in(concludes(stage), 0.5, canvas::ease::out_back);
  if (hit <= 0 || peak.of_month != grid.of_months) return;
  for (const auto& cell : grid.cells)
    if (cell.count == peak.count) {
      stage.picture.stroke(Path::rect(cells.at(cell).inset(-8 * stage.u() * hit)), 6 * stage.u(), world.ink,
                           false);
    }
}

}  // namespace

Draw calendar(const Script& script, std::size_t scene) {
  auto flow = flow_of(script.size);
  return [&script, scene, grid = calendar_of(script.facts, flow), flow](const Stage& stage) {
    World world = world_of(script, scene);
    Rect room = head(stage, script, scene, world,
                     grid.of_months ? script.words.month_by_month : script.words.day_by_day);
    const Rooms rooms =
        grid.of_months ? rooms_of_months(room, flow) : rooms_of_days(room, flow, grid, stage.u());
    const Cells cells = cells_in(grid, rooms.grid);
    grid_of_days(stage, grid, cells, world);
    labels(stage, grid, cells, world, room, flow);
    tell(stage, script, world, rooms.side, grid.of_months, (flow == Flow::across) != grid.of_months);
    mark(stage, grid, cells, peak_of(script), world);
  };
}

}  // namespace mrbill::content::video::poster
