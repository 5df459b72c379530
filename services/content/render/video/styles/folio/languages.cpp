#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {

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

}  // namespace mrbill::content::video::folio
