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
};

Almanac almanac_of(const Manifest& facts, int months_a_row) {
  Almanac almanac;
  if (facts.days.empty()) {
    auto grid = calendar_of(facts, Flow::across);
    almanac.columns = 13.5;
    almanac.rows = grid.rows;
    for (const auto& cell : grid.cells)
      almanac.dots.push_back({{cell.column + 2.0, cell.row + 0.5}, cell.count, cell.heat, cell.order});
    for (const auto& label : grid.labels) almanac.names.push_back({{0, label.at + 0.66}, label.words});
    return almanac;
  }
  int first_month = date_of(facts.first_day).year * 12 + date_of(facts.first_day).month - 1, blocks = 0;
  for (std::size_t i = 0; i < facts.days.size(); ++i) {
    auto date = date_of(facts.first_day + static_cast<Day>(i));
    int block = date.year * 12 + date.month - 1 - first_month;
    blocks = std::max(blocks, block + 1);
    int start = date_of(day_of(date.year, date.month, 1)).weekday, place = start + date.day - 1;
    double x = (block % months_a_row) * 8.6 + place % 7, y = (block / months_a_row) * 8.0 + 1.6 + place / 7;
    int count = facts.days[i];
    almanac.dots.push_back(
        {{x + 0.5, y + 0.5},
         count,
         count == 0 ? 0 : 0.35 + 0.65 * std::sqrt(static_cast<double>(count) / facts.busiest_day.count),
         static_cast<double>(i) / static_cast<double>(facts.days.size())});
    if (date.day == 1 || i == 0)
      almanac.names.push_back({{(block % months_a_row) * 8.6, (block / months_a_row) * 8.0 + 0.9},
                               std::string(locale::month_name(facts.locale, date.month))});
  }
  almanac.columns = std::min(blocks, months_a_row) * 8.6 - 1.6;
  almanac.rows = (blocks + months_a_row - 1) / months_a_row * 8.0 - 0.4;
  return almanac;
}

}  // namespace

Draw calendar(const Script& script, std::size_t scene) {
  bool wide = script.size.width > script.size.height * 1.2,
       tall = script.size.height > script.size.width * 1.2;
  return [&script, scene,
          almanac = almanac_of(script.facts, wide   ? 4
                                             : tall ? 3
                                                    : 4)](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    const auto& facts = script.facts;
    bool months = facts.days.empty();
    int value = months ? facts.active_months : facts.active_days;
    Page page = furnish(stage, script, scene, months ? script.words.month_by_month : script.words.day_by_day);
    double u = stage.u(), from = stage.beat(1), until = stage.held(stage.length - stage.beat(3), 0.7);
    double share = stage.calm() ? 1 : canvas::progress(stage.seconds, from, until - from);
    double pitch = std::min(page.matter.width / almanac.columns, page.matter.height / almanac.rows);
    Point origin = page.matter.top_left();
    auto at = [&](Point p) { return origin + p * pitch; };
    Peak peak = peak_of(script);
    for (const auto& dot : almanac.dots) {
      bool lit = dot.count > 0 && dot.order <= share;
      stage.picture.fill(Path::circle(at(dot.at), pitch * (lit ? 0.2 + 0.24 * dot.heat : 0.1)),
                         lit ? sheet.ink : sheet.pale);
      if (dot.count == peak.count && peak.of_month == months && stage.seconds >= until) {
        stage.picture.fill(Path::circle(at(dot.at), pitch * 0.46), sheet.red);
        stage.picture.stroke(Path::circle(at(dot.at), pitch * (0.5 + 0.45 * stage.in(until, 0.8))), 3 * u,
                             sheet.red);
      }
    }
    for (const auto& [where, name] : almanac.names) {
      auto text = stage.fit(name, serif(months ? std::min(44.0, pitch / u * 0.6) : 34, true),
                            {pitch * 7, pitch * 1.4});
      stage.picture.text(text, at(where), canvas::faded(sheet.ink, stage.opacity(enter)));
    }
    std::string days =
        fmt::format("{} {}", counted(script, stage, value, from, until),
                    months ? form(value, script.words.active_month_one, script.words.active_month_many)
                           : form(value, script.words.active_day_one, script.words.active_day_many));
    if (stage.wide()) {
      auto number =
          stage.fit(counted(script, stage, value, from, until), serif(170), {page.notes.width, 200 * u});
      double y = page.notes.y + page.notes.height * 0.46;
      stage.picture.text(number, {page.notes.x, y}, canvas::faded(sheet.ink, stage.opacity(enter)));
      auto label =
          stage.fit(months ? form(value, script.words.active_month_one, script.words.active_month_many)
                           : form(value, script.words.active_day_one, script.words.active_day_many),
                    sans(33), {page.notes.width, 60 * u});
      stage.rise(label, {page.notes.x, y + 56 * u}, sheet.ink, enter, 0.8, 10);
      note(stage, page, peak.sentence, sheet.red, until);
    } else {
      note(stage, page, days, sheet.ink, enter);
    }
  };
}

}  // namespace mrbill::content::video::folio
