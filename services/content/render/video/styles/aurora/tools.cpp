#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {

Draw tools(const Script& script, std::size_t scene) {
  return [&script, scene](const Stage& stage) {
    kicker(stage, script.words.tools);
    const auto& facts = script.facts;
    Rect room = below_kicker(stage);
    double u = stage.u();
    // Rows of capsules, each row as long as it fits, the most used the largest.
    struct Placed {
      std::size_t tool;
      double x, width, size;
    };
    std::vector<std::vector<Placed>> rows(1);
    double x = 0;
    const int first = facts.frameworks.front().count;
    const bool alone = facts.frameworks.size() < 2 || facts.frameworks[1].count < first;
    for (std::size_t i = 0; i < facts.frameworks.size(); ++i) {
      double size = i == 0 && alone ? 96 : i < 3 ? 68 : 50;
      auto text = stage.set(facts.frameworks[i].name, words(size, 700));
      double width = std::min(room.width, text->width() + size * 2.2 * u);
      if (!rows.back().empty() && (x + width > room.width || i == 1 || i == 3)) rows.emplace_back(), x = 0;
      rows.back().push_back({i, x, width, size});
      x += width + 26 * u;
    }
    double height = 0;
    for (const auto& row : rows) height += row.front().size * 2.2 * u + 26 * u;
    double y = room.centre().y - height / 2;
    for (const auto& row : rows) {
      double wide = row.back().x + row.back().width, step = row.front().size * 2.2 * u;
      if (y + step > room.bottom() + 30 * u) break;
      for (const auto& placed : row)
        pill(stage, facts.frameworks[placed.tool].name,
             {room.centre().x - wide / 2 + placed.x + placed.width / 2, y + step / 2}, placed.size,
             stage.beat(0.7) + 0.12 * static_cast<double>(placed.tool),
             facts.frameworks[placed.tool].count == first ? sky_of(script, scene).accent : white, room.width);
      y += step + 26 * u;
    }
  };
}

}  // namespace mrbill::content::video::aurora
