// Colours chosen in OKLCH (lightness 0..1, chroma, hue in degrees), where equal steps look equal, and kept as
// sRGB. What a screen cannot show loses chroma, never lightness or hue.
//
//   constexpr Oklch ember{0.72, 0.17, 45};
//   auto ink = colour(ember);
#pragma once

#include <cstdint>
#include <string_view>

namespace mrbill::canvas {

struct Colour {  // sRGB, not premultiplied, 0..1
  double red = 0;
  double green = 0;
  double blue = 0;
  double alpha = 1;
  bool operator==(const Colour&) const = default;
};

struct Oklch {
  double lightness = 0;
  double chroma = 0;
  double hue = 0;
};

[[nodiscard]] Colour colour(Oklch wanted, double alpha = 1);
[[nodiscard]] Oklch oklch(Colour colour);
[[nodiscard]] Colour mix(Colour from, Colour to, double share);  // in OKLab; alpha too
[[nodiscard]] Colour faded(Colour colour, double alpha);
[[nodiscard]] Colour from_hex(std::string_view hex, Colour otherwise);  // "#rrggbb"
[[nodiscard]] double contrast(Colour a, Colour b);                      // WCAG 2, 1..21
// The colour, moved in lightness until it reads against the ground (WCAG contrast of at least `ratio`).
[[nodiscard]] Colour readable(Colour colour, Colour ground, double ratio);
// The colour where it reads against the ground, else the other: never a grey between the two.
[[nodiscard]] Colour readable_or(Colour colour, Colour otherwise, Colour ground, double ratio);

}  // namespace mrbill::canvas
