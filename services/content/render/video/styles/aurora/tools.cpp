#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {
namespace {

// Rows of capsules, each row as long as it fits, the most used the largest.
struct Placed {
  std::size_t tool;
  double x, width, size;
};
using Row = std::vector<Placed>;

constexpr double capsule_height = 2.2;   // in its own em
constexpr double between_capsules = 26;  // in u, beside and below

bool has_a_first(const std::vector<Count>& tools) {
  return tools.size() < 2 || tools[1].count < tools[0].count;
}

std::vector<Row> rows_of(const Stage& stage, const std::vector<Count>& tools, double room) {
  std::vector<Row> rows(1);
  double u = stage.u(), x = 0;
  const bool first = has_a_first(tools);
  for (std::size_t i = 0; i < tools.size(); ++i) {
    double size = i == 0 && first ? 96 : i < 3 ? 68 : 50;
    auto text = stage.set(tools[i].name, words(size, 700));
    double width = std::min(room, text->width() + size * capsule_height * u);
    const bool new_size = i == 1 || i == 3;
    if (!rows.back().empty() && (x + width > room || new_size)) rows.emplace_back(), x = 0;
    rows.back().push_back({i, x, width, size});
    x += width + between_capsules * u;
  }
  return rows;
}

void row_of_pills(const Stage& stage, const std::vector<Count>& tools, const Row& row, Point middle,
                  double most, Colour accent) {
  double width = row.back().x + row.back().width;
  for (const auto& placed : row) {
    const auto& tool = tools[placed.tool];
    pill(stage, tool.name, {middle.x - width / 2 + placed.x + placed.width / 2, middle.y}, placed.size,
         stage.beat(0.7) + 0.12 * static_cast<double>(placed.tool),
         tool.count == tools.front().count ? accent : white, most);
  }
}

}  // namespace

Draw tools(const Script& script, std::size_t scene) {
  return [&script, sky = sky_of(scene)](const Stage& stage) {
    kicker(stage, script.words.tools);
    Rect room = below_kicker(stage.size());
    double u = stage.u(), height = 0;
    const auto& tools = script.facts.frameworks;
    const auto rows = rows_of(stage, tools, room.width);
    for (const auto& row : rows) height += row.front().size * capsule_height * u + between_capsules * u;
    double y = room.centre().y - height / 2;
    for (const auto& row : rows) {
      double step = row.front().size * capsule_height * u;
      if (y + step > room.bottom() + 30 * u) break;
      row_of_pills(stage, tools, row, {room.centre().x, y + step / 2}, room.width, sky.accent);
      y += step + between_capsules * u;
    }
  };
}

}  // namespace mrbill::content::video::aurora
