#include "render/video/scenes/race.hpp"
#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {
namespace {

// The period from left to right, numbers upwards.
struct Chart {
  Rect area;
  double names;  // the room for names, right of it
  double most;   // at its top
  double steps;  // of the period
  double share;  // of the period that has passed

  [[nodiscard]] double now() const { return std::min(share * steps, steps - 0.001); }
  [[nodiscard]] double value(const Language& language, double step) const {
    auto i = static_cast<std::size_t>(std::clamp(step, 0.0, steps - 1));
    double then = language.by_step[i], before = i == 0 ? 0 : language.by_step[i - 1];
    return before + (then - before) * std::clamp(step - std::floor(step), 0.0, 1.0);
  }
  [[nodiscard]] double height_of(const Language& language, double step) const {
    return area.bottom() - area.height * value(language, step) / most;
  }
};

Chart chart_in(const Stage& stage, const Manifest& facts, Rect matter) {
  double u = stage.u(), names = (stage.wide() ? 330 : 260) * u;
  Rect area{matter.x, matter.y + 20 * u, matter.width - names, matter.height - 40 * u};
  return {area, names, static_cast<double>(std::max(1, facts.languages.front().count)),
          static_cast<double>(facts.race_steps), race_share(stage)};
}

void ruled(const Stage& stage, const Rect& area, const Sheet& sheet) {
  for (int line = 0; line < 4; ++line)
    stage.picture.fill(Rect{area.x, std::round(area.y + area.height * line / 3), area.width, 1},
                       sheet.thinned(line == 3 ? 0.8 : 0.22));
}

// Names that would stand on each other are spread, the highest first.
std::vector<double> spread(std::vector<double> places, double gap, double foot) {
  for (std::size_t k = 1; k < places.size(); ++k) places[k] = std::max(places[k], places[k - 1] + gap);
  if (places.back() <= foot) return places;
  for (std::size_t k = places.size(); k-- > 0;)
    places[k] = std::min(places[k], foot - gap * static_cast<double>(places.size() - 1 - k));
  return places;
}

std::vector<Point> line_of(const Chart& chart, const Language& language) {
  const Rect& area = chart.area;
  std::vector<Point> line{{area.x, area.bottom()}};
  for (double step = 1; step <= chart.share * chart.steps; ++step)
    line.push_back({area.x + area.width * step / chart.steps, chart.height_of(language, step - 0.001)});
  line.push_back({area.x + area.width * chart.share, chart.height_of(language, chart.now())});
  return line;
}

// The first, if it is alone, in red.
void climb(const Stage& stage, const Script& script, const Chart& chart, const Language& language, bool first,
           double name_y, const Sheet& sheet) {
  double u = stage.u();
  const auto line = line_of(chart, language);
  Colour ink = first ? sheet.red : canvas::readable(language.colour, sheet.paper, 2.6);
  stage.picture.stroke(Path::polyline(line), (first ? 9 : 5) * u, ink);
  stage.picture.fill(Path::circle(line.back(), (first ? 13 : 9) * u), ink);
  if (chart.share < 0.02) return;
  auto name = stage.fit(language.name, serif(first ? 62 : 48, !first), {chart.names - 110 * u, 80 * u});
  double x = line.back().x + 30 * u, y = name_y + 16 * u;
  stage.picture.text(name, {x, y}, canvas::readable(ink, sheet.paper, 4.5));
  auto count = stage.set(script.number(std::lround(chart.value(language, chart.now()))), sans(34));
  stage.picture.text(count, {x + name->width() + 16 * u, y}, sheet.ink);
}

}  // namespace

// Each language a line that climbs through the period, named at its end.
Draw languages(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    const auto& facts = script.facts;
    const int all = facts.languages_in_all;
    const Page page =
        furnish(stage, script, scene, all == 1 ? script.words.only_language : script.words.languages);
    const Chart chart = chart_in(stage, facts, page.matter);
    ruled(stage, chart.area, sheet);
    std::size_t shown = std::min<std::size_t>(facts.languages.size(), stage.wide() ? 6 : 7);
    std::vector<double> ends;
    for (std::size_t k = 0; k < shown; ++k) ends.push_back(chart.height_of(facts.languages[k], chart.now()));
    const auto places = spread(ends, 58 * stage.u(), chart.area.bottom());
    for (std::size_t k = shown; k-- > 0;)
      climb(stage, script, chart, facts.languages[k], k == 0 && facts.languages_tied == 1, places[k], sheet);
    note(stage, page,
         fmt::format("{} {}", script.number(all),
                     form(all, script.words.language_one, script.words.language_many)),
         sheet.ink, race_ends(stage));
  };
}

}  // namespace mrbill::content::video::folio
