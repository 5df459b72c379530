// Folio: a printed book. Paper and ink, a serif and its italic, hairlines, a narrow column of notes beside a
// wide one of matter. A page turns at every cut, and the red thread in the margin runs through all of them.
#pragma once

#include <fmt/format.h>

#include "render/video/scenes/figures.hpp"
#include "render/video/scenes/typeface.hpp"
#include "render/video/style.hpp"

namespace mrbill::content::video::folio {

using film::Align;
using film::Colour;
using film::Path;
using film::Point;
using film::Rect;
using film::TextPtr;
using film::TextStyle;

struct Sheet {
  Colour paper, ink, red, pale;
  // Ink that is thinned: 1 is full.
  [[nodiscard]] Colour thinned(double share) const { return canvas::mix(paper, ink, share); }
  [[nodiscard]] Colour quiet() const { return thinned(0.7); }  // of words that stand back
};
[[nodiscard]] const Sheet& sheet_of(const Script& script, std::size_t scene);
void paint_paper(const Stage& stage, const Sheet& sheet);

constexpr double cap = 0.655;           // height of capitals, in em, of the serif
constexpr double serif_leading = 1.16;  // in em
constexpr double enter = 0.55;          // seconds after the cut begins

[[nodiscard]] inline TextStyle serif(double size, bool italic = false) {
  return {.family = with_fallbacks("EB Garamond"),
          .weight = 400,
          .size = size,
          .tracking = size > 200 ? -0.02 : 0,
          .leading = serif_leading,
          .italic = italic,
          .features = "lnum 1"};
}
[[nodiscard]] inline TextStyle sans(double size, int weight = 400) {
  return {
      .family = with_fallbacks("Cabin"), .weight = weight, .size = size, .tracking = 0.02, .leading = 1.34};
}
[[nodiscard]] inline double first_line(const TextPtr& text) {
  return text->size() * serif_leading;
}

// The two columns of a page; one above the other where the picture is not wide.
struct Page {
  Rect notes, matter;
  double thread = 0;  // x of the red thread
};
[[nodiscard]] Page page_of(canvas::Size size);
// The running head, the number of the page and the notes' heading.
Page furnish(const Stage& stage, const Script& script, std::size_t scene, std::string_view about);
void hairline(const Stage& stage, Point from, double length, double at, Colour colour, double thick = 2);
// A double frame, as title pages have.
void frame(const Stage& stage, const Sheet& sheet, double at);
// Words around a middle line. Baselines in pixels.
void centred(const Stage& stage, const TextPtr& text, Point middle, Colour colour, double at, double by = 20);
// A note in the narrow column (under the head of the page, where it is not wide).
void note(const Stage& stage, const Page& page, std::string_view words, Colour colour, double at);

extern const Compose scenes[];  // one for each SceneKind, each in a file of its name
[[nodiscard]] WallPlan wall_of(const Script& script, double seconds);
void card(const Stage& stage, const Script& script, const Sheet& sheet, double enter_at);

}  // namespace mrbill::content::video::folio
