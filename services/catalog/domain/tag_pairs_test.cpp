#include "domain/tag_pairs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mrbill::catalog {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(TagPairs, counts_every_pair_of_every_set) {
  EXPECT_THAT(frequent_pairs({"web", "go", "grpc"}, {{0b011, 40}, {0b111, 2}}),
              ElementsAre(TagPair{"web", "go", 42}, TagPair{"go", "grpc", 2}, TagPair{"web", "grpc", 2}));
}

TEST(TagPairs, are_of_two_tags) {
  EXPECT_THAT(frequent_pairs({"web", "go"}, {{0b01, 7}, {0b10, 7}, {0, 7}}), IsEmpty());
  EXPECT_THAT(frequent_pairs({}, {}), IsEmpty());
  EXPECT_THAT(frequent_pairs({"web", "go"}, {{0b101, 7}}), IsEmpty()) << "of a tag that is not among them";
}

TEST(TagPairs, are_the_most_frequent_of_the_most_frequent_tags) {
  std::vector<std::string> tags;
  std::vector<TagSet> sets;
  for (std::size_t i = 0; i < paired_tags; ++i) {
    tags.push_back("tag " + std::to_string(100 + i));
    sets.push_back({~std::uint64_t{0} << i, 1});
  }
  const auto pairs = frequent_pairs(tags, sets);
  ASSERT_EQ(pairs.size(), max_tag_pairs);
  EXPECT_EQ(pairs.front(), (TagPair{"tag 158", "tag 159", 59}));
  for (std::size_t i = 1; i < pairs.size(); ++i) EXPECT_GE(pairs[i - 1].count, pairs[i].count);
}

}  // namespace
}  // namespace mrbill::catalog
