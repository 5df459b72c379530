#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {

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

}  // namespace mrbill::content::video::folio
