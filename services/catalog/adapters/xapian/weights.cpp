#include "adapters/xapian/weights.hpp"

#include <algorithm>
#include <cmath>

namespace mrbill::catalog {

namespace {

constexpr double nothing_missing = 1'000;  // more than words can weigh

struct Sum {
  Xapian::docid id;
  double weight;
  std::size_t words;  // that tell
};

std::vector<Sum> added(const std::vector<Sum>& sums, const Matches& word, bool filler) {
  const std::size_t one = filler ? 0 : 1;
  std::vector<Sum> all;
  all.reserve(sums.size() + word.size());
  auto sum = sums.begin();
  for (const auto& match : word) {
    while (sum != sums.end() && sum->id < match.id) all.push_back(*sum++);
    if (sum != sums.end() && sum->id == match.id) {
      all.push_back({match.id, sum->weight + match.weight, sum->words + one});
      ++sum;
    } else {
      all.push_back({match.id, match.weight, one});
    }
  }
  all.insert(all.end(), sum, sums.end());
  return all;
}

}  // namespace

// Robertson, Zaragoza 2009: the more often, the more it weighs, ever less so; and the less, the longer
// the text.
double saturated(const Posting& posting) {
  constexpr double k = 1;
  constexpr double b = 0.5;
  constexpr double usual_length = 40;
  const double times = std::max<Xapian::termcount>(posting.times, 1);
  return times * (k + 1) / (times + k * (1 - b + b * posting.length / usual_length));
}

double Rarities::of(std::int64_t documents_with_it) {
  const auto of_them = next(documents_with_it);
  const auto all = static_cast<double>(std::max(all_, of_them));
  const auto some = static_cast<double>(of_them);
  return std::log(1 + (all - some + 0.5) / (some + 0.5));
}

std::int64_t Rarities::next(std::int64_t now) {
  if (at_ == counted_.size()) counted_.push_back(now);
  return counted_[at_++];
}

std::size_t telling(const std::vector<WordMatches>& words) {
  return static_cast<std::size_t>(std::ranges::count(words, false, &WordMatches::filler));
}

std::size_t enough_of(std::size_t words) {
  return words < 3 ? words : std::max(words - 2, (words + 1) / 2);
}

Matches with_enough(const std::vector<WordMatches>& words, std::size_t view, std::size_t needed) {
  const auto all = telling(words);
  auto left = all;
  std::vector<Sum> sums;
  for (const auto& word : words) {
    sums = added(sums, word.by_view[view], word.filler);
    if (!word.filler) --left;
    std::erase_if(sums, [&](const Sum& sum) { return sum.words + left < needed; });
  }
  Matches matches;
  for (const auto& sum : sums) {
    const bool whole = sum.words == all;
    matches.push_back({sum.id, sum.weight + (whole ? nothing_missing : 0), whole});
  }
  return matches;
}

Matches best_of(Matches matches) {
  std::ranges::sort(matches, [](const Match& a, const Match& b) {
    return a.id != b.id ? a.id < b.id : a.weight > b.weight;
  });
  const auto repeated = std::ranges::unique(matches, {}, &Match::id);
  matches.erase(repeated.begin(), repeated.end());
  return matches;
}

}  // namespace mrbill::catalog
