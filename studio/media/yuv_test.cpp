#include <set>

#include <gtest/gtest.h>

#include <media/yuv.hpp>

namespace mrbill::media {
namespace {

struct Drawn {
  explicit Drawn(VideoFormat format)
      : stride(format.width * 4 + 12), bytes(static_cast<std::size_t>(stride * format.height)) {}
  void fill(std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
    for (std::size_t i = 0; i + 3 < bytes.size(); i += 4) {
      bytes[i] = blue;
      bytes[i + 1] = green;
      bytes[i + 2] = red;
      bytes[i + 3] = 255;
    }
  }
  [[nodiscard]] FrameView view() const { return {bytes.data(), stride}; }
  int stride;
  std::vector<std::uint8_t> bytes;
};

Drawn noise(VideoFormat format) {
  Drawn out(format);
  std::uint32_t state = 1;
  for (auto& byte : out.bytes) byte = static_cast<std::uint8_t>((state = state * 1664525 + 1013904223) >> 24);
  return out;
}

double mean(const std::vector<std::uint8_t>& plane) {
  double sum = 0;
  for (const auto value : plane) sum += value;
  return sum / static_cast<double>(plane.size());
}

TEST(Yuv, is_the_same_fast_and_plain_at_every_width) {
  for (int width = 2; width <= 100; width += 2) {
    const VideoFormat format{width, 18, 30};
    const auto drawn = noise(format);
    YuvPicture fast(format);
    YuvPicture plain(format);
    to_yuv(drawn.view(), whole(format), fast);
    to_yuv_plainly(drawn.view(), whole(format), plain);
    ASSERT_EQ(fast.y, plain.y) << width;
    ASSERT_EQ(fast.u, plain.u) << width;
    ASSERT_EQ(fast.v, plain.v) << width;
  }
}

struct Primary {
  std::uint8_t red, green, blue;
  double y, u, v;
};

TEST(Yuv, agrees_with_bt709_in_limited_range_on_average) {
  const VideoFormat format{64, 64, 30};
  for (const auto& colour : {Primary{0, 0, 0, 16, 128, 128}, Primary{255, 255, 255, 235, 128, 128},
                             Primary{127, 127, 127, 125.07, 128, 128}, Primary{255, 0, 0, 62.56, 102.33, 240},
                             Primary{0, 255, 0, 172.63, 41.67, 26.27}, Primary{0, 0, 255, 31.81, 240, 117.73},
                             Primary{12, 200, 99, 147.17, 102.56, 49.50}}) {
    Drawn drawn(format);
    drawn.fill(colour.red, colour.green, colour.blue);
    YuvPicture picture(format);
    to_yuv(drawn.view(), whole(format), picture);
    EXPECT_NEAR(mean(picture.y), colour.y, 0.06) << int{colour.red};
    EXPECT_NEAR(mean(picture.u), colour.u, 0.06) << int{colour.red};
    EXPECT_NEAR(mean(picture.v), colour.v, 0.06) << int{colour.red};
  }
}

TEST(Yuv, dithers_a_step_that_lies_between_two_levels) {
  const VideoFormat format{64, 64, 30};
  Drawn drawn(format);
  drawn.fill(101, 101, 101);  // 102.74
  YuvPicture picture(format);
  to_yuv(drawn.view(), whole(format), picture);
  EXPECT_NEAR(mean(picture.y), 16 + 219.0 * 101 / 255, 0.02);
  EXPECT_EQ(std::set(picture.y.begin(), picture.y.end()), (std::set<std::uint8_t>{102, 103}));
}

TEST(Yuv, of_an_area_is_that_of_the_whole_there_and_nothing_elsewhere) {
  const VideoFormat format{70, 40, 30};  // neither edge is a block's
  const auto drawn = noise(format);
  YuvPicture all(format);
  to_yuv(drawn.view(), whole(format), all);
  for (const Area asked :
       {Area{0, 0, 1, 1}, Area{17, 5, 30, 20}, Area{15, 15, 33, 33}, Area{60, 33, 70, 40}}) {
    const auto area = to_blocks(asked, format);
    for (const auto convert : {to_yuv, to_yuv_plainly}) {
      YuvPicture part(format);
      convert(drawn.view(), area, part, 0);
      for (int y = 0; y < format.height; ++y) {
        for (int x = 0; x < format.width; ++x) {
          const auto is_within = x >= area.left && x < area.right && y >= area.top && y < area.bottom;
          const auto luma = static_cast<std::size_t>(y * format.width + x);
          const auto chroma = static_cast<std::size_t>(y / 2 * (format.width / 2) + x / 2);
          ASSERT_EQ(part.y[luma], is_within ? all.y[luma] : 0) << x << " " << y;
          ASSERT_EQ(part.u[chroma], is_within ? all.u[chroma] : 0) << x << " " << y;
          ASSERT_EQ(part.v[chroma], is_within ? all.v[chroma] : 0) << x << " " << y;
        }
      }
    }
  }
}

// A change at a block's last column is seen by the next block's first colour sample.
TEST(Yuv, changes_nowhere_but_in_the_blocks_of_a_change) {
  const VideoFormat format{64, 32, 30};
  for (int x = 0; x < format.width; ++x) {
    auto drawn = noise(format);
    YuvPicture before(format);
    to_yuv(drawn.view(), whole(format), before);
    for (int byte = 0; byte < 3; ++byte)
      drawn.bytes[static_cast<std::size_t>(17 * drawn.stride + 4 * x + byte)] ^= 0x80;
    auto now = before;
    to_yuv(drawn.view(), to_blocks({x, 17, x + 1, 18}, format), now);
    YuvPicture at_once(format);
    to_yuv(drawn.view(), whole(format), at_once);
    ASSERT_EQ(now.y, at_once.y) << x;
    ASSERT_EQ(now.u, at_once.u) << x;
    ASSERT_EQ(now.v, at_once.v) << x;
  }
}

}  // namespace
}  // namespace mrbill::media
