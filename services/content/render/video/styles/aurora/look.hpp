// Aurora: a night sky of slow light, everything round and in the middle. An orb carries the film: it rests
// near what is told, and at the cut it opens like an iris into the next sky.
#pragma once

#include <fmt/format.h>

#include "render/video/scenes/figures.hpp"
#include "render/video/scenes/typeface.hpp"
#include "render/video/style.hpp"

namespace mrbill::content::video::aurora {

using film::Align;
using film::Colour;
using film::Path;
using film::Point;
using film::Rect;
using film::TextPtr;
using film::TextStyle;
using film::turn;

struct Sky {
  Colour one, two, three;  // the lights
  Colour accent;
};

[[nodiscard]] Sky sky_of(std::size_t scene);
void paint_sky(const Stage& stage, const Sky& sky, std::size_t scene);

inline const Colour white = canvas::colour({0.985, 0.006, 280});
inline const Colour night = canvas::colour({0.2, 0.06, 285});
inline const Colour soft = canvas::colour({0.86, 0.035, 285});

constexpr double cap = 0.74;              // height of capitals, in em, of the display face
constexpr double display_leading = 1.08;  // in em
constexpr double enter = 0.42;            // seconds after the cut begins

[[nodiscard]] inline TextStyle display(double size) {
  return {.family = with_fallbacks("Sora ExtraBold"),
          .weight = 800,
          .size = size,
          .tracking = -0.035,
          .leading = display_leading};
}
[[nodiscard]] inline TextStyle words(double size, int weight = 500) {
  return {.family = with_fallbacks("Quicksand"), .weight = weight, .size = size, .leading = 1.34};
}

// Words around a middle line. Baselines in pixels.
void centred(const Stage& stage, const TextPtr& text, double middle, double baseline, Colour colour,
             double at);
void pill(const Stage& stage, std::string_view label, Point middle, double size, double at, Colour ink,
          double max_width);
void glass(const Stage& stage, Rect rect, double radius, double at);
void kicker(const Stage& stage, std::string_view about);
// The room between what is said above and below; both in u.
[[nodiscard]] inline Rect below_kicker(canvas::Size size, double above = 100, double below = 30) {
  Rect safe = film::safe_area(size);
  double u = film::unit_of(size);
  return {safe.x, safe.y + above * u, safe.width, safe.height - (above + below) * u};
}
// Things that spring into being; how far they have come, past 1 for a moment.
[[nodiscard]] inline double sprung(const Stage& stage, double at, double takes = 0.7) {
  return canvas::ease::spring(stage.passed(at, takes));
}
[[nodiscard]] Point orb_at(std::size_t scene, canvas::Size size);
void orb(const Stage& stage, Point at, double radius, double strength);

extern const Compose scenes[];  // one for each SceneKind, each in a file of its name
[[nodiscard]] WallPlan wall_of(const Script& script, double seconds);
void card(const Stage& stage, const Script& script, double enter_at);

}  // namespace mrbill::content::video::aurora
