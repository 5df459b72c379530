// Which of a frame's blocks of 16x16 pixels differ from the frame before, as the encoder will see them.
//
//   ChangedBlocks changed(format);
//   changed.forget();
//   for (auto area : areas) changed.add(frame, area, picture);   // the picture is brought up to date
//   encoder.encode(picture, changed);
//
// What is drawn again is more than what looks different: a moving edge is drawn with all it moves over.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <media/yuv.hpp>

namespace mrbill::media {

class ChangedBlocks {
 public:
  explicit ChangedBlocks(VideoFormat format);

  void forget();
  // Converts the area's blocks and keeps those that differ from the picture's.
  void add(FrameView frame, Area area, YuvPicture& picture);
  // All of them, whatever the picture holds.
  void add_all(FrameView frame, YuvPicture& picture);

  [[nodiscard]] bool none() const { return !any_; }
  // One for each block, row by row: 1 where it changed.
  [[nodiscard]] std::span<const std::uint8_t> marks() const { return marks_; }

 private:
  bool take(int column, int row, YuvPicture& picture) const;
  void mark(int column, int row);

  VideoFormat format_;
  int columns_;
  YuvPicture strip_;  // one row of blocks, freshly converted
  std::vector<std::uint8_t> marks_;
  bool any_ = false;
};

}  // namespace mrbill::media
