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

// Borrowed pixels, four bytes each: blue, green, red, ignored (cairo's ARGB32 and RGB24 on a
// little-endian machine).
struct FrameView {
  const std::uint8_t* pixels = nullptr;
  int stride = 0;  // bytes from one row to the next
};

// Pixels of a frame: the columns [left, right) of the rows [top, bottom).
struct Area {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  friend bool operator==(const Area&, const Area&) = default;
};
[[nodiscard]] inline Area whole(VideoFormat format) {
  return {0, 0, format.width, format.height};
}

}  // namespace mrbill::media
