#include "adapters/xapian/vocabulary.hpp"

#include <algorithm>
#include <tuple>

#include "adapters/xapian/typo.hpp"

namespace mrbill::catalog {

namespace {

struct Candidate {
  std::size_t distance;
  std::int64_t frequency;
  std::string word;
};

std::vector<std::string> best(std::vector<Candidate> candidates, std::size_t max) {
  std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
    return std::tie(a.distance, b.frequency, a.word) < std::tie(b.distance, a.frequency, b.word);
  });
  std::vector<std::string> words;
  for (auto& candidate : candidates) {
    if (words.size() < max) words.push_back(std::move(candidate.word));
  }
  return words;
}

}  // namespace

std::vector<std::string> Vocabulary::corrections(std::string_view word, std::size_t tolerated,
                                                 std::size_t max) const {
  std::map<std::string, std::size_t> near;
  if (tolerated > 0) {
    for (const auto& view : views_) view.add_near(word, tolerated, near);
  }
  std::vector<Candidate> candidates;
  for (const auto& [candidate, distance] : near) {
    if (!may_be_misspelt(candidate)) continue;
    std::int64_t frequency = 0;
    for (const auto& view : views_) frequency += view.frequency(candidate);
    if (frequency > 0) candidates.push_back({distance, frequency, candidate});
  }
  return best(std::move(candidates), max);
}

}  // namespace mrbill::catalog
