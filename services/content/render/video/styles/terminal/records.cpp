#include "render/video/styles/terminal/look.hpp"

namespace mrbill::content::video::terminal {
namespace {

void record_box(const Stage& stage, const Record& record, Rect box, Colour ink, double at) {
  double u = stage.u(), middle = box.y + box.height * 0.5;
  stage.picture.stroke(Path::rect(Rect{box.x + 2 * u, box.y + 8 * u, box.width - 4 * u, box.height - 24 * u}),
                       3 * u, dim, false);
  auto number = stage.fit(record.number, pixel(std::min(300.0, box.height / u * 0.9)),
                          {box.width * 0.42, box.height * 1.2});
  big(stage, number, {box.x + 40 * u, middle + number->size() * 0.24}, ink, at);
  double left = box.x + std::max(number->width(), box.width * 0.36) + 90 * u,
         width = box.right() - left - 30 * u;
  typed(stage, record.label, pixel(90), {width, 110 * u}, {left, middle}, bright, at + 0.15, 30);
  if (record.note.empty()) return;
  typed(stage, ":: " + record.note, line(50), {width, 70 * u}, {left, middle + 74 * u}, dim, at + 0.3, 30);
}

}  // namespace

Draw records(const Script& script, std::size_t scene) {
  return [&script, scene, all = records_of(script.facts, script.words)](const Stage& stage) {
    Rect room = screen(stage, script, scene, "stats --top 3");
    double pitch = room.height / std::max<std::size_t>(1, all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto k = static_cast<double>(i);
      double at = stage.held(stage.beat(1 + 2 * k), 0.4);
      if (stage.seconds < at) break;
      record_box(stage, all[i], {room.x, room.y + pitch * k, room.width, pitch}, i == 0 ? amber : green, at);
    }
  };
}

}  // namespace mrbill::content::video::terminal
