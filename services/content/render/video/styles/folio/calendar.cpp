#include "render/video/scenes/calendar.hpp"

#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {
namespace {

// Twelve months of ink dots (or the years, a row each, where it is many).
struct Almanac {
  struct Dot {
    Point at;  // in units of the grid
    int count;
    double heat, order;
  };
  std::vector<Dot> dots;
  std::vector<std::pair<Point, std::string>> names;
  double columns = 1, rows = 1;
  bool of_months = false;
};

Almanac almanac_of_months(const Manifest& facts) {
  auto grid = calendar_of(facts, Flow::across);
  Almanac almanac{{}, {}, 13.5, static_cast<double>(grid.rows), true};
  for (const auto& cell : grid.cells)
    almanac.dots.push_back({{cell.column + 2.0, cell.row + 0.5}, cell.count, cell.heat, cell.order});
  for (const auto& label : grid.labels) almanac.names.push_back({{0, label.at + 0.66}, label.words});
  return almanac;
}

// A month is seven days wide and up to six weeks high, its name over them.
constexpr double week = 7, between_months = 1.6, month_width = week + between_months, month_height = 8.0;

double heat_of(int count, const Manifest& facts) {
  if (count == 0) return 0;
  return 0.35 + 0.65 * std::sqrt(static_cast<double>(count) / facts.busiest_day.count);
}

Almanac almanac_of_days(const Manifest& facts, int months_a_row) {
  Almanac almanac;
  int first_month = date_of(facts.first_day).year * 12 + date_of(facts.first_day).month - 1, blocks = 0;
  for (std::size_t i = 0; i < facts.days.size(); ++i) {
    auto date = date_of(facts.first_day + static_cast<Day>(i));
    int block = date.year * 12 + date.month - 1 - first_month;
    blocks = std::max(blocks, block + 1);
    Point corner{(block % months_a_row) * month_width, (block / months_a_row) * month_height};
    int place = date_of(day_of(date.year, date.month, 1)).weekday + date.day - 1;
    double x = corner.x + place % 7, y = corner.y + 1.6 + place / 7;
    almanac.dots.push_back({{x + 0.5, y + 0.5},
                            facts.days[i],
                            heat_of(facts.days[i], facts),
                            static_cast<double>(i) / static_cast<double>(facts.days.size())});
    if (date.day == 1 || i == 0)
      almanac.names.push_back(
          {{corner.x, corner.y + 0.9}, std::string(locale::month_name(facts.locale, date.month))});
  }
  almanac.columns = std::min(blocks, months_a_row) * month_width - between_months;
  almanac.rows = (blocks + months_a_row - 1) / months_a_row * month_height - 0.4;
  return almanac;
}

Almanac almanac_of(const Script& script) {
  if (script.facts.days.empty()) return almanac_of_months(script.facts);
  return almanac_of_days(script.facts, film::is_tall(script.size) ? 3 : 4);
}

struct Grid {
  Point origin;
  double pitch;
  [[nodiscard]] Point at(Point place) const { return origin + place * pitch; }
};

Grid grid_in(Rect matter, const Almanac& almanac) {
  return {matter.top_left(), std::min(matter.width / almanac.columns, matter.height / almanac.rows)};
}

// The fullest are ringed in red at the end.
void ink_dots(const Stage& stage, const Almanac& almanac, const Grid& grid, const Sheet& sheet,
              const Peak& peak) {
  double share = period_share(stage), until = concludes(stage);
  bool told = peak.of_month == almanac.of_months && stage.seconds >= until;
  for (const auto& dot : almanac.dots) {
    bool lit = dot.count > 0 && dot.order <= share;
    Point at = grid.at(dot.at);
    stage.picture.fill(Path::circle(at, grid.pitch * (lit ? 0.2 + 0.24 * dot.heat : 0.1)),
                       lit ? sheet.ink : sheet.pale);
    if (!told || dot.count != peak.count) continue;
    stage.picture.fill(Path::circle(at, grid.pitch * 0.46), sheet.red);
    stage.picture.stroke(Path::circle(at, grid.pitch * (0.5 + 0.45 * stage.in(until, 0.8))), 3 * stage.u(),
                         sheet.red);
  }
}

void names(const Stage& stage, const Almanac& almanac, const Grid& grid, const Sheet& sheet) {
  double size = almanac.of_months ? std::min(44.0, grid.pitch / stage.u() * 0.6) : 34;
  for (const auto& [where, name] : almanac.names) {
    auto text = stage.fit(name, serif(size, true), {grid.pitch * 7, grid.pitch * 1.4});
    stage.picture.text(text, grid.at(where), canvas::faded(sheet.ink, stage.opacity(enter)));
  }
}

// Beside the matter where there is room for both, how many and the fullest; else how many.
void notes(const Stage& stage, const Script& script, const Page& page, const Sheet& sheet, const Peak& peak,
           ActiveTime active) {
  const std::string counting = counted_period(script, stage, active.value);
  if (!stage.wide()) return note(stage, page, fmt::format("{} {}", counting, active.unit), sheet.ink, enter);
  double u = stage.u(), y = page.notes.y + page.notes.height * 0.46;
  auto number = stage.fit(counting, serif(170), {page.notes.width, 200 * u});
  stage.picture.text(number, {page.notes.x, y}, canvas::faded(sheet.ink, stage.opacity(enter)));
  auto label = stage.fit(active.unit, sans(33), {page.notes.width, 60 * u});
  stage.rise(label, {page.notes.x, y + 56 * u}, sheet.ink, enter, 0.8, 10);
  note(stage, page, peak.sentence, sheet.red, concludes(stage));
}

}  // namespace

Draw calendar(const Script& script, std::size_t scene) {
  return [&script, scene, almanac = almanac_of(script)](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    const Page page = furnish(stage, script, scene,
                              almanac.of_months ? script.words.month_by_month : script.words.day_by_day);
    const Grid grid = grid_in(page.matter, almanac);
    const Peak peak = peak_of(script);
    ink_dots(stage, almanac, grid, sheet, peak);
    names(stage, almanac, grid, sheet);
    notes(stage, script, page, sheet, peak, active_time(script, almanac.of_months));
  };
}

}  // namespace mrbill::content::video::folio
