// All that a style needs to draw one film: facts, words, the story and the size of the picture.
#pragma once

#include <film/stage.hpp>

#include "render/video/manifest.hpp"
#include "render/video/story.hpp"
#include "render/video/words.hpp"

namespace mrbill::content::video {

struct Script {
  Manifest facts;
  const Words& words;
  Story story;
  canvas::Size size;
  film::Motion motion = film::Motion::lively;
  int beats_per_bar = 4;

  // Seconds of the scene at which the persona is said: its second bar, where the music comes back after a
  // beat of silence. The story gives that scene two bars at least.
  [[nodiscard]] double reveal() const { return story.bar_seconds(); }
  [[nodiscard]] std::string number(std::int64_t value) const { return locale::number(facts.locale, value); }
};

}  // namespace mrbill::content::video
