#include <algorithm>
#include <cmath>
#include <numbers>

#include <base/number.hpp>
#include <canvas/colour.hpp>

namespace mrbill::canvas {
namespace {

struct Lab {
  double l, a, b;
};
struct LinearRgb {
  double red, green, blue;
};

double encoded(double linear) {
  return linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
}
double decoded(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

// Björn Ottosson's OKLab.
LinearRgb linear_of(Lab lab) {
  double l = lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b;
  double m = lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b;
  double s = lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b;
  l = l * l * l;
  m = m * m * m;
  s = s * s * s;
  return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
          -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
          -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

Lab lab_of(Colour c) {
  double red = decoded(c.red), green = decoded(c.green), blue = decoded(c.blue);
  double l = std::cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  double m = std::cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  double s = std::cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

bool shown(LinearRgb c) {
  constexpr double slack = 1e-4;
  auto within = [](double v) { return v >= -slack && v <= 1 + slack; };
  return within(c.red) && within(c.green) && within(c.blue);
}

Colour clamped(LinearRgb c, double alpha) {
  auto one = [](double v) { return std::clamp(encoded(std::clamp(v, 0.0, 1.0)), 0.0, 1.0); };
  return {one(c.red), one(c.green), one(c.blue), alpha};
}

Lab lab_of(Oklch wanted) {
  double angle = wanted.hue * std::numbers::pi / 180;
  return {wanted.lightness, wanted.chroma * std::cos(angle), wanted.chroma * std::sin(angle)};
}

double luminance(Colour c) {
  return 0.2126 * decoded(c.red) + 0.7152 * decoded(c.green) + 0.0722 * decoded(c.blue);
}

}  // namespace

Colour colour(Oklch wanted, double alpha) {
  wanted.lightness = std::clamp(wanted.lightness, 0.0, 1.0);
  if (shown(linear_of(lab_of(wanted)))) return clamped(linear_of(lab_of(wanted)), alpha);
  double low = 0, high = wanted.chroma;
  for (int step = 0; step < 18; ++step) {
    double middle = (low + high) / 2;
    (shown(linear_of(lab_of(Oklch{wanted.lightness, middle, wanted.hue}))) ? low : high) = middle;
  }
  return clamped(linear_of(lab_of(Oklch{wanted.lightness, low, wanted.hue})), alpha);
}

Oklch oklch(Colour c) {
  Lab lab = lab_of(c);
  double hue = std::atan2(lab.b, lab.a) * 180 / std::numbers::pi;
  return {lab.l, std::hypot(lab.a, lab.b), hue < 0 ? hue + 360 : hue};
}

Colour mix(Colour from, Colour to, double share) {
  if (share <= 0) return from;
  if (share >= 1) return to;
  Lab a = lab_of(from), b = lab_of(to);
  Lab between{a.l + (b.l - a.l) * share, a.a + (b.a - a.a) * share, a.b + (b.b - a.b) * share};
  return clamped(linear_of(between), from.alpha + (to.alpha - from.alpha) * share);
}

Colour faded(Colour c, double alpha) {
  c.alpha *= alpha;
  return c;
}

Colour from_hex(std::string_view hex, Colour otherwise) {
  if (hex.size() != 7 || hex[0] != '#') return otherwise;
  const auto value = number_in<unsigned>(hex.substr(1), 16);
  if (!value) return otherwise;
  return {((*value >> 16) & 255) / 255.0, ((*value >> 8) & 255) / 255.0, (*value & 255) / 255.0, 1};
}

double contrast(Colour a, Colour b) {
  double one = luminance(a), two = luminance(b);
  return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

Colour readable(Colour wanted, Colour ground, double ratio) {
  if (contrast(wanted, ground) >= ratio) return wanted;
  Oklch moved = oklch(wanted);
  double step = luminance(ground) < 0.18 ? 0.02 : -0.02;
  for (int i = 0; i < 50; ++i) {
    moved.lightness = std::clamp(moved.lightness + step, 0.0, 1.0);
    Colour tried = colour(moved, wanted.alpha);
    if (contrast(tried, ground) >= ratio) return tried;
  }
  return step > 0 ? Colour{1, 1, 1, wanted.alpha} : Colour{0, 0, 0, wanted.alpha};
}

Colour readable_or(Colour wanted, Colour otherwise, Colour ground, double ratio) {
  return contrast(wanted, ground) >= ratio ? wanted : otherwise;
}

}  // namespace mrbill::canvas
