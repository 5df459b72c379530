#include "render/video/styles/aurora/look.hpp"

namespace mrbill::content::video::aurora {
namespace {

// Beside each other, or left and right in turn: as large as leaves the next one on the same side free.
struct Places {
  bool wide;
  Rect room;
  double count, diameter;

  [[nodiscard]] Point middle_of(std::size_t i) const {
    auto k = static_cast<double>(i);
    if (wide) return {room.x + room.width / count * (k + 0.5), room.centre().y};
    return {room.centre().x + (i % 2 == 0 ? -1 : 1) * (room.width - diameter) * 0.42,
            count > 1 ? room.y + diameter / 2 + (room.height - diameter) * k / (count - 1) : room.centre().y};
  }
};

Places places_in(const Stage& stage, std::size_t all) {
  Rect room = below_kicker(stage.size(), 110, 40);
  double u = stage.u();
  auto count = static_cast<double>(std::max<std::size_t>(1, all));
  return {stage.wide(), room, count,
          stage.wide() ? std::min(room.height * 0.92, room.width / count - 40 * u)
                       : std::min(room.width * 0.46, (room.height - 30 * u) / 2)};
}

// The second one is bright; they come in turn.
void disc(const Stage& stage, Point middle, double radius, const Sky& sky, bool bright) {
  stage.picture.glow(middle, radius * 1.5, canvas::faded(bright ? sky.accent : sky.one, 0.3));
  stage.picture.fill(Path::circle(middle, radius), canvas::faded(white, bright ? 0.92 : 0.1));
  stage.picture.stroke(Path::circle(middle, radius), 3 * stage.u(), canvas::faded(white, 0.35));
}

void tell(const Stage& stage, const Record& record, Point middle, double diameter, bool bright, double at) {
  double u = stage.u();
  double k = std::min(1.0, diameter / (520 * u));  // of the words, which stand within the circle
  Colour ink = bright ? canvas::colour({0.22, 0.1, 285}) : white;
  auto number = stage.fit(record.number, display(220 * k), {diameter * 0.68, 260 * u});
  double base = middle.y + number->size() * 0.2;
  stage.pop(number, {middle.x - number->width() / 2, base}, ink, at + 0.05);
  auto label = stage.fit(record.label, words(50, 700), {diameter * 0.72, 70 * u});
  centred(stage, label, middle.x, base + 86 * k * u, ink, at + 0.2);
  auto note = stage.fit(record.note, words(36), {diameter * 0.56, 60 * u});
  centred(stage, note, middle.x, base + 140 * k * u, bright ? ink : soft, at + 0.3);
}

}  // namespace

Draw records(const Script& script, std::size_t scene) {
  return [&script, sky = sky_of(scene), all = records_of(script.facts, script.words)](const Stage& stage) {
    kicker(stage, script.words.records);
    const Places places = places_in(stage, all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      double at = stage.held(stage.beat(1 + 2 * static_cast<double>(i)), 0.9);
      if (stage.seconds < at) continue;
      double radius = std::max(0.0, places.diameter / 2 * sprung(stage, at, 0.8));
      Point middle = places.middle_of(i);
      disc(stage, middle, radius, sky, i == 1);
      tell(stage, all[i], middle, places.diameter, i == 1, at);
    }
  };
}

}  // namespace mrbill::content::video::aurora
