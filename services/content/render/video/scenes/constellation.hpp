// Where tags stand in the picture: those used together near each other, none over another's words.
#pragma once

#include <vector>

#include <canvas/geometry.hpp>

#include "render/video/manifest.hpp"

namespace mrbill::content::video {

struct Star {
  int tag = 0;
  canvas::Point at;  // middle of its box
  canvas::Size box;  // what it takes with its words
};

// sizes: the boxes of the first tags, the most used first. As many of them are placed as have room beside
// each other.
[[nodiscard]] std::vector<Star> constellation(const Manifest& facts, canvas::Rect area,
                                              const std::vector<canvas::Size>& sizes);

}  // namespace mrbill::content::video
