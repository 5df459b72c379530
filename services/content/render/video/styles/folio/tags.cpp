#include "render/video/styles/folio/look.hpp"

namespace mrbill::content::video::folio {
namespace {

// Topics on one line: along the foot, names hanging from it, or, in a picture that is not wide, down the
// middle, names to the right.
struct Axis {
  bool wide;
  Rect matter;
  double names;  // the room for them
  std::size_t shown;

  [[nodiscard]] Point at(std::size_t i) const {
    double length = wide ? matter.width : matter.height;
    double along = length / static_cast<double>(shown) * (static_cast<double>(i) + 0.5);
    return wide ? Point{matter.x + along, matter.bottom() - names}
                : Point{matter.right() - names, matter.y + along};
  }
};

Axis axis_in(const Stage& stage, Rect matter, std::size_t topics) {
  const std::size_t most = stage.wide() ? 18 : stage.tall() ? 16 : 11;
  return {stage.wide(), matter, stage.wide() ? 300 * stage.u() : matter.width * 0.5, std::min(topics, most)};
}

// Arcs over the line (beside it, where it goes down) between topics that were used together.
void arcs(const Stage& stage, const Manifest& facts, const Axis& axis, const Sheet& sheet, bool told) {
  double room = (axis.wide ? axis.matter.height : axis.matter.width) - axis.names - 20 * stage.u();
  for (std::size_t i = std::min<std::size_t>(facts.links.size(), 60); i-- > 0;) {
    auto a = static_cast<std::size_t>(facts.links[i].from), b = static_cast<std::size_t>(facts.links[i].to);
    if (a >= axis.shown || b >= axis.shown) continue;
    double grown = stage.in(stage.beat(1) + 0.03 * static_cast<double>(i), 1.1, canvas::ease::in_out_cubic);
    if (grown <= 0) continue;
    Point from = axis.at(std::min(a, b)), to = axis.at(std::max(a, b));
    double span = static_cast<double>(std::max(a, b) - std::min(a, b)) / static_cast<double>(axis.shown);
    double high = room * std::min(1.0, 0.16 + 1.15 * span) * grown * 1.3;
    Point away = axis.wide ? Point{0, -high} : Point{-high, 0};
    Path arc;
    arc.move_to(from).curve_to(from + away, to + away, to);
    bool best = i == 0 && told;
    stage.picture.stroke(arc, (best ? 9 : 1.5 + 1.2 * std::min(5, facts.links[i].count)) * stage.u(),
                         best ? sheet.red : canvas::faded(sheet.ink, 0.42));
  }
}

// The first four upright, the others in italics.
void topic(const Stage& stage, const Manifest& facts, const Axis& axis, std::size_t i, Colour ink) {
  double u = stage.u(), at = stage.held(enter + 0.05 * static_cast<double>(i), 0.5);
  if (stage.seconds < at) return;
  const auto& tag = facts.tags[i];
  double share = std::sqrt(static_cast<double>(tag.count) / facts.tags.front().count);
  Point place = axis.at(i);
  stage.picture.fill(Path::circle(place, (7 + 13 * share) * u * stage.in(at, 0.5)), ink);
  auto name = stage.fit(tag.name, serif(axis.wide ? 46 : 50, i >= 4), {axis.names - 40 * u, 70 * u});
  auto kept = stage.picture.save();
  if (axis.wide) stage.picture.rotate(film::turn / 4, place);
  Point origin =
      axis.wide ? Point{place.x + 36 * u, place.y + 14 * u} : Point{place.x + 40 * u, place.y + 15 * u};
  stage.picture.text(name, origin, canvas::faded(ink, stage.opacity(at)));
}

}  // namespace

Draw tags(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    const Sheet& sheet = sheet_of(script, scene);
    const auto& facts = script.facts;
    const Page page = furnish(stage, script, scene, script.words.topics);
    const Axis axis = axis_in(stage, page.matter, facts.tags.size());
    const bool told = tells_best_link(facts, stage);
    arcs(stage, facts, axis, sheet, told);
    for (std::size_t i = 0; i < axis.shown; ++i)
      topic(stage, facts, axis, i, told && in_first_link(facts, i) ? sheet.red : sheet.ink);
    note(stage, page, topics_sentence(script), sheet.red, concludes(stage));
  };
}

}  // namespace mrbill::content::video::folio
