// Outlines: closed or open figures of lines and curves.
//
//   picture.fill(Path::rounded(card, 24), ink);
#pragma once

#include <initializer_list>
#include <span>
#include <vector>

#include <canvas/geometry.hpp>
#include <canvas/hash.hpp>

namespace mrbill::canvas {

class Path {
 public:
  [[nodiscard]] static Path rect(Rect rect);
  [[nodiscard]] static Path rounded(Rect rect, double radius);  // the radius shrinks where it does not fit
  [[nodiscard]] static Path circle(Point centre, double radius);
  [[nodiscard]] static Path polygon(std::span<const Point> points);
  [[nodiscard]] static Path polygon(std::initializer_list<Point> points);
  [[nodiscard]] static Path polyline(std::span<const Point> points);  // open
  [[nodiscard]] static Path line(Point from, Point to);
  // A part of a circle's line, angles in radians clockwise from the right.
  [[nodiscard]] static Path arc(Point centre, double radius, double from, double to);
  // A slice of a ring.
  [[nodiscard]] static Path ring(Point centre, double inner, double outer, double from, double to);

  Path& move_to(Point p);
  Path& line_to(Point p);
  Path& curve_to(Point a, Point b, Point end);
  Path& close();
  Path& add(const Path& other);

  enum class Verb : unsigned char { move, line, curve, close };
  [[nodiscard]] const std::vector<Verb>& verbs() const { return verbs_; }
  [[nodiscard]] const std::vector<Point>& points() const { return points_; }
  [[nodiscard]] bool empty() const { return verbs_.empty(); }
  [[nodiscard]] Rect extents() const;  // of the control points
  void hash_into(Hasher& hasher) const;

 private:
  Path& arc_to(Point centre, double radius, double from, double to);  // continues with a line to its start
  std::vector<Verb> verbs_;
  std::vector<Point> points_;
};

}  // namespace mrbill::canvas
