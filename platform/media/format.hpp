// What a moving picture is made of, before it is encoded.
#pragma once

#include <cstdint>

namespace mrbill::media {

struct VideoFormat {
  int width = 0;   // pixels, even
  int height = 0;  // pixels, even
  int frames_per_second = 0;
  friend bool operator==(const VideoFormat&, const VideoFormat&) = default;
};

// Borrowed pixels, four bytes each: blue, green, red, ignored (cairo's ARGB32 and RGB24 on a little-endian machine).
struct FrameView {
  const std::uint8_t* pixels = nullptr;
  int stride = 0;  // bytes from one row to the next
};

// The rows [first, end) that differ from the frame before.
struct RowRange {
  int first = 0;
  int end = 0;
};

}  // namespace mrbill::media
