// The bundled fonts and a surface, for tests of pictures.
#pragma once

#include <algorithm>
#include <cstdlib>

#include <canvas/font_folder.hpp>
#include <canvas/rasteriser.hpp>

namespace mrbill::canvas {

struct Canvas {
  Fonts fonts{font_folder()};
  Typesetter setter{fonts};

  [[nodiscard]] static Surface drawn(const Picture& picture) {
    Surface surface(static_cast<int>(picture.size().width), static_cast<int>(picture.size().height));
    Rasteriser().paint(surface, picture);
    return surface;
  }
};

inline bool same_pixels(const Surface& a, const Surface& b) {
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x)
      if (a.row(y)[x] != b.row(y)[x]) return false;
  return true;
}

// The largest difference of any channel of any pixel.
inline int difference(const Surface& a, const Surface& b) {
  int most = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.stride(); ++x)
      most = std::max(most, std::abs(a.bytes()[y * a.stride() + x] - b.bytes()[y * b.stride() + x]));
  return most;
}

constexpr Colour ink{0.1, 0.1, 0.1, 1};
constexpr Colour paper{0.95, 0.95, 0.9, 1};

}  // namespace mrbill::canvas
