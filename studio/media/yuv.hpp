// RGB to what H.264 stores: BT.709, limited range, 4:2:0 with the colour samples beside the left luma column.
//
// Dithered by a pattern that depends on the place alone: gradients do not band, and a picture that stands
// still stands still after it too.
#pragma once

#include <cstdint>
#include <vector>

#include <media/format.hpp>

namespace mrbill::media {

inline constexpr int block_size = 16;  // of H.264's macroblocks, in pixels each way

// Three planes; a chroma plane has half the width and half the height.
struct YuvPicture {
  explicit YuvPicture(VideoFormat format);
  int width;
  int height;
  std::vector<std::uint8_t> y;
  std::vector<std::uint8_t> u;
  std::vector<std::uint8_t> v;
};

// The area, rounded out to the encoder's blocks of 16x16 pixels: all that a change within it can change. A
// colour sample sees one pixel to its left, so an area that ends at a block's edge changes the block to
// its right.
[[nodiscard]] Area to_blocks(Area area, VideoFormat format);

// Converts the area, whose edges are those of blocks or of the picture, into a picture that begins with the
// frame's row `top`.
void to_yuv(FrameView frame, Area area, YuvPicture& picture, int top = 0);

// The same, pixel by pixel: what the fast one is tested against.
void to_yuv_plainly(FrameView frame, Area area, YuvPicture& picture, int top = 0);

}  // namespace mrbill::media
