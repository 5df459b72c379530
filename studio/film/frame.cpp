#include <limits>
#include <unordered_map>

#include <film/frame.hpp>

namespace mrbill::film {

using canvas::Box;
using canvas::Picture;

namespace {

constexpr std::size_t max_boxes = 16;

// How many pixels more are drawn when two boxes become one.
long cost_of_joining(Box a, Box b) {
  return hull(a, b).area() - a.area() - b.area() + intersection(a, b).area();
}

void join_cheapest(std::vector<Box>& boxes) {
  std::size_t one = 0, other = 1;
  long least = std::numeric_limits<long>::max();
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t j = i + 1; j < boxes.size(); ++j)
      if (long cost = cost_of_joining(boxes[i], boxes[j]); cost < least) least = cost, one = i, other = j;
  boxes[one] = hull(boxes[one], boxes[other]);
  boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(other));
}

void add(std::vector<Box>& boxes, Box box) {
  for (auto& known : boxes)
    if (cost_of_joining(known, box) <= known.area() / 8 + 2000) {
      known = hull(known, box);
      return;
    }
  boxes.push_back(box);
  if (boxes.size() > max_boxes) join_cheapest(boxes);
}

// Overlapping boxes would be drawn twice, and what is translucent would be right but paid for twice.
void settle(std::vector<Box>& boxes) {
  for (bool again = true; again;) {
    again = false;
    for (std::size_t i = 0; i < boxes.size() && !again; ++i)
      for (std::size_t j = i + 1; j < boxes.size() && !again; ++j)
        if (canvas::overlap(boxes[i], boxes[j])) {
          boxes[i] = hull(boxes[i], boxes[j]);
          boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(j));
          again = true;
        }
  }
}

}  // namespace

std::vector<Box> changed_parts(const Picture& before, const Picture& now) {
  std::unordered_map<std::uint64_t, int> balance;
  balance.reserve(before.commands().size());
  for (const auto& command : before.commands()) ++balance[command.hash];
  std::vector<Box> boxes;
  for (const auto& command : now.commands())
    if (--balance[command.hash] < 0) add(boxes, command.box);
  for (const auto& command : before.commands())
    if (auto& left = balance[command.hash]; left > 0) --left, add(boxes, command.box);
  settle(boxes);
  return boxes;
}

Frame::Frame(int width, int height)
    : surface_(width, height), shown_({static_cast<double>(width), static_cast<double>(height)}) {}

std::vector<media::Area> Frame::show(const Picture& picture) {
  std::vector<Box> parts = fresh_ ? std::vector{surface_.bounds()} : changed_parts(shown_, picture);
  fresh_ = false;
  if (!parts.empty()) rasteriser_.paint(surface_, picture, parts);
  shown_ = picture;
  std::vector<media::Area> changed;
  for (Box part : parts)
    if (const Box seen = intersection(part, surface_.bounds()); !seen.empty())
      changed.push_back({seen.left, seen.top, seen.right, seen.bottom});
  return changed;
}

}  // namespace mrbill::film
