// Points, rectangles and matrices of a picture, in pixels; x to the right, y down.
#pragma once

#include <algorithm>
#include <cmath>

namespace mrbill::canvas {

struct Point {
  double x = 0;
  double y = 0;
};

inline Point operator+(Point a, Point b) {
  return {a.x + b.x, a.y + b.y};
}
inline Point operator-(Point a, Point b) {
  return {a.x - b.x, a.y - b.y};
}
inline Point operator*(Point a, double k) {
  return {a.x * k, a.y * k};
}
inline double lerp(double a, double b, double t) {
  return a + (b - a) * t;
}
inline Point lerp(Point a, Point b, double t) {
  return {lerp(a.x, b.x, t), lerp(a.y, b.y, t)};
}

struct Size {
  double width = 0;
  double height = 0;
};

struct Rect {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  [[nodiscard]] double right() const { return x + width; }
  [[nodiscard]] double bottom() const { return y + height; }
  [[nodiscard]] Point centre() const { return {x + width / 2, y + height / 2}; }
  [[nodiscard]] Point top_left() const { return {x, y}; }
  [[nodiscard]] Point at(double across, double down) const { return {x + width * across, y + height * down}; }
  [[nodiscard]] Rect inset(double by) const { return inset(by, by); }
  [[nodiscard]] Rect inset(double across, double down) const {
    return {x + across, y + down, width - 2 * across, height - 2 * down};
  }
  [[nodiscard]] Rect moved(double by_x, double by_y) const { return {x + by_x, y + by_y, width, height}; }
  // The part of it, as shares of width and height.
  [[nodiscard]] Rect part(double left, double top, double wide, double high) const {
    return {x + width * left, y + height * top, width * wide, height * high};
  }
};

inline Rect lerp(Rect a, Rect b, double t) {
  return {lerp(a.x, b.x, t), lerp(a.y, b.y, t), lerp(a.width, b.width, t), lerp(a.height, b.height, t)};
}
inline Rect around(Point centre, double width, double height) {
  return {centre.x - width / 2, centre.y - height / 2, width, height};
}

// Whole pixels: [left, right) x [top, bottom).
struct Box {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  [[nodiscard]] bool empty() const { return right <= left || bottom <= top; }
  [[nodiscard]] long area() const { return empty() ? 0 : static_cast<long>(right - left) * (bottom - top); }
  bool operator==(const Box&) const = default;
};

inline Box intersection(Box a, Box b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}
inline bool overlap(Box a, Box b) {
  return !intersection(a, b).empty();
}
inline Box hull(Box a, Box b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

// x' = xx*x + xy*y + x0; y' = yx*x + yy*y + y0.
struct Matrix {
  double xx = 1, yx = 0, xy = 0, yy = 1, x0 = 0, y0 = 0;

  [[nodiscard]] Point apply(Point p) const { return {xx * p.x + xy * p.y + x0, yx * p.x + yy * p.y + y0}; }
  [[nodiscard]] bool only_moves() const { return xx == 1 && yy == 1 && xy == 0 && yx == 0; }
};

// First inner, then outer.
inline Matrix operator*(const Matrix& outer, const Matrix& inner) {
  return {outer.xx * inner.xx + outer.xy * inner.yx,
          outer.yx * inner.xx + outer.yy * inner.yx,
          outer.xx * inner.xy + outer.xy * inner.yy,
          outer.yx * inner.xy + outer.yy * inner.yy,
          outer.xx * inner.x0 + outer.xy * inner.y0 + outer.x0,
          outer.yx * inner.x0 + outer.yy * inner.y0 + outer.y0};
}

// The pixels that a transformed rectangle may touch, with a margin for antialiasing.
inline Box pixels_of(const Matrix& matrix, Rect rect, double margin = 1) {
  Point corners[4] = {matrix.apply({rect.x, rect.y}), matrix.apply({rect.right(), rect.y}),
                      matrix.apply({rect.x, rect.bottom()}), matrix.apply({rect.right(), rect.bottom()})};
  double left = corners[0].x, right = left, top = corners[0].y, bottom = top;
  for (Point corner : corners) {
    left = std::min(left, corner.x);
    right = std::max(right, corner.x);
    top = std::min(top, corner.y);
    bottom = std::max(bottom, corner.y);
  }
  auto bounded = [](double value) { return static_cast<int>(std::clamp(value, -100000.0, 100000.0)); };
  return {bounded(std::floor(left - margin)), bounded(std::floor(top - margin)),
          bounded(std::ceil(right + margin)), bounded(std::ceil(bottom + margin))};
}

}  // namespace mrbill::canvas
