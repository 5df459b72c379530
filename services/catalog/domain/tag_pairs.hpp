// Which tags travel together, counted exactly among the most frequent ones. Sets of tags are bits, and equal
// sets come counted, so that time and memory hardly depend on how many tags a POC has.
//
//   frequent_pairs({"web", "go", "grpc"}, {{0b011, 40}, {0b111, 2}})
//       == {{"web", "go", 42}, {"go", "grpc", 2}, {"web", "grpc", 2}}
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace mrbill::catalog {

inline constexpr std::size_t paired_tags = 60;  // the most frequent tags, of which pairs are counted
inline constexpr std::size_t max_tag_pairs = 50;

struct TagPair {
  std::string first = {};  // the more frequent one
  std::string second = {};
  std::int64_t count = 0;
  bool operator==(const TagPair&) const = default;
};

struct TagSet {
  std::uint64_t tags = 0;  // bit i: the i-th of the tags
  std::int64_t pocs = 0;   // that have these and no other of the tags
};

// `tags` by falling frequency, at most paired_tags of them. By falling count, then by the tags.
[[nodiscard]] std::vector<TagPair> frequent_pairs(const std::vector<std::string>& tags,
                                                  const std::vector<TagSet>& sets);

}  // namespace mrbill::catalog
