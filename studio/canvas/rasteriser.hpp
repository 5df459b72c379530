// Draws pictures. It remembers the masks of words (up to a bound), so that a word is drawn once and then
// copied. Not for several threads at once. The same picture gives the same pixels; in parts too, up to
// rounding at the rim of curved clips.
#pragma once

#include <list>
#include <memory>
#include <span>
#include <unordered_map>

#include <canvas/picture.hpp>

namespace mrbill::canvas {

class Rasteriser {
 public:
  explicit Rasteriser(std::size_t remembered_bytes = 3u << 20);

  void paint(Surface& surface, const Picture& picture);
  void paint(Surface& surface, const Picture& picture, std::span<const Box> parts);

 private:
  struct Mask {
    std::shared_ptr<Surface> surface;
    int left = 0;  // of the surface, from the origin of the words
    int top = 0;
  };
  using Order = std::list<std::pair<std::uint64_t, Mask>>;

  void paint(void* context, Surface& surface, const Picture& picture, const Command& command, Box part);
  void words(void* context, const Command& command, const Words& words);
  const Mask& mask_of(const Words& words);

  std::size_t most_;
  std::size_t held_ = 0;
  Order order_;
  std::unordered_map<std::uint64_t, Order::iterator> masks_;
};

}  // namespace mrbill::canvas
