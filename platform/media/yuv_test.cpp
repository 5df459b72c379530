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
    to_yuv(drawn.view(), {0, 18}, fast);
    to_yuv_plainly(drawn.view(), {0, 18}, plain);
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
    to_yuv(drawn.view(), {0, 64}, picture);
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
  to_yuv(drawn.view(), {0, 64}, picture);
  EXPECT_NEAR(mean(picture.y), 16 + 219.0 * 101 / 255, 0.02);
  EXPECT_EQ(std::set(picture.y.begin(), picture.y.end()), (std::set<std::uint8_t>{102, 103}));
}

TEST(Yuv, converts_only_the_rows_asked_for_rounded_out_to_even_ones) {
  const VideoFormat format{32, 32, 30};
  const auto drawn = noise(format);
  YuvPicture whole(format);
  to_yuv(drawn.view(), {0, 32}, whole);
  YuvPicture part(format);
  const auto rows = to_yuv(drawn.view(), {7, 9}, part);
  EXPECT_EQ(rows.first, 6);
  EXPECT_EQ(rows.end, 10);
  for (std::size_t i = 0; i < part.y.size(); ++i) {
    const auto is_within = i / 32 >= 6 && i / 32 < 10;
    ASSERT_EQ(part.y[i], is_within ? whole.y[i] : 0) << i;
  }
  to_yuv(drawn.view(), {0, 6}, part);
  to_yuv(drawn.view(), {10, 32}, part);
  EXPECT_EQ(part.y, whole.y);
  EXPECT_EQ(part.v, whole.v);
}

}  // namespace
}  // namespace mrbill::media
