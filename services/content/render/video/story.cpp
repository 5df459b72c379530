#include "render/video/story.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace mrbill::content::video {
namespace {

struct Part {
  SceneKind kind;
  int index;
  double weight;  // bars it would like in a film of a minute
  // the least important goes first when there is no room; 10: stays
  int importance;
};

std::vector<Part> texture(const Manifest& m) {
  std::vector<Part> parts;
  if (m.total >= 3) parts.push_back({SceneKind::calendar, 0, 3, 9});
  if (m.total >= 12) parts.push_back({SceneKind::rhythm, 0, 2, 5});
  if (!m.languages.empty() && m.total >= 2) parts.push_back({SceneKind::languages, 0, 3, 8});
  if (m.tags.size() >= 3) parts.push_back({SceneKind::tags, 0, 3, 7});
  if (m.frameworks.size() >= 4 && m.total >= 12) parts.push_back({SceneKind::tools, 0, 2, 2});
  return parts;
}

// The only POC is told by its own scene alone, so that one stays.
int hero_importance(int index, int total) {
  if (index == 0) return total == 1 ? 10 : 9;
  if (total <= 5) return 8;
  return index < 3 ? 8 - index : 1;
}

std::vector<Part> parts_of(const Manifest& m, int seconds) {
  std::vector<Part> parts{{SceneKind::title, 0, 2, 10}};
  if (m.total == 0) {
    parts.push_back({SceneKind::none, 0, 4, 10});
    parts.push_back({SceneKind::bow, 0, 2, 10});
    return parts;
  }
  parts.push_back({SceneKind::scale, 0, 2, 10});
  auto middle = texture(m);
  parts.insert(parts.end(), middle.begin(), middle.end());
  if (m.total >= 6) parts.push_back({SceneKind::records, 0, 3, 7});
  // Few POCs: each has a scene of its own, and the charts give way.
  bool few = m.total <= 5;
  int heroes = few ? m.total : std::clamp(seconds / 20, 1, 8);
  heroes = std::min(heroes, static_cast<int>(m.heroes.size()));  // none where all are private
  if (few)
    for (auto& part : parts)
      part.importance = part.kind == SceneKind::title || part.kind == SceneKind::scale ? 10 : 4;
  for (int i = 0; i < heroes; ++i)
    parts.push_back({SceneKind::hero, i, m.total == 1 ? 4.0 : 2.0, hero_importance(i, m.total)});
  parts.push_back({SceneKind::persona, 0, 2.5, 9});
  if (m.total >= 12 && m.months.size() >= 4) parts.push_back({SceneKind::halves, 0, 2, 7});
  double wall = m.total <= 12 ? 2 : std::clamp(3 + std::log10(m.total / 40.0) * 2.4, 3.0, 7.5);
  // The only one has its own scene: a list of one name would say it again, in
  // an empty room.
  if (!m.names.empty() && m.total > 1) parts.push_back({SceneKind::wall, 0, wall, 10});
  parts.push_back({SceneKind::bow, 0, 2, 10});
  return parts;
}

// What a scene needs until its last words have come and stood still for a
// second and a half.
double seconds_needed(SceneKind kind, double bar_seconds) {
  switch (kind) {
    case SceneKind::title:
      return 3.0;
    case SceneKind::none:
      return 5.0;
    case SceneKind::records:
      return 4.2;
    case SceneKind::persona:
      return bar_seconds + 2.8;  // its second bar is the reveal
    case SceneKind::calendar:
    case SceneKind::languages:
      return 3.6;
    case SceneKind::hero:
    case SceneKind::bow:
      return 3.3;
    default:
      return 3.0;
  }
}

int fewest_bars(const Part& part, double bar_seconds) {
  const int bars = static_cast<int>(std::ceil(seconds_needed(part.kind, bar_seconds) / bar_seconds - 0.05));
  return std::max(part.kind == SceneKind::persona ? 2 : 1, bars);
}

// The most important that there is room for, in their order.
std::vector<Part> with_room(std::vector<Part> parts, int bars, double bar_seconds) {
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return parts[i].importance; });
  std::vector<bool> kept(parts.size());
  double taken = 0;
  for (const auto i : order) {
    const double needs = std::max<double>(parts[i].weight * 0.5, fewest_bars(parts[i], bar_seconds));
    if (parts[i].importance < 10 && taken + needs > bars) continue;
    kept[i] = true;
    taken += needs;
  }
  std::size_t at = 0;
  std::erase_if(parts, [&](const Part&) { return !kept[at++]; });
  return parts;
}

// Shares out the bars by weight: what each needs first, the rest to who is
// furthest from what it would like.
std::vector<int> shared_out(const std::vector<Part>& parts, int bars, double bar_seconds) {
  double sum = 0;
  for (const auto& part : parts) sum += part.weight;
  std::vector<int> given;
  int left = bars;
  for (const auto& part : parts) left -= given.emplace_back(fewest_bars(part, bar_seconds));
  for (; left > 0; --left) {
    std::size_t most = 0;
    double furthest = -1e9;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      double missing = parts[i].weight * bars / sum - given[i];
      if (missing > furthest + 1e-9) furthest = missing, most = i;
    }
    ++given[most];
  }
  return given;
}

}  // namespace

int Story::first_frame(std::size_t scene, int rate) const {
  if (scene >= scenes.size()) return static_cast<int>(std::lround(seconds * rate));
  return static_cast<int>(std::lround(scenes[scene].first_bar * bar_seconds() * rate));
}

int Story::frames(std::size_t scene, int rate) const {
  return first_frame(scene + 1, rate) - first_frame(scene, rate);
}

Story story_of(const Manifest& facts, int seconds, int bars_in_all) {
  Story story;
  story.seconds = seconds;
  story.bars = std::max(4, bars_in_all);
  auto parts = with_room(parts_of(facts, seconds), story.bars, story.bar_seconds());
  auto bars = shared_out(parts, story.bars, story.bar_seconds());
  int at = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    story.scenes.push_back({parts[i].kind, parts[i].index, at, bars[i]});
    at += bars[i];
  }
  return story;
}

}  // namespace mrbill::content::video
