#include "render/video/scenes/constellation.hpp"

#include <algorithm>
#include <cmath>

namespace mrbill::content::video {

using canvas::Point;
using canvas::Rect;

namespace {

Point within(Point p, canvas::Size box, Rect area) {
  auto held = [](double v, double low, double high) {
    return low > high ? (low + high) / 2 : std::clamp(v, low, high);
  };
  return {held(p.x, area.x + box.width / 2, area.right() - box.width / 2),
          held(p.y, area.y + box.height / 2, area.bottom() - box.height / 2)};
}

// Boxes that overlap push each other the shorter way.
void part(std::vector<Star>& stars, Rect area, double strength) {
  for (std::size_t a = 0; a < stars.size(); ++a)
    for (std::size_t b = a + 1; b < stars.size(); ++b) {
      double dx = stars[b].at.x - stars[a].at.x, dy = stars[b].at.y - stars[a].at.y;
      double over_x = (stars[a].box.width + stars[b].box.width) / 2 - std::abs(dx);
      double over_y = (stars[a].box.height + stars[b].box.height) / 2 - std::abs(dy);
      if (over_x <= 0 || over_y <= 0) continue;
      Point push = over_x < over_y * 2.2 ? Point{(dx < 0 ? -1 : 1) * over_x / 2, 0}
                                         : Point{0, (dy < 0 ? -1 : 1) * over_y / 2};
      stars[a].at = stars[a].at - push * strength;
      stars[b].at = stars[b].at + push * strength;
    }
  for (auto& star : stars) star.at = within(star.at, star.box, area);
}

void attract(std::vector<Star>& stars, const Manifest& facts, double strength) {
  for (const auto& link : facts.links) {
    auto a = static_cast<std::size_t>(link.from), b = static_cast<std::size_t>(link.to);
    if (a >= stars.size() || b >= stars.size()) continue;
    Point between = stars[b].at - stars[a].at;
    double pull = strength * std::min(1.0, link.count / 4.0);
    stars[a].at = stars[a].at + between * pull;
    stars[b].at = stars[b].at - between * pull;
  }
}

bool any_overlap(const std::vector<Star>& stars) {
  constexpr double touch = 1;  // pixels
  for (std::size_t a = 0; a < stars.size(); ++a)
    for (std::size_t b = a + 1; b < stars.size(); ++b)
      if ((stars[a].box.width + stars[b].box.width) / 2 - std::abs(stars[b].at.x - stars[a].at.x) > touch &&
          (stars[a].box.height + stars[b].box.height) / 2 - std::abs(stars[b].at.y - stars[a].at.y) > touch)
        return true;
  return false;
}

std::vector<Star> placed(const Manifest& facts, Rect area, const std::vector<canvas::Size>& sizes,
                         std::size_t count) {
  std::vector<Star> stars;
  for (std::size_t i = 0; i < count; ++i) {
    double angle = 2.399963 * static_cast<double>(i),
           radius = std::sqrt((static_cast<double>(i) + 0.3) / static_cast<double>(count));
    Point at = area.centre() + Point{std::cos(angle) * radius * area.width * 0.5,
                                     std::sin(angle) * radius * area.height * 0.5};
    stars.push_back({static_cast<int>(i), within(at, sizes[i], area), sizes[i]});
  }
  for (int step = 0; step < 60; ++step) {
    attract(stars, facts, 0.012);
    part(stars, area, 0.8);
  }
  for (int step = 0; step < 300; ++step) part(stars, area, 0.9);
  return stars;
}

}  // namespace

std::vector<Star> constellation(const Manifest& facts, Rect area, const std::vector<canvas::Size>& sizes) {
  auto count = std::min(facts.tags.size(), sizes.size());
  auto stars = placed(facts, area, sizes, count);
  while (count > 1 && any_overlap(stars)) stars = placed(facts, area, sizes, --count);
  return stars;
}

}  // namespace mrbill::content::video
