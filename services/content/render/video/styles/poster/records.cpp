#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {
namespace {

constexpr double rule = 5;  // in u, between two records

void column_of(const Stage& stage, const Record& record, Rect column, const World& world, Colour ink,
               double at) {
  double u = stage.u(), line = column.y + column.height * 0.66;
  auto number = filling(stage, record.number, {column.width, column.height * 0.62});
  stage.reveal(number, {column.x, line}, ink, at, 0.7);
  auto label = stage.fit(record.label, display(84), {column.width, 100 * u});
  stage.reveal(label, {column.x, line + 110 * u}, world.ink, at + 0.15);
  auto note = stage.fit(record.note, mono(34), {column.width, 60 * u});
  stage.rise(note, {column.x, line + 170 * u}, world.ink, at + 0.3, 0.5, 16);
}

void row_of(const Stage& stage, const Record& record, Rect row, const World& world, Colour ink, double at) {
  double u = stage.u(), baseline = row.y + row.height * 0.82;
  auto number = filling(stage, record.number, {row.width * 0.5, row.height * 0.7});
  stage.reveal(number, {row.x, baseline}, ink, at, 0.7);
  double left = row.x + row.width * 0.52, width = row.width * 0.48;
  auto label = stage.fit(record.label, display(96), {width, 220 * u}, 2);
  stage.reveal(label, {left, baseline - (label->lines() - 1) * first_line(label) - 60 * u}, world.ink,
               at + 0.15);
  auto note = stage.fit(record.note, mono(34), {width, 60 * u});
  stage.rise(note, {left, baseline}, world.ink, at + 0.3, 0.5, 16);
}

}  // namespace

Draw records(const Script& script, std::size_t scene) {
  return [&script, scene, all = records_of(script.facts, script.words)](const Stage& stage) {
    World world = world_of(script, scene);
    Rect room = head(stage, script, scene, world, script.words.records);
    double u = stage.u();
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto n = static_cast<double>(all.size()), k = static_cast<double>(i);
      double at = stage.beat(1 + 2 * k), grown = stage.in(at - 0.3, 0.5);
      Colour ink = i == 1 ? world.accent : world.ink;
      if (stage.wide()) {
        Rect column{room.x + room.width / n * k, room.y, room.width / n - 50 * u, room.height};
        if (i > 0)
          stage.picture.fill(Rect{column.x - 28 * u, room.y, rule * u, room.height * grown}, world.ink);
        column_of(stage, all[i], column, world, ink, at);
      } else {
        Rect row{room.x, room.y + room.height / n * k, room.width, room.height / n};
        if (i > 0) stage.picture.fill(Rect{row.x, row.y - 6 * u, row.width * grown, rule * u}, world.ink);
        row_of(stage, all[i], row, world, ink, at);
      }
    }
  };
}

}  // namespace mrbill::content::video::poster
