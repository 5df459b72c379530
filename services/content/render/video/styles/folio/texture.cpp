// Almanac, the curve of the day, the lines of the languages, arcs between topics, the list of tools.
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

Draw rhythm(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    const auto& facts = script.facts;
    Page page = furnish(stage, script, scene, script.words.rhythm);
    double u = stage.u(), land = stage.held(stage.beat(2.5), 1.1);
    Rect chart{page.matter.x, page.matter.y + page.matter.height * 0.3, page.matter.width,
               page.matter.height * 0.62};
    double most = std::max(1, *std::ranges::max_element(facts.hours));
    double drawn =
        stage.calm() ? 1 : canvas::ease::in_out_cubic(canvas::progress(stage.seconds, stage.beat(0.8), 1.8));
    auto point = [&](int hour) {
      return Point{chart.x + chart.width * hour / 23.0,
                   chart.bottom() - chart.height * facts.hours[static_cast<std::size_t>(hour)] / most};
    };
    Path curve, body;
    curve.move_to(point(0));
    body.move_to({chart.x, chart.bottom()}).line_to(point(0));
    for (int hour = 1; hour < 24; ++hour) {
      Point a = point(hour - 1), b = point(hour);
      double third = (b.x - a.x) * 0.45;
      curve.curve_to({a.x + third, a.y}, {b.x - third, b.y}, b);
      body.curve_to({a.x + third, a.y}, {b.x - third, b.y}, b);
    }
    body.line_to({chart.right(), chart.bottom()}).close();
    {
      auto kept = stage.picture.save();
      stage.picture.clip(Rect{chart.x - 4 * u, chart.y - 20 * u, std::round(chart.width * drawn) + 8 * u,
                              chart.height + 30 * u});
      stage.picture.fill(body, canvas::faded(sheet.pale, 0.7));
      stage.picture.stroke(curve, 5 * u, sheet.ink);
    }
    hairline(stage, {chart.x, chart.bottom()}, chart.width, enter, sheet.ink);
    for (int hour = 0; hour < 24; hour += 6) {
      auto mark = stage.set(hour_words(facts.locale, hour), sans(32));
      stage.rise(mark, {chart.x + chart.width * hour / 23.0, chart.bottom() + 50 * u}, sheet.ink, enter, 0.6,
                 8);
    }
    Point peak = point(facts.busiest_hours.front());
    double come = stage.in(land, 0.7);
    if (come <= 0) return;
    for (int best : facts.busiest_hours)
      stage.picture.fill(Path::circle(point(best), 16 * u * come), sheet.red);
    auto best = best_hour(script);
    auto hour = stage.fit(best.number, serif(200), {page.matter.width * 0.6, 240 * u});
    auto label = stage.fit(best.label, serif(64, true), {page.matter.width - hour->width() - 30 * u, 90 * u});
    double x = std::clamp(peak.x - hour->width() / 2, page.matter.x,
                          page.matter.right() - hour->width() - label->width() - 30 * u);
    if (!stage.wide()) x = page.matter.x;
    double base = page.matter.y + 140 * u;
    stage.rise(hour, {x, base}, sheet.red, land, 0.9, 24);
    stage.rise(label, {x + hour->width() + 30 * u, base}, sheet.ink, land + 0.2, 0.9, 12);
    if (facts.busiest_hours.size() > 1) return;
    stage.picture.fill(Rect{peak.x - 1 * u, base + 30 * u, std::max(1.0, std::round(2 * u)),
                            std::max(0.0, peak.y - base - 46 * u) * come},
                       sheet.red);
  };
}

// Each language a line that climbs through the period, named at its end.
Draw languages(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    const auto& facts = script.facts;
    Page page = furnish(stage, script, scene,
                        facts.languages_in_all == 1 ? script.words.only_language : script.words.languages);
    double u = stage.u(), from = stage.beat(1), until = stage.held(stage.length - stage.beat(2.5));
    double share =
        stage.calm() ? 1 : canvas::ease::in_out_sine(canvas::progress(stage.seconds, from, until - from));
    double names = (stage.wide() ? 330 : 260) * u;
    Rect chart{page.matter.x, page.matter.y + 20 * u, page.matter.width - names, page.matter.height - 40 * u};
    std::size_t shown = std::min<std::size_t>(facts.languages.size(), stage.wide() ? 6 : 7);
    double most = std::max(1, facts.languages.front().count), steps = facts.race_steps;
    for (int line = 0; line < 4; ++line)
      stage.picture.fill(Rect{chart.x, std::round(chart.y + chart.height * line / 3), chart.width, 1},
                         canvas::mix(sheet.paper, sheet.ink, line == 3 ? 0.8 : 0.22));
    auto value = [&](const Language& language, double step) {
      auto i = static_cast<std::size_t>(std::clamp(step, 0.0, steps - 1));
      double now = language.by_step[i], before = i == 0 ? 0 : language.by_step[i - 1];
      return before + (now - before) * std::clamp(step - std::floor(step), 0.0, 1.0);
    };
    std::vector<double> ends;
    for (std::size_t k = 0; k < shown; ++k)
      ends.push_back(chart.bottom() -
                     chart.height * value(facts.languages[k], std::min(share * steps, steps - 0.001)) / most);
    // Names that would stand on each other are spread, the highest first.
    std::vector<double> places = ends;
    double gap = 58 * u;
    for (std::size_t k = 1; k < shown; ++k) places[k] = std::max(places[k], places[k - 1] + gap);
    double over = places.back() - chart.bottom();
    for (std::size_t k = shown; over > 0 && k-- > 0;) {
      double allowed = chart.bottom() - gap * static_cast<double>(shown - 1 - k);
      places[k] = std::min(places[k], allowed);
    }
    for (std::size_t k = shown; k-- > 0;) {
      const auto& language = facts.languages[k];
      std::vector<Point> line{{chart.x, chart.bottom()}};
      double last = share * steps;
      for (double step = 1; step <= last; ++step)
        line.push_back({chart.x + chart.width * step / steps,
                        chart.bottom() - chart.height * value(language, step - 0.001) / most});
      line.push_back({chart.x + chart.width * share, ends[k]});
      const bool first = k == 0 && facts.languages_tied == 1;
      Colour ink = first ? sheet.red : canvas::readable(language.colour, sheet.paper, 2.6);
      stage.picture.stroke(Path::polyline(line), (first ? 9 : 5) * u, ink);
      stage.picture.fill(Path::circle(line.back(), (first ? 13 : 9) * u), ink);
      auto name = stage.fit(language.name, serif(first ? 62 : 48, !first), {names - 110 * u, 80 * u});
      double x = line.back().x + 30 * u, y = places[k] + 16 * u;
      if (share < 0.02) continue;
      stage.picture.text(name, {x, y}, canvas::readable(ink, sheet.paper, 4.5));
      auto count = stage.set(
          script.number(std::lround(value(language, std::min(share * steps, steps - 0.001)))), sans(34));
      stage.picture.text(count, {x + name->width() + 16 * u, y}, sheet.ink);
    }
    note(stage, page,
         fmt::format("{} {}", script.number(facts.languages_in_all),
                     form(facts.languages_in_all, script.words.language_one, script.words.language_many)),
         sheet.ink, until);
  };
}

namespace {

// Arcs over the line (beside it, in a tall picture) between topics that were used together.
void arcs(const Stage& stage, const Manifest& facts, const std::vector<Point>& places, double room,
          const Sheet& sheet, bool told) {
  auto shown = places.size();
  for (std::size_t i = std::min<std::size_t>(facts.links.size(), 60); i-- > 0;) {
    auto a = static_cast<std::size_t>(facts.links[i].from), b = static_cast<std::size_t>(facts.links[i].to);
    if (a >= shown || b >= shown) continue;
    double grown = stage.in(stage.beat(1) + 0.03 * static_cast<double>(i), 1.1, canvas::ease::in_out_cubic);
    if (grown <= 0) continue;
    Point from = places[std::min(a, b)], to = places[std::max(a, b)];
    double span = static_cast<double>(std::max(a, b) - std::min(a, b)) / static_cast<double>(shown);
    double high = room * std::min(1.0, 0.16 + 1.15 * span) * grown * 1.3;
    Point away = stage.wide() ? Point{0, -high} : Point{-high, 0};
    Path arc;
    arc.move_to(from).curve_to(from + away, to + away, to);
    bool best = i == 0 && told;
    stage.picture.stroke(arc, (best ? 9 : 1.5 + 1.2 * std::min(5, facts.links[i].count)) * stage.u(),
                         best ? sheet.red : canvas::faded(sheet.ink, 0.42));
  }
}

}  // namespace

// Topics on one line, those used together joined by arcs; downwards in a tall picture.
Draw tags(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    const auto& facts = script.facts;
    Page page = furnish(stage, script, scene, script.words.topics);
    double u = stage.u(), until = stage.held(stage.length - stage.beat(3), 0.7);
    bool wide = stage.wide();
    std::size_t shown = std::min<std::size_t>(facts.tags.size(), wide ? 18 : stage.tall() ? 16 : 11);
    double length = wide ? page.matter.width : page.matter.height, step = length / static_cast<double>(shown);
    double names = wide ? 300 * u : page.matter.width * 0.5;
    // The line: along the foot, names hanging from it; or down the middle, names to the right.
    auto place = [&](std::size_t i) {
      double along = step * (static_cast<double>(i) + 0.5);
      return wide ? Point{page.matter.x + along, page.matter.bottom() - names}
                  : Point{page.matter.right() - names, page.matter.y + along};
    };
    bool told = has_best_link(facts) && stage.seconds >= until;
    double room = (wide ? page.matter.height : page.matter.width) - names - 20 * u;
    std::vector<Point> places;
    for (std::size_t i = 0; i < shown; ++i) places.push_back(place(i));
    arcs(stage, facts, places, room, sheet, told);
    for (std::size_t i = 0; i < shown; ++i) {
      double at = stage.held(enter + 0.05 * static_cast<double>(i), 0.5);
      if (stage.seconds < at) continue;
      bool best =
          told && (static_cast<int>(i) == facts.links[0].from || static_cast<int>(i) == facts.links[0].to);
      double share = std::sqrt(static_cast<double>(facts.tags[i].count) / facts.tags.front().count);
      stage.picture.fill(Path::circle(place(i), (7 + 13 * share) * u * stage.in(at, 0.5)),
                         best ? sheet.red : sheet.ink);
      auto name = stage.fit(facts.tags[i].name, serif(wide ? 46 : 50, i >= 4), {names - 40 * u, 70 * u});
      auto kept = stage.picture.save();
      Point p = place(i);
      if (wide) {
        stage.picture.rotate(1.5707963267948966, p);
        stage.picture.text(name, {p.x + 36 * u, p.y + 14 * u},
                           canvas::faded(best ? sheet.red : sheet.ink, stage.opacity(at)));
      } else {
        stage.picture.text(name, {p.x + 40 * u, p.y + 15 * u},
                           canvas::faded(best ? sheet.red : sheet.ink, stage.opacity(at)));
      }
    }
    std::string sentence = topics_sentence(script);
    note(stage, page, sentence, sheet.red, until);
  };
}

Draw tools(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    const auto& facts = script.facts;
    Page page = furnish(stage, script, scene, script.words.tools);
    double u = stage.u();
    int rows = std::min<int>(static_cast<int>(facts.frameworks.size()), stage.wide() ? 7 : 9);
    double pitch = page.matter.height / rows;
    for (int i = 0; i < rows; ++i) {
      const auto& tool = facts.frameworks[static_cast<std::size_t>(i)];
      double at = stage.held(stage.beat(0.7 + 0.4 * i), 1), base = page.matter.y + pitch * (i + 0.68);
      if (stage.seconds < at) break;
      Colour ink = tool.count == facts.frameworks.front().count ? sheet.red : sheet.ink;
      auto name = stage.fit(tool.name, serif(std::min(92.0, pitch / u * 0.66), i % 2 == 1),
                            {page.matter.width * 0.7, pitch});
      auto count = stage.set(script.number(tool.count), serif(std::min(92.0, pitch / u * 0.66)));
      stage.rise(name, {page.matter.x, base}, ink, at, 0.9, 16);
      stage.rise(count, {page.matter.right() - count->width(), base}, ink, at + 0.1, 0.9, 16);
      // Leaders between name and number, as tables of contents have.
      double left = page.matter.x + name->width() + 26 * u,
             right = page.matter.right() - count->width() - 20 * u, grown = stage.in(at + 0.1, 0.8);
      for (double x = std::ceil(left / (18 * u)) * 18 * u; x < left + (right - left) * grown; x += 18 * u)
        stage.picture.fill(Path::circle({x, base - 4 * u}, 2.4 * u),
                           canvas::mix(sheet.paper, sheet.ink, 0.5));
    }
  };
}

}  // namespace mrbill::content::video::folio
