#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {

namespace {

struct Branch {
  int tag;
  int depth;
  bool last;
};

// The most used topics as branches, those used with them as their leaves; each
// topic once.
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

}  // namespace

Draw tags(const Script& script, std::size_t scene) {
  bool is_wide = script.size.width > script.size.height * 1.2;
  std::size_t rows = is_wide ? 11 : script.size.width == script.size.height ? 13 : 20;
  return [&script, scene, rows, tree = tree_of(script.facts, is_wide ? rows * 2 : rows)](const Stage& stage) {
    const auto& facts = script.facts;
    Rect room = screen(stage, script, scene, "tree topics/");
    double u = stage.u(), until = stage.held(stage.length - stage.beat(3), 0.7);
    int columns = stage.wide() ? 2 : 1;
    double foot = 110 * u, pitch = (room.height - foot) / static_cast<double>(rows),
           size = std::min(56.0, pitch / u * 0.8), column = room.width / columns;
    bool told = has_best_link(facts) && stage.seconds >= until;
    for (std::size_t i = 0; i < tree.size(); ++i) {
      double at = stage.held(enter + 0.08 * static_cast<double>(i));
      if (stage.seconds < at && !stage.calm()) break;
      const auto& branch = tree[i];
      double x = room.x + column * static_cast<double>(i / rows),
             y = room.y + pitch * static_cast<double>(i % rows), base = y + pitch * 0.74;
      double step = 64 * u, left = x + step * (branch.depth + 1);
      Colour wood = faint;
      for (int depth = 0; depth <= branch.depth; ++depth) {
        double trunk = x + step * depth + 20 * u;
        bool elbow = depth == branch.depth;
        bool ends = elbow && branch.last && depth == 1;
        stage.picture.fill(Rect{std::round(trunk), y, std::round(4 * u), ends ? pitch * 0.55 : pitch}, wood);
        if (elbow)
          stage.picture.fill(Rect{std::round(trunk), std::round(y + pitch * 0.5), 36 * u, std::round(4 * u)},
                             wood);
      }
      const auto& tag = facts.tags[static_cast<std::size_t>(branch.tag)];
      bool best = told && (branch.tag == facts.links[0].from || branch.tag == facts.links[0].to);
      auto name =
          stage.fit(tag.name, line(size), {column - step * (branch.depth + 1) - 150 * u, pitch * 1.2});
      if (best)
        stage.picture.fill(Rect{left - 8 * u, base - size * 0.78 * u, name->width() + 16 * u, size * u},
                           amber);
      stage.picture.text(name, {left, base}, best ? black : branch.depth == 0 ? green : bright);
      stage.picture.text(stage.set(fmt::format("({})", script.number(tag.count)), line(size * 0.8)),
                         {left + name->width() + 20 * u, base}, dim);
    }
    std::string sentence = ":: " + topics_sentence(script);
    auto fitted = stage.fit(sentence, line(58), {room.width, 90 * u});
    stage.type(sentence, line(fitted->size() / u), {room.x, room.bottom() - 24 * u}, amber, until, 40);
  };
}

}  // namespace mrbill::content::video::terminal
