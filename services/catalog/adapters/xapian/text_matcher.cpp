#include "adapters/xapian/text_matcher.hpp"

#include <algorithm>
#include <cmath>

#include "adapters/xapian/tokeniser.hpp"
#include "adapters/xapian/typo.hpp"

namespace mrbill::catalog {

namespace {

constexpr std::size_t most_words = 32;
constexpr std::size_t most_forgiven = 10;
constexpr std::size_t most_corrections = 24;
constexpr double completion_share = 0.5;
constexpr double correction_share = 0.3;
constexpr double whole_name_weight = 10'000;  // more than any words can weigh

// Robertson, Zaragoza 2009: the more often, the more it weighs, ever less so; and the less, the longer the text.
double saturated(const Posting& posting) {
  constexpr double k = 1;
  constexpr double b = 0.5;
  constexpr double usual_length = 40;
  const double times = posting.times;
  return times * (k + 1) / (times + k * (1 - b + b * posting.length / usual_length));
}

double rarity(std::int64_t documents, std::int64_t of_them) {
  const auto all = static_cast<double>(std::max(documents, of_them));
  const auto some = static_cast<double>(of_them);
  return std::log(1 + (all - some + 0.5) / (some + 0.5));
}

bool is_empty(const std::vector<Postings>& by_view) {
  return std::ranges::all_of(by_view, [](const auto& postings) { return postings.empty(); });
}

// The best weight of each document.
Matches best_of(Matches matches) {
  std::ranges::sort(matches, [](const Match& a, const Match& b) {
    return a.id != b.id ? a.id < b.id : a.weight > b.weight;
  });
  const auto repeated = std::ranges::unique(matches, {}, &Match::id);
  matches.erase(repeated.begin(), repeated.end());
  return matches;
}

struct Sum {
  Xapian::docid id;
  double weight;
  std::size_t words;
};

std::vector<Sum> added(const std::vector<Sum>& sums, const Matches& word) {
  std::vector<Sum> all;
  all.reserve(sums.size() + word.size());
  auto sum = sums.begin();
  for (const auto& match : word) {
    while (sum != sums.end() && sum->id < match.id) all.push_back(*sum++);
    if (sum != sums.end() && sum->id == match.id) {
      all.push_back({match.id, sum->weight + match.weight, sum->words + 1});
      ++sum;
    } else {
      all.push_back({match.id, match.weight, 1});
    }
  }
  all.insert(all.end(), sum, sums.end());
  return all;
}

// Documents with at least `needed` of the words.
Matches with_words(const std::vector<std::vector<Matches>>& words, std::size_t view, std::size_t needed) {
  std::vector<Sum> sums;
  for (std::size_t i = 0; i < words.size(); ++i) {
    sums = added(sums, words[i][view]);
    const auto left = words.size() - i - 1;
    std::erase_if(sums, [&](const Sum& sum) { return sum.words + left < needed; });
  }
  Matches matches;
  for (const auto& sum : sums) matches.push_back({sum.id, sum.weight});
  return matches;
}

}  // namespace

TextMatcher::TextMatcher(std::string_view text, const std::vector<View>& views) : text_(text), views_(views) {
  for (const auto& view : views_) size_ += view.size();
  for (auto& token : tokenise(text)) {
    if (token.part || words_.size() == most_words) continue;
    if (std::ranges::find(words_, token.word) == words_.end()) words_.push_back(std::move(token.word));
  }
}

TextMatches TextMatcher::read_as(Reading reading) {
  TextMatches found;
  found.by_view.resize(views_.size());
  std::vector<std::vector<Matches>> words;
  for (const auto& typed : typed_words(reading)) words.push_back(matches_of(typed, found.words));
  const bool one_may_lack =
      reading == Reading::forgetful && words.size() >= 2 && words.size() <= most_forgiven;
  const auto needed = one_may_lack ? words.size() - 1 : words.size();
  for (std::size_t i = 0; i < views_.size(); ++i) found.by_view[i] = with_words(words, i, needed);
  put_whole_name_first(found);
  return found;
}

// Short words may be wrong only beside others: alone they would stand for anything.
std::vector<TextMatcher::TypedWord> TextMatcher::typed_words(Reading reading) const {
  const bool forgives = reading != Reading::as_typed && words_.size() <= most_forgiven;
  std::vector<TypedWord> typed;
  for (const auto& word : words_) {
    auto tolerated = tolerated_typos(word);
    if (forgives && words_.size() > 1) tolerated = std::max<std::size_t>(tolerated, 1);
    typed.push_back({word, tolerated, forgives});
  }
  return typed;
}

TextMatcher::Meaning TextMatcher::meaning_of(std::vector<std::string> words, double share) const {
  Meaning meaning{.share = share, .words = std::move(words), .by_view = {}};
  for (const auto& view : views_) meaning.by_view.push_back(view.with_any(meaning.words));
  return meaning;
}

TextMatcher::Meaning TextMatcher::completed(std::string_view word) const {
  Meaning meaning{.share = completion_share, .words = {}, .by_view = {}};
  for (const auto& view : views_) meaning.by_view.push_back(view.with_beginning(word, meaning.words));
  return meaning;
}

const TextMatcher::Known& TextMatcher::known(const std::string& word) {
  const auto seen = known_.find(word);
  if (seen != known_.end()) return seen->second;
  Known found{meaning_of({word}, 1), completed(word)};
  return known_.emplace(word, std::move(found)).first->second;
}

const TextMatcher::Meaning& TextMatcher::corrected(const TypedWord& typed) {
  const std::pair key(typed.word, typed.tolerated);
  const auto seen = corrected_.find(key);
  if (seen != corrected_.end()) return seen->second;
  auto found =
      meaning_of(vocabulary_.corrections(typed.word, typed.tolerated, most_corrections), correction_share);
  return corrected_.emplace(key, std::move(found)).first->second;
}

std::vector<Matches> TextMatcher::matches_of(const TypedWord& typed, std::vector<std::string>& words) {
  const auto& [exact, completed] = known(typed.word);
  std::vector<const Meaning*> meanings{&exact, &completed};
  const bool is_known = !is_empty(exact.by_view) || !is_empty(completed.by_view);
  if (!is_known || typed.forgive_known) meanings.push_back(&corrected(typed));
  for (const auto* meaning : meanings) {
    words.insert(words.end(), meaning->words.begin(), meaning->words.end());
  }
  return weighed(meanings);
}

std::vector<Matches> TextMatcher::weighed(const std::vector<const Meaning*>& meanings) const {
  std::vector<Matches> by_view;
  std::size_t documents = 0;
  for (std::size_t view = 0; view < views_.size(); ++view) {
    Matches matches;
    for (const auto* meaning : meanings) {
      for (const auto& posting : meaning->by_view[view]) {
        matches.push_back({posting.id, saturated(posting) * meaning->share});
      }
    }
    by_view.push_back(best_of(std::move(matches)));
    documents += by_view.back().size();
  }
  const auto factor = rarity(size_, static_cast<std::int64_t>(documents));
  for (auto& matches : by_view) {
    for (auto& match : matches) match.weight *= factor;
  }
  return by_view;
}

// What holds no word at all ("???") is found by its whole name alone.
void TextMatcher::put_whole_name_first(TextMatches& found) const {
  for (std::size_t view = 0; view < views_.size(); ++view) {
    auto& matches = found.by_view[view];
    for (const auto id : views_[view].with_name(text_)) {
      const auto match = std::ranges::lower_bound(matches, id, {}, &Match::id);
      if (match != matches.end() && match->id == id) {
        match->weight += whole_name_weight;
      } else if (words_.empty()) {
        matches.insert(match, {id, whole_name_weight});
      }
    }
  }
}

}  // namespace mrbill::catalog
