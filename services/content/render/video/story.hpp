// Which scenes a film has, in which order and for how many bars of its music: promise, scale, texture,
// heroes, identity, bow. Pure: facts, length and tempo in, scenes out. The bars add up to the film's
// length exactly.
#pragma once

#include <string_view>
#include <vector>

#include "render/video/manifest.hpp"

namespace mrbill::content::video {

// The one list of them: styles/table.cmake reads it.
enum class SceneKind {
  title,
  none,
  scale,
  calendar,
  rhythm,
  languages,
  tags,
  tools,
  hero,
  records,
  persona,
  halves,
  wall,
  bow
};
[[nodiscard]] std::string_view to_string(SceneKind kind);

struct Scene {
  SceneKind kind = SceneKind::title;
  int index = 0;  // which hero
  int first_bar = 0;
  int bars = 1;
};

struct Story {
  std::vector<Scene> scenes;
  int bars = 0;
  double seconds = 0;

  [[nodiscard]] double bar_seconds() const { return seconds / bars; }
  [[nodiscard]] double seconds_of(std::size_t scene) const { return scenes[scene].bars * bar_seconds(); }
  // rate: frames per second.
  [[nodiscard]] int first_frame(std::size_t scene, int rate) const;
  [[nodiscard]] int frames(std::size_t scene, int rate) const;
};

// bars: how many of the music fill the seconds.
[[nodiscard]] Story story_of(const Manifest& facts, int seconds, int bars);

}  // namespace mrbill::content::video
