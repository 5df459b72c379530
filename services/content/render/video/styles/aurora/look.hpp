// Aurora: a night sky of slow light, everything round and in the middle. An orb carries the film: it rests
// near what is told, and at the cut it opens like an iris into the next sky.
#pragma once

#include <fmt/format.h>

#include "render/video/scenes/figures.hpp"
#include "render/video/style.hpp"

namespace mrbill::content::video::aurora {

using canvas::Oklch;
using film::Align;
using film::Colour;
using film::Path;
using film::Point;
using film::Rect;
using film::TextPtr;
using film::TextStyle;

struct Sky {
  Colour one, two, three;  // the lights
  Colour accent;
};

[[nodiscard]] Sky sky_of(const Script& script, std::size_t scene);
void paint_sky(const Stage& stage, const Sky& sky, std::size_t scene);

inline const Colour white = canvas::colour({0.985, 0.006, 280});
inline const Colour night = canvas::colour({0.2, 0.06, 285});
inline const Colour soft = canvas::colour({0.86, 0.035, 285});

[[nodiscard]] inline TextStyle display(double size) {
  return {.family = "Sora ExtraBold, Noto Sans, Noto Sans Arabic, Noto Sans CJK JP, Noto Color Emoji",
          .weight = 800,
          .size = size,
          .tracking = -0.035,
          .leading = 1.08};
}
[[nodiscard]] inline TextStyle words(double size, int weight = 500) {
  return {.family = "Quicksand, Noto Sans, Noto Sans Arabic, Noto Sans CJK JP, Noto Color Emoji",
          .weight = weight,
          .size = size,
          .leading = 1.34};
}
constexpr double turn = 6.283185307179586;  // a full one, in radians
constexpr double cap = 0.74;
constexpr double enter = 0.42;

// Words around a middle line. Baselines in pixels.
void centred(const Stage& stage, const TextPtr& text, double middle, double baseline, Colour colour,
             double at);
void pill(const Stage& stage, std::string_view label, Point middle, double size, double at, Colour ink,
          double max_width);
void glass(const Stage& stage, Rect rect, double radius, double at);
void kicker(const Stage& stage, std::string_view about);
[[nodiscard]] inline Rect below_kicker(const Stage& stage) {
  Rect safe = stage.safe();
  return {safe.x, safe.y + 100 * stage.u(), safe.width, safe.height - 130 * stage.u()};
}
[[nodiscard]] Point orb_at(const Script& script, std::size_t scene, canvas::Size size);
void orb(const Stage& stage, Point at, double radius, double strength);

extern const Compose scenes[];  // one for each SceneKind, each in a file of its name
[[nodiscard]] WallPlan wall_of(const Script& script, double seconds);
void card(const Stage& stage, const Script& script, double enter_at);

}  // namespace mrbill::content::video::aurora
