// The worker brings, once, what there is to choose by: a still of each style and some seconds of it, of a
// film about a year that nobody had, and an excerpt of each piece of our music.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <async/task.hpp>
#include <objects/object_store.hpp>

#include "ports/bundled_music.hpp"
#include "ports/renderer.hpp"

namespace mrbill::content {

class DrawPreviews {
 public:
  DrawPreviews(Renderer& renderer, BundledMusic& music, objects::ObjectStore& files)
      : renderer_(renderer), music_(music), files_(files) {}
  // Brings one that is missing; zero: none is that could be had.
  [[nodiscard]] Task<std::int64_t> operator()();

 private:
  [[nodiscard]] Task<> draw_still(std::string_view style);
  [[nodiscard]] Task<> draw_motion(std::string_view style);
  [[nodiscard]] Task<> keep(Workplace& place, std::string file, objects::Upload upload);
  [[nodiscard]] Task<> remove(std::vector<std::string> keys);
  [[nodiscard]] Task<bool> bring_excerpt(std::string_view track);
  Renderer& renderer_;
  BundledMusic& music_;
  objects::ObjectStore& files_;
};

}  // namespace mrbill::content
