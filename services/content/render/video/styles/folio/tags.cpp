#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {

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

}  // namespace mrbill::content::video::folio
