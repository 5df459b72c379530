// Poster: flat blocks of colour, condensed capitals as large as the wall allows, a typewriter for the rest.
// One block carries the film: it runs along the foot of a scene in the colour of the next, and at the cut it
// rises to become it.
#pragma once

#include "render/video/scenes/figures.hpp"
#include "render/video/scenes/typeface.hpp"
#include "render/video/style.hpp"

namespace mrbill::content::video::poster {

using film::Colour;
using film::Path;
using film::Point;
using film::Rect;
using film::TextPtr;
using film::TextStyle;

struct World {
  Colour ground;
  Colour ink;
  Colour accent;
  [[nodiscard]] Colour quiet() const { return canvas::mix(ground, ink, 0.62); }
  [[nodiscard]] Colour faint() const { return canvas::mix(ground, ink, 0.16); }
};

[[nodiscard]] World world_of(const Script& script, std::size_t scene);

constexpr double cap = 0.7;               // height of capitals, in em, of the display face
constexpr double display_leading = 0.88;  // in em
constexpr double flush = 0.02;            // in em: what stands empty before a digit
constexpr double slab_height = 16;        // in u, of the block that carries the film

[[nodiscard]] inline TextStyle display(double size) {
  return {.family = with_fallbacks("Bebas Neue"),
          .weight = 700,
          .size = size,
          .tracking = -0.005,
          .leading = display_leading};
}
[[nodiscard]] inline double first_line(const TextPtr& text) {
  return text->size() * display_leading;
}
[[nodiscard]] inline TextStyle mono(double size, int weight = 400) {
  return {.family = with_fallbacks("JetBrains Mono"),
          .weight = weight,
          .size = size,
          .tracking = -0.02,
          .leading = 1.4,
          .features = "liga 0, calt 0"};
}

// The head of every scene: a number, what it is about, whose film it is, over a thick rule. Gives the room
// below it.
Rect head(const Stage& stage, const Script& script, std::size_t scene, const World& world,
          std::string_view about);
// Words of the display face set so that their capitals fill the height, or less where they would be too wide.
[[nodiscard]] TextPtr filling(const Stage& stage, std::string_view words, canvas::Size box);

constexpr double enter = 0.34;  // seconds after the cut begins

extern const Compose scenes[];  // one for each SceneKind, each in a file of its name
[[nodiscard]] WallPlan wall_of(const Script& script, double seconds);
void card(const Stage& stage, const Script& script, const World& world, double enter_at);

}  // namespace mrbill::content::video::poster
