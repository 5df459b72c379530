// Pictures and folders for this module's tests.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <media/format.hpp>
#include <media/segment_writer.hpp>

namespace mrbill::media {

// A folder that goes with the test.
class TestFolder {
 public:
  TestFolder() {
    auto name = (std::filesystem::temp_directory_path() / "media-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~TestFolder() { std::filesystem::remove_all(path_); }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Where the square of a frame is.
inline Area square_of(VideoFormat format, int frame, int seed) {
  const auto left = (std::max(frame, 0) * 3 + seed * 7) % (format.width - 32);
  const auto top = format.height / 2 - 16;
  return {left, top, left + 32, top + 32};
}

// A soft gradient with a hard-edged square that wanders with the frame's number.
class TestPicture {
 public:
  TestPicture(VideoFormat format, int frame, int seed)
      : stride_(format.width * 4), bytes_(static_cast<std::size_t>(stride_ * format.height)) {
    const auto square = square_of(format, frame, seed);
    for (int y = 0; y < format.height; ++y) {
      for (int x = 0; x < format.width; ++x) {
        const auto is_square = x >= square.left && x < square.right && y >= square.top && y < square.bottom;
        auto* pixel = &bytes_[static_cast<std::size_t>(y * stride_ + x * 4)];
        pixel[0] = is_square ? 40 : static_cast<std::uint8_t>(60 + 80 * x / format.width);
        pixel[1] = is_square ? 200 : static_cast<std::uint8_t>(30 + 60 * y / format.height + seed);
        pixel[2] = is_square ? 250 : 40;
        pixel[3] = 255;
      }
    }
  }
  [[nodiscard]] FrameView view() const { return {bytes_.data(), stride_}; }
  [[nodiscard]] const std::uint8_t* pixel(int x, int y) const {
    return &bytes_[static_cast<std::size_t>(y * stride_ + x * 4)];
  }

 private:
  int stride_;
  std::vector<std::uint8_t> bytes_;
};

struct TestScene {
  int moving = 1;
  int still = 0;  // frames after them
  int seed = 0;
  EncoderEffort effort = EncoderEffort::balanced;
};

// Only the square's surroundings are said to change.
inline void write_test_segment(const std::filesystem::path& file, VideoFormat format, TestScene scene) {
  SegmentWriter writer(format, file, {.effort = scene.effort});
  for (int frame = 0; frame < scene.moving; ++frame) {
    const TestPicture picture(format, frame, scene.seed);
    const std::array changed{square_of(format, frame - 1, scene.seed), square_of(format, frame, scene.seed)};
    writer.add(picture.view(), changed);
  }
  writer.repeat(scene.still);
  writer.close();
}

}  // namespace mrbill::media
