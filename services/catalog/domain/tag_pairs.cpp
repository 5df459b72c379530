#include "domain/tag_pairs.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <tuple>

namespace mrbill::catalog {
namespace {

using Counts = std::array<std::int64_t, paired_tags * paired_tags>;  // of each pair, at [first][second]

void add(Counts& counts, const TagSet& set, std::size_t tags) {
  auto rest = set.tags & ((std::uint64_t{1} << tags) - 1);
  for (; rest != 0; rest &= rest - 1) {
    const auto first = static_cast<std::size_t>(std::countr_zero(rest));
    for (auto others = rest & (rest - 1); others != 0; others &= others - 1)
      counts[first * paired_tags + static_cast<std::size_t>(std::countr_zero(others))] += set.pocs;
  }
}

}  // namespace

std::vector<TagPair> frequent_pairs(const std::vector<std::string>& tags, const std::vector<TagSet>& sets) {
  const auto known = std::min(tags.size(), paired_tags);
  Counts counts{};
  for (const auto& set : sets) add(counts, set, known);
  std::vector<TagPair> pairs;
  for (std::size_t first = 0; first < known; ++first) {
    for (std::size_t second = first + 1; second < known; ++second) {
      const auto count = counts[first * paired_tags + second];
      if (count > 0) pairs.push_back({tags[first], tags[second], count});
    }
  }
  std::ranges::sort(pairs, [](const TagPair& a, const TagPair& b) {
    return std::tie(b.count, a.first, a.second) < std::tie(a.count, b.first, b.second);
  });
  if (pairs.size() > max_tag_pairs) pairs.resize(max_tag_pairs);
  return pairs;
}

}  // namespace mrbill::catalog
