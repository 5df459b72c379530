// The worker draws, once, what each style looks like: a still of a film about a year that nobody had.
#pragma once

#include <cstdint>
#include <string_view>

#include <async/task.hpp>
#include <objects/object_store.hpp>

#include "ports/renderer.hpp"

namespace mrbill::content {

class DrawPreviews {
 public:
  DrawPreviews(Renderer& renderer, objects::ObjectStore& files) : renderer_(renderer), files_(files) {}
  // Draws one that is missing; zero: none is.
  [[nodiscard]] Task<std::int64_t> operator()();

 private:
  [[nodiscard]] Task<> draw(std::string_view style);
  Renderer& renderer_;
  objects::ObjectStore& files_;
};

}  // namespace mrbill::content
