#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {
namespace {

// The hours from left to right, a curve over them.
struct Hours {
  Rect chart;
  const Manifest& facts;

  [[nodiscard]] double x_of(int hour) const { return chart.x + chart.width * hour / 23.0; }
  [[nodiscard]] Point at(int hour) const {
    double most = most_in_an_hour(facts);
    return {x_of(hour), chart.bottom() - chart.height * count_at(facts, hour) / most};
  }
};

void curve(const Stage& stage, const Hours& hours, const Sheet& sheet) {
  const Rect& chart = hours.chart;
  Path line, body;
  line.move_to(hours.at(0));
  body.move_to({chart.x, chart.bottom()}).line_to(hours.at(0));
  for (int hour = 1; hour < 24; ++hour) {
    Point a = hours.at(hour - 1), b = hours.at(hour);
    double third = (b.x - a.x) * 0.45;
    line.curve_to({a.x + third, a.y}, {b.x - third, b.y}, b);
    body.curve_to({a.x + third, a.y}, {b.x - third, b.y}, b);
  }
  body.line_to({chart.right(), chart.bottom()}).close();
  double u = stage.u(), drawn = canvas::ease::in_out_cubic(stage.passed(stage.beat(0.8), 1.8));
  auto kept = stage.picture.save();
  stage.picture.clip(Rect{chart.x - 4 * u, chart.y - 20 * u, std::round(chart.width * drawn) + 8 * u,
                          chart.height + 30 * u});
  stage.picture.fill(body, canvas::faded(sheet.pale, 0.7));
  stage.picture.stroke(line, 5 * u, sheet.ink);
}

void foot(const Stage& stage, const Hours& hours, const Sheet& sheet) {
  const Rect& chart = hours.chart;
  hairline(stage, {chart.x, chart.bottom()}, chart.width, enter, sheet.ink);
  for (int hour = 0; hour < 24; hour += 6) {
    auto mark = stage.set(hour_words(hours.facts.locale, hour), sans(32));
    stage.rise(mark, {hours.x_of(hour), chart.bottom() + 50 * stage.u()}, sheet.ink, enter, 0.6, 8);
  }
}

// Over its peak, where one is alone and the picture is wide; a line leads down to it.
void best(const Stage& stage, const Script& script, const Hours& hours, Rect matter, const Sheet& sheet,
          double land, double come) {
  const auto& busiest = script.facts.busiest_hours;
  double u = stage.u(), gap = 30 * u, base = matter.y + 140 * u;
  Point peak = hours.at(busiest.front());
  auto told = best_hour(script);
  auto hour = stage.fit(told.number, serif(200), {matter.width * 0.6, 240 * u});
  auto label = stage.fit(told.label, serif(64, true), {matter.width - hour->width() - gap, 90 * u});
  double x =
      std::clamp(peak.x - hour->width() / 2, matter.x, matter.right() - hour->width() - label->width() - gap);
  if (!stage.wide()) x = matter.x;
  stage.rise(hour, {x, base}, sheet.red, land, 0.9, 24);
  stage.rise(label, {x + hour->width() + gap, base}, sheet.ink, land + 0.2, 0.9, 12);
  if (busiest.size() > 1) return;
  stage.picture.fill(Rect{peak.x - 1 * u, base + 30 * u, std::max(1.0, std::round(2 * u)),
                          std::max(0.0, peak.y - base - 46 * u) * come},
                     sheet.red);
}

}  // namespace

Draw rhythm(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    const Rect matter = furnish(stage, script, scene, script.words.rhythm).matter;
    const Hours hours{{matter.x, matter.y + matter.height * 0.3, matter.width, matter.height * 0.62},
                      script.facts};
    curve(stage, hours, sheet);
    foot(stage, hours, sheet);
    double land = stage.held(stage.beat(2.5), 1.1), come = stage.in(land, 0.7);
    if (come <= 0) return;
    for (int hour : script.facts.busiest_hours)
      stage.picture.fill(Path::circle(hours.at(hour), 16 * stage.u() * come), sheet.red);
    best(stage, script, hours, matter, sheet, land, come);
  };
}

}  // namespace mrbill::content::video::folio
