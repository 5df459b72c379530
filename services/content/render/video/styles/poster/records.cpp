#include "render/video/styles/poster/look.hpp"

namespace mrbill::content::video::poster {

Draw records(const Script& script, std::size_t scene) {
  return [&script, scene, all = records_of(script.facts, script.words)](const Stage& stage) {
    World world = world_of(script, scene);
    Rect room = head(stage, script, scene, world, script.words.records);
    double u = stage.u();
    bool wide = stage.wide();
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto n = static_cast<double>(all.size()), k = static_cast<double>(i);
      double at = stage.beat(1 + 2 * k);
      if (wide) {
        Rect column{room.x + room.width / n * k, room.y, room.width / n - 50 * u, room.height};
        if (i > 0) {
          double grown = room.height * stage.in(at - 0.3, 0.5);
          stage.picture.fill(Rect{column.x - 28 * u, room.y, 5 * u, grown}, world.ink);
        }
        auto number = filling(stage, all[i].number, {column.width, room.height * 0.62});
        stage.reveal(number, {column.x, column.y + room.height * 0.66}, i == 1 ? world.accent : world.ink, at,
                     0.7);
        auto label = stage.fit(all[i].label, display(84), {column.width, 100 * u});
        stage.reveal(label, {column.x, column.y + room.height * 0.66 + 110 * u}, world.ink, at + 0.15);
        auto note = stage.fit(all[i].note, mono(34), {column.width, 60 * u});
        stage.rise(note, {column.x, column.y + room.height * 0.66 + 170 * u}, world.ink, at + 0.3, 0.5, 16);
      } else {
        Rect row{room.x, room.y + room.height / n * k, room.width, room.height / n};
        if (i > 0)
          stage.picture.fill(Rect{row.x, row.y - 6 * u, row.width * stage.in(at - 0.3, 0.5), 5 * u},
                             world.ink);
        auto number = filling(stage, all[i].number, {row.width * 0.5, row.height * 0.7});
        double baseline = row.y + row.height * 0.82;
        stage.reveal(number, {row.x, baseline}, i == 1 ? world.accent : world.ink, at, 0.7);
        double left = row.x + row.width * 0.52;
        auto label = stage.fit(all[i].label, display(96), {row.width * 0.48, 220 * u}, 2);
        double top = baseline - (label->lines() - 1) * label->size() * 0.88 - 60 * u;
        stage.reveal(label, {left, top}, world.ink, at + 0.15);
        auto note = stage.fit(all[i].note, mono(34), {row.width * 0.48, 60 * u});
        stage.rise(note, {left, baseline}, world.ink, at + 0.3, 0.5, 16);
      }
    }
  };
}

}  // namespace mrbill::content::video::poster
