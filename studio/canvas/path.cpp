#include <numbers>

#include <canvas/path.hpp>

namespace mrbill::canvas {

constexpr double quarter = std::numbers::pi / 2;

Path Path::rect(Rect r) {
  Path path;
  return path.move_to({r.x, r.y})
      .line_to({r.right(), r.y})
      .line_to({r.right(), r.bottom()})
      .line_to({r.x, r.bottom()})
      .close();
}

Path Path::rounded(Rect r, double radius) {
  radius = std::max(0.0, std::min({radius, r.width / 2, r.height / 2}));
  if (radius == 0) return rect(r);
  Path path;
  path.arc_to({r.right() - radius, r.y + radius}, radius, -quarter, 0);
  path.arc_to({r.right() - radius, r.bottom() - radius}, radius, 0, quarter);
  path.arc_to({r.x + radius, r.bottom() - radius}, radius, quarter, 2 * quarter);
  path.arc_to({r.x + radius, r.y + radius}, radius, 2 * quarter, 3 * quarter);
  return path.close();
}

Path Path::circle(Point centre, double radius) {
  Path path;
  return path.arc_to(centre, std::max(0.0, radius), 0, 4 * quarter).close();
}

Path Path::polygon(std::span<const Point> points) {
  Path path = polyline(points);
  return path.close();
}

Path Path::polygon(std::initializer_list<Point> points) {
  return polygon(std::span(points.begin(), points.size()));
}

Path Path::polyline(std::span<const Point> points) {
  Path path;
  for (Point p : points) path.verbs_.empty() ? path.move_to(p) : path.line_to(p);
  return path;
}

Path Path::line(Point from, Point to) {
  Path path;
  return path.move_to(from).line_to(to);
}

Path Path::arc(Point centre, double radius, double from, double to) {
  Path path;
  return path.arc_to(centre, radius, from, to);
}

Path Path::ring(Point centre, double inner, double outer, double from, double to) {
  Path path;
  path.arc_to(centre, outer, from, to);
  path.arc_to(centre, inner, to, from);
  return path.close();
}

Path& Path::move_to(Point p) {
  verbs_.push_back(Verb::move);
  points_.push_back(p);
  return *this;
}

Path& Path::line_to(Point p) {
  verbs_.push_back(Verb::line);
  points_.push_back(p);
  return *this;
}

Path& Path::curve_to(Point a, Point b, Point end) {
  verbs_.push_back(Verb::curve);
  points_.insert(points_.end(), {a, b, end});
  return *this;
}

Path& Path::close() {
  if (!verbs_.empty()) verbs_.push_back(Verb::close);
  return *this;
}

Path& Path::add(const Path& other) {
  verbs_.insert(verbs_.end(), other.verbs_.begin(), other.verbs_.end());
  points_.insert(points_.end(), other.points_.begin(), other.points_.end());
  return *this;
}

Path& Path::arc_to(Point centre, double radius, double from, double to) {
  auto at = [&](double angle) { return centre + Point{std::cos(angle), std::sin(angle)} * radius; };
  verbs_.empty() ? move_to(at(from)) : line_to(at(from));
  int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(to - from) / quarter - 1e-9)));
  double step = (to - from) / pieces;
  double handle = 4.0 / 3 * std::tan(step / 4) * radius;
  for (int i = 0; i < pieces; ++i) {
    double a = from + step * i, b = a + step;
    Point start = at(a), end = at(b);
    curve_to(start + Point{-std::sin(a), std::cos(a)} * handle,
             end - Point{-std::sin(b), std::cos(b)} * handle, end);
  }
  return *this;
}

Rect Path::extents() const {
  if (points_.empty()) return {};
  Point low = points_.front(), high = low;
  for (Point p : points_) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  return {low.x, low.y, high.x - low.x, high.y - low.y};
}

void Path::hash_into(Hasher& hasher) const {
  for (Verb verb : verbs_) hasher.add(static_cast<int>(verb));
  for (Point p : points_) hasher.add(p.x).add(p.y);
}

}  // namespace mrbill::canvas
