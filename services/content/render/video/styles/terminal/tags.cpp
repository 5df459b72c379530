#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {
namespace {

struct Branch {
  int tag;
  int depth;
  bool last;
};

// The most used topics as branches, those used with them as their leaves; each topic once.
std::vector<Branch> tree_of(const Manifest& facts, std::size_t most) {
  std::vector<Branch> tree;
  std::vector<bool> used(facts.tags.size());
  for (std::size_t root = 0; root < facts.tags.size() && tree.size() + 1 < most; ++root) {
    if (used[root]) continue;
    used[root] = true;
    tree.push_back({static_cast<int>(root), 0, false});
    int leaves = 0;
    for (const auto& link : facts.links) {
      int other = link.from == static_cast<int>(root) ? link.to
                  : link.to == static_cast<int>(root) ? link.from
                                                      : -1;
      if (other < 0 || used[static_cast<std::size_t>(other)] || leaves == 3 || tree.size() >= most) continue;
      used[static_cast<std::size_t>(other)] = true;
      tree.push_back({other, 1, false});
      ++leaves;
    }
  }
  for (std::size_t i = 0; i < tree.size(); ++i)
    tree[i].last = i + 1 == tree.size() || tree[i + 1].depth < tree[i].depth;
  return tree;
}

// The tree in columns of rows.
struct Trunk {
  std::size_t rows;
  double pitch, size, column;
  Rect room;
  double step;  // inwards, a depth

  [[nodiscard]] Point corner_of(std::size_t i) const {
    return {room.x + column * static_cast<double>(i / rows), room.y + pitch * static_cast<double>(i % rows)};
  }
};

Trunk trunk_in(const Stage& stage, Rect room, std::size_t rows) {
  double u = stage.u(), foot = 110 * u, pitch = (room.height - foot) / static_cast<double>(rows);
  return {rows, pitch, std::min(56.0, pitch / u * 0.8), room.width / (stage.wide() ? 2 : 1), room, 64 * u};
}

// A stroke down for each depth; at its own an elbow, and no further down where it is the last.
void wood(const Stage& stage, const Trunk& trunk, const Branch& branch, Point at) {
  double u = stage.u(), thick = std::round(4 * u);
  for (int depth = 0; depth <= branch.depth; ++depth) {
    double x = std::round(at.x + trunk.step * depth + 20 * u);
    bool elbow = depth == branch.depth, ends = elbow && branch.last && depth == 1;
    stage.picture.fill(Rect{x, at.y, thick, ends ? trunk.pitch * 0.55 : trunk.pitch}, faint);
    if (elbow) stage.picture.fill(Rect{x, std::round(at.y + trunk.pitch * 0.5), 36 * u, thick}, faint);
  }
}

void leaf(const Stage& stage, const Script& script, const Trunk& trunk, const Branch& branch, Point at) {
  double u = stage.u(), size = trunk.size, inwards = trunk.step * (branch.depth + 1), left = at.x + inwards,
         base = at.y + trunk.pitch * 0.74;
  const auto& facts = script.facts;
  const auto& tag = facts.tags[static_cast<std::size_t>(branch.tag)];
  bool best = tells_best_link(facts, stage) && in_first_link(facts, static_cast<std::size_t>(branch.tag));
  auto name = stage.fit(tag.name, line(size), {trunk.column - inwards - 150 * u, trunk.pitch * 1.2});
  if (best)
    stage.picture.fill(Rect{left - 8 * u, base - size * 0.78 * u, name->width() + 16 * u, size * u}, amber);
  stage.picture.text(name, {left, base}, best ? black : branch.depth == 0 ? green : bright);
  stage.picture.text(stage.set(fmt::format("({})", script.number(tag.count)), line(size * 0.8)),
                     {left + name->width() + 20 * u, base}, dim);
}

}  // namespace

Draw tags(const Script& script, std::size_t scene) {
  const bool wide = film::is_wide(script.size);
  const std::size_t rows = wide ? 11 : film::is_tall(script.size) ? 20 : 13;
  return [&script, scene, rows, tree = tree_of(script.facts, wide ? rows * 2 : rows)](const Stage& stage) {
    Rect room = screen(stage, script, scene, "tree topics/");
    const Trunk trunk = trunk_in(stage, room, rows);
    for (std::size_t i = 0; i < tree.size(); ++i) {
      if (stage.seconds < stage.held(enter + 0.08 * static_cast<double>(i)) && !stage.calm()) break;
      const Point at = trunk.corner_of(i);
      wood(stage, trunk, tree[i], at);
      leaf(stage, script, trunk, tree[i], at);
    }
    typed(stage, ":: " + topics_sentence(script), line(58), {room.width, 90 * stage.u()},
          {room.x, room.bottom() - 24 * stage.u()}, amber, concludes(stage), 40);
  };
}

}  // namespace mrbill::content::video::terminal
