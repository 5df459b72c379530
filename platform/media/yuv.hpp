// RGB to what H.264 stores: BT.709, limited range, 4:2:0 with the colour samples beside the left luma column.
//
// Dithered by a pattern that depends on the place alone: gradients do not band, and a picture that stands still stands
// still after it too.
#pragma once

#include <cstdint>
#include <vector>

#include <media/format.hpp>

namespace mrbill::media {

// Three planes; a chroma plane has half the width and half the height.
struct YuvPicture {
  explicit YuvPicture(VideoFormat format);
  int width;
  int height;
  std::vector<std::uint8_t> y;
  std::vector<std::uint8_t> u;
  std::vector<std::uint8_t> v;
};

// Converts the rows, rounded out to even ones. Returns the rows that were written.
RowRange to_yuv(FrameView frame, RowRange rows, YuvPicture& picture);

// The same, pixel by pixel: what the fast one is tested against.
void to_yuv_plainly(FrameView frame, RowRange rows, YuvPicture& picture);

}  // namespace mrbill::media
