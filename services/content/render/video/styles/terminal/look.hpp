// Terminal: a phosphor screen of 1983. Everything stands on a grid of character cells, is typed, and moves in
// steps. A cursor carries the film: at the cut the beam runs down the screen, and the cursor goes on at the
// next prompt.
#pragma once

#include <fmt/format.h>

#include "render/video/scenes/figures.hpp"
#include "render/video/scenes/typeface.hpp"
#include "render/video/style.hpp"

namespace mrbill::content::video::terminal {

using film::Align;
using film::Colour;
using film::Path;
using film::Point;
using film::Rect;
using film::TextPtr;
using film::TextStyle;

inline const Colour black = canvas::colour({0.165, 0.022, 158});
inline const Colour green = canvas::colour({0.87, 0.2, 146});
inline const Colour dim = canvas::colour({0.62, 0.13, 150});
inline const Colour faint = canvas::colour({0.33, 0.06, 154});
inline const Colour amber = canvas::colour({0.83, 0.16, 78});
inline const Colour bright = canvas::colour({0.96, 0.06, 140});

constexpr double line_leading = 1.22;  // in em
constexpr double flush = 0.02;         // in em: what stands empty before a digit
constexpr double enter = 0.4;          // seconds after the cut begins

[[nodiscard]] inline TextStyle pixel(double size) {
  return {.family = with_fallbacks("Spleen 8x16, IBM 3270"), .weight = 500, .size = size, .leading = 1.0};
}
[[nodiscard]] inline TextStyle line(double size) {
  return {.family = with_fallbacks("IBM 3270"), .weight = 400, .size = size, .leading = line_leading};
}

// The screen with its prompt typed and its status line; gives the room between.
Rect screen(const Stage& stage, const Script& script, std::size_t scene, std::string_view command);
// A number or word of large pixels: dark scan lines run through it. The origin is the left end of
// the baseline.
void big(const Stage& stage, const TextPtr& text, Point origin, Colour colour, double at);
// Typed, smaller where the room is less. The origin is the left end of the baseline.
void typed(const Stage& stage, std::string_view words, TextStyle style, canvas::Size room, Point origin,
           Colour colour, double at, double per_second);
// A bar of cells, filled up to the share.
void cells(const Stage& stage, Rect bar, double share, Colour colour, double cell);
void cursor(const Stage& stage, Point at, double size);
[[nodiscard]] double stepped(double value, double steps);

extern const Compose scenes[];  // one for each SceneKind, each in a file of its name
[[nodiscard]] WallPlan wall_of(const Script& script, double seconds);
void card(const Stage& stage, const Script& script, double enter_at);

}  // namespace mrbill::content::video::terminal
