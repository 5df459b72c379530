#include <fstream>

#include <gtest/gtest.h>

#include <media/segment_file.hpp>
#include <media/segment_writer.hpp>
#include <media/test_pictures.hpp>

namespace mrbill::media {
namespace {

constexpr VideoFormat small{192, 108, 30};

class Segments : public ::testing::Test {
 protected:
  TestFolder folder;
};

TEST_F(Segments, hold_a_frame_for_each_that_was_added_or_repeated) {
  const auto file = folder.path() / "a.seg";
  write_test_segment(file, small, {.moving = 5, .still = 7});
  const auto segment = read_segment(file);
  ASSERT_TRUE(segment);
  EXPECT_EQ(segment->format, small);
  EXPECT_EQ(segment->units.size(), 12U);
  EXPECT_TRUE(segment->units[0].is_key);
  for (std::size_t i = 1; i < 12; ++i) EXPECT_FALSE(segment->units[i].is_key);
  EXPECT_TRUE(is_whole_segment(file, small));
  EXPECT_FALSE(is_whole_segment(file, {192, 108, 60}));
}

TEST_F(Segments, of_one_format_have_the_same_parameter_sets_whatever_they_show) {
  write_test_segment(folder.path() / "a.seg", small, {.moving = 5});
  write_test_segment(folder.path() / "b.seg", small, {.moving = 1, .still = 30, .seed = 9});
  EXPECT_EQ(read_segment(folder.path() / "a.seg")->parameter_sets,
            read_segment(folder.path() / "b.seg")->parameter_sets);
}

TEST_F(Segments, of_the_same_frames_are_the_same_bytes) {
  write_test_segment(folder.path() / "a.seg", small, {.moving = 5, .still = 3});
  write_test_segment(folder.path() / "b.seg", small, {.moving = 5, .still = 3});
  EXPECT_EQ(bytes_of(folder.path() / "a.seg"), bytes_of(folder.path() / "b.seg"));
}

TEST_F(Segments, that_stand_still_cost_next_to_nothing) {
  write_test_segment(folder.path() / "a.seg", small, {.moving = 1, .still = 100});
  const auto segment = read_segment(folder.path() / "a.seg");
  std::size_t size = 0;
  for (std::size_t i = 2; i < segment->units.size(); ++i) size += segment->units[i].bytes.size();
  EXPECT_LT(size, 99U * 40U);
}

TEST_F(Segments, cut_short_damaged_or_foreign_are_not_whole) {
  const auto file = folder.path() / "a.seg";
  write_test_segment(file, small, {.moving = 2});
  const auto good = bytes_of(file);
  const auto is_whole = [&](const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
    return is_whole_segment(file, small);
  };
  EXPECT_TRUE(is_whole(good));
  for (std::size_t size = 0; size < good.size(); size += size < 64 ? 1 : 97)
    EXPECT_FALSE(is_whole(good.substr(0, size)));
  for (std::size_t at = 0; at < good.size(); at += 31) {
    auto bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x10);
    EXPECT_FALSE(is_whole(bad)) << at;
  }
  EXPECT_FALSE(is_whole(good + "x"));
  EXPECT_FALSE(is_whole(std::string(1000, 'x')));
  EXPECT_FALSE(is_whole_segment(folder.path() / "absent.seg", small));
  EXPECT_FALSE(is_whole_segment(folder.path(), small));
}

TEST_F(Segments, that_are_not_closed_leave_nothing) {
  {
    SegmentWriter writer(small, folder.path() / "a.seg");
    const auto picture = TestPicture(small, 0, 0);
    writer.add(picture.view(), {});
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_F(Segments, throw_where_they_cannot_be_written) {
  EXPECT_THROW(SegmentWriter(small, folder.path() / "absent" / "a.seg"), MediaUnavailable);
}

}  // namespace
}  // namespace mrbill::media
