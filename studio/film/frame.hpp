// One frame after the other on the same pixels: what did not change is not drawn again.
//
//   Frame frame({1920, 1080});
//   auto changed = frame.show(picture);   // empty: it looks as before
//
// The parts to be drawn again are found by comparing the hashes of the commands of two pictures. Commands
// that both have must keep their order among each other (they do when a picture is built by the same code
// from a running time).
#pragma once

#include <vector>

#include <canvas/picture.hpp>
#include <canvas/rasteriser.hpp>
#include <media/format.hpp>

namespace mrbill::film {

// The pixels in which two pictures may differ, as few disjoint-ish boxes.
[[nodiscard]] std::vector<canvas::Box> changed_parts(const canvas::Picture& before,
                                                     const canvas::Picture& now);

class Frame {
 public:
  Frame(int width, int height);

  // The areas whose pixels may have changed.
  std::vector<media::Area> show(const canvas::Picture& picture);
  [[nodiscard]] const canvas::Surface& surface() const { return surface_; }
  [[nodiscard]] media::FrameView view() const { return {surface_.bytes(), surface_.stride()}; }

 private:
  canvas::Surface surface_;
  canvas::Picture shown_;
  canvas::Rasteriser rasteriser_;
  bool fresh_ = true;
};

}  // namespace mrbill::film
