#include <algorithm>
#include <cstring>

#include <media/changed_blocks.hpp>

namespace mrbill::media {
namespace {

int blocks_in(int pixels) {
  return (pixels + block_size - 1) / block_size;
}

// One plane's part of a block, copied where it differs. Widths and heights in samples.
struct Part {
  const std::uint8_t* from;
  std::uint8_t* to;
  int stride;
  int width;
  int height;
};

bool take_part(const Part& part) {
  const auto width = static_cast<std::size_t>(part.width);
  const auto differs = [&](int row) {
    const auto at = static_cast<std::ptrdiff_t>(row) * part.stride;
    return std::memcmp(part.from + at, part.to + at, width) != 0;
  };
  int row = 0;
  while (row < part.height && !differs(row)) ++row;
  const bool changed = row < part.height;
  for (; row < part.height; ++row) {
    const auto at = static_cast<std::ptrdiff_t>(row) * part.stride;
    std::memcpy(part.to + at, part.from + at, width);
  }
  return changed;
}

}  // namespace

ChangedBlocks::ChangedBlocks(VideoFormat format)
    : format_(format),
      columns_(blocks_in(format.width)),
      strip_({format.width, std::min(format.height, block_size), format.frames_per_second}),
      marks_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(blocks_in(format.height))) {}

void ChangedBlocks::forget() {
  std::ranges::fill(marks_, std::uint8_t{0});
  any_ = false;
}

void ChangedBlocks::add(FrameView frame, Area area, YuvPicture& picture) {
  const auto blocks = to_blocks(area, format_);
  for (int row = blocks.top / block_size; row * block_size < blocks.bottom; ++row) {
    const auto top = row * block_size;
    const auto bottom = std::min(top + block_size, format_.height);
    to_yuv(frame, {blocks.left, top, blocks.right, bottom}, strip_, top);
    for (int column = blocks.left / block_size; column * block_size < blocks.right; ++column)
      if (take(column, row, picture)) mark(column, row);
  }
}

void ChangedBlocks::add_all(FrameView frame, YuvPicture& picture) {
  to_yuv(frame, whole(format_), picture);
  std::ranges::fill(marks_, std::uint8_t{1});
  any_ = true;
}

bool ChangedBlocks::take(int column, int row, YuvPicture& picture) const {
  const auto width = std::min(block_size, format_.width - column * block_size);
  const auto height = std::min(block_size, format_.height - row * block_size);
  // `scale` pixels lie behind one sample, each way.
  const auto part = [&](const std::vector<std::uint8_t>& from, std::vector<std::uint8_t>& to, int scale) {
    const auto stride = format_.width / scale;
    const auto left = column * block_size / scale;
    const auto top = static_cast<std::ptrdiff_t>(row) * block_size / scale * stride;
    return Part{from.data() + left, to.data() + top + left, stride, width / scale, height / scale};
  };
  const bool y = take_part(part(strip_.y, picture.y, 1));
  const bool u = take_part(part(strip_.u, picture.u, 2));
  const bool v = take_part(part(strip_.v, picture.v, 2));
  return y || u || v;
}

void ChangedBlocks::mark(int column, int row) {
  marks_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
         static_cast<std::size_t>(column)] = 1;
  any_ = true;
}

}  // namespace mrbill::media
