// Motion curves over 0..1. An overshooting curve leaves that range and comes back.
#pragma once

#include <algorithm>
#include <cmath>

namespace mrbill::canvas {

// How far a movement that starts at `start` and takes `length` has come at `now`, 0..1.
inline double progress(double now, double start, double length) {
  if (length <= 0) return now >= start ? 1.0 : 0.0;
  return std::clamp((now - start) / length, 0.0, 1.0);
}

namespace ease {

using Curve = double (*)(double);

inline double linear(double t) {
  return t;
}
inline double out_expo(double t) {
  return t >= 1 ? 1 : (1 - std::exp2(-10 * t)) / (1 - std::exp2(-10));
}
inline double out_cubic(double t) {
  return 1 - (1 - t) * (1 - t) * (1 - t);
}
inline double in_cubic(double t) {
  return t * t * t;
}
inline double in_out_cubic(double t) {
  return t < 0.5 ? 4 * t * t * t : 1 - std::pow(2 - 2 * t, 3) / 2;
}
inline double in_out_quart(double t) {
  return t < 0.5 ? 8 * t * t * t * t : 1 - std::pow(2 - 2 * t, 4) / 2;
}
inline double in_out_sine(double t) {
  return 0.5 - 0.5 * std::cos(t * 3.141592653589793);
}
inline double out_back(double t) {
  constexpr double overshoot = 1.4;
  double u = t - 1;
  return 1 + (overshoot + 1) * u * u * u + overshoot * u * u;
}
// A spring that passes its aim once by about a tenth and rests.
inline double spring(double t) {
  return t <= 0 ? 0 : t >= 1 ? 1 : 1 - std::exp(-6.5 * t) * std::cos(t * 9.5) * (1 - t * t * t);
}
// Motion in few visible steps, as a machine of 1983 would.
inline double steps(double t) {
  return t >= 1 ? 1 : std::floor(t * 6) / 6;
}

}  // namespace ease
}  // namespace mrbill::canvas
