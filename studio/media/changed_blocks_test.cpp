#include <gtest/gtest.h>

#include <media/changed_blocks.hpp>
#include <media/test_pictures.hpp>

namespace mrbill::media {
namespace {

constexpr VideoFormat format{200, 120, 30};  // neither edge is a block's
constexpr int columns = 13;

std::vector<int> marked(const ChangedBlocks& changed) {
  std::vector<int> blocks;
  for (std::size_t i = 0; i < changed.marks().size(); ++i)
    if (changed.marks()[i] == 1) blocks.push_back(static_cast<int>(i));
  return blocks;
}

TEST(ChangedBlocksTest, are_none_where_what_was_drawn_again_looks_the_same) {
  const TestPicture drawn(format, 0, 0);
  YuvPicture picture(format);
  ChangedBlocks changed(format);
  changed.add_all(drawn.view(), picture);
  EXPECT_EQ(marked(changed).size(), 13U * 8U);
  changed.forget();
  changed.add(drawn.view(), whole(format), picture);
  EXPECT_TRUE(changed.none());
  EXPECT_TRUE(marked(changed).empty());
}

TEST(ChangedBlocksTest, are_those_that_differ_and_the_picture_is_as_if_converted_at_once) {
  YuvPicture picture(format);
  ChangedBlocks changed(format);
  changed.add_all(TestPicture(format, 0, 0).view(), picture);
  for (int frame = 1; frame < 60; ++frame) {
    const TestPicture now(format, frame, 0);
    changed.forget();
    changed.add(now.view(), whole(format), picture);
    YuvPicture at_once(format);
    to_yuv(now.view(), whole(format), at_once);
    ASSERT_EQ(picture.y, at_once.y) << frame;
    ASSERT_EQ(picture.u, at_once.u) << frame;
    ASSERT_EQ(picture.v, at_once.v) << frame;
    const auto before = to_blocks(square_of(format, frame - 1, 0), format);
    const auto after = to_blocks(square_of(format, frame, 0), format);
    ASSERT_FALSE(changed.none());
    for (const int block : marked(changed)) {
      const int x = block % columns * block_size, y = block / columns * block_size;
      const auto within = [&](Area area) {
        return x >= area.left && x < area.right && y >= area.top && y < area.bottom;
      };
      ASSERT_TRUE(within(before) || within(after)) << frame << ": " << x << " " << y;
    }
  }
}

TEST(ChangedBlocksTest, outside_of_the_area_are_not_looked_at) {
  YuvPicture picture(format);
  ChangedBlocks changed(format);
  changed.add_all(TestPicture(format, 0, 0).view(), picture);
  changed.forget();
  changed.add(TestPicture(format, 0, 50).view(), {0, 0, 10, 10}, picture);  // another gradient everywhere
  EXPECT_EQ(marked(changed), (std::vector<int>{0}));
}

}  // namespace
}  // namespace mrbill::media
