#include "adapters/xapian/text_matcher.hpp"

#include <algorithm>

#include "adapters/xapian/typo.hpp"

namespace mrbill::catalog {

namespace {

constexpr std::size_t max_forgiven = 10;      // words
constexpr std::size_t max_listed = 5;         // corrections of a word
constexpr double whole_name_weight = 10'000;  // more than any words can weigh

bool holds(const Matches& matches, Xapian::docid id) {
  return std::ranges::binary_search(matches, id, {}, &Match::id);
}

}  // namespace

TextMatcher::TextMatcher(std::string_view text, const std::vector<View>& views,
                         const std::optional<SearchPosition>& after)
    : text_(text), views_(views), words_(typed_words(text)) {
  for (const auto& view : views_) size_ += view.size();
  if (!after) return;
  counted_ = after->counted;
  for (std::size_t i = 0; i < std::min(words_.size(), after->words.size()); ++i)
    words_[i].read = after->words[i];
}

TextMatches TextMatcher::read_as(Reading reading) {
  TextMatches found;
  forgiven_.clear();
  Rarities rarities(counted_);
  rarities.begin(size_);
  const auto typed = words_with(Forgiveness::of_unknown_words, rarities, found);
  const auto all = telling(typed);
  for (std::size_t view = 0; view < views_.size(); ++view)
    found.by_view.push_back(with_enough(typed, view, enough_of(all)));
  if (reading != Reading::as_typed && words_.size() <= max_forgiven) {
    const auto forgiven = words_with(Forgiveness::of_all, rarities, found);
    const auto needed = reading == Reading::forgetful && all >= 2 ? all - 1 : all;
    for (std::size_t view = 0; view < views_.size(); ++view) {
      auto matches = with_enough(forgiven, view, needed);
      matches.insert(matches.end(), found.by_view[view].begin(), found.by_view[view].end());
      found.by_view[view] = best_of(std::move(matches));
    }
  }
  for (const auto& word : words_) found.read.push_back(reading_of(word));
  put_whole_name_first(found);
  tell_corrections(found);
  found.counted = rarities.counted();
  return found;
}

std::vector<WordMatches> TextMatcher::words_with(Forgiveness forgiveness, Rarities& rarities,
                                                 TextMatches& found) {
  std::vector<WordMatches> words;
  for (const auto& typed : words_) {
    const auto meanings = meanings_of(typed, forgiveness);
    for (const auto* meaning : meanings)
      found.words.insert(found.words.end(), meaning->words.begin(), meaning->words.end());
    found.words.push_back(typed.word);
    words.push_back(weighed(meanings, rarities));
    words.back().filler = typed.filler;
  }
  return words;
}

WordReading TextMatcher::reading_of(const TypedWord& typed) {
  if (typed.read) return *typed.read;
  const auto& known = meanings_.as_typed(typed);
  return known.empty() ? WordReading::corrected : known.back().read;
}

std::vector<const Meaning*> TextMatcher::meanings_of(const TypedWord& typed, Forgiveness forgiveness) {
  const auto& known = meanings_.as_typed(typed);
  std::vector<const Meaning*> meanings;
  for (const auto& meaning : known) meanings.push_back(&meaning);
  const bool is_corrected = reading_of(typed) == WordReading::corrected;
  if (!is_corrected && forgiveness == Forgiveness::of_unknown_words) return meanings;
  const auto slips = tolerated(typed, forgiveness);
  if (slips == 0) return meanings;
  const auto& corrected = meanings_.corrected(typed.word, slips);
  if (corrected.is_empty()) return meanings;
  meanings.push_back(&corrected);
  forgiven_.push_back({typed, corrected});
  return meanings;
}

// Short words may be wrong only beside others: alone they would stand for anything.
std::size_t TextMatcher::tolerated(const TypedWord& typed, Forgiveness forgiveness) const {
  if (typed.closed || !may_be_misspelt(typed.word)) return 0;
  const auto slips = tolerated_typos(typed.word);
  const bool beside_others = forgiveness == Forgiveness::of_all && words_.size() > 1;
  return beside_others ? std::max<std::size_t>(slips, 1) : slips;
}

WordMatches TextMatcher::weighed(const std::vector<const Meaning*>& meanings, Rarities& rarities) const {
  WordMatches word;
  std::size_t documents = 0;
  for (std::size_t view = 0; view < views_.size(); ++view) {
    Matches matches;
    for (const auto* meaning : meanings) {
      for (const auto& posting : meaning->by_view[view])
        matches.push_back({posting.id, saturated(posting) * meaning->share});
    }
    word.by_view.push_back(best_of(std::move(matches)));
    documents += word.by_view.back().size();
  }
  const auto factor = rarities.of(static_cast<std::int64_t>(documents));
  for (auto& matches : word.by_view) {
    for (auto& match : matches) match.weight *= factor;
  }
  return word;
}

// Found by its whole name even where it holds no word at all ("???").
void TextMatcher::put_whole_name_first(TextMatches& found) const {
  for (std::size_t view = 0; view < views_.size(); ++view) {
    auto& matches = found.by_view[view];
    for (const auto id : views_[view].with_name(text_)) {
      const auto match = std::ranges::lower_bound(matches, id, {}, &Match::id);
      if (match != matches.end() && match->id == id) {
        match->weight += whole_name_weight;
        match->whole = true;
      } else {
        matches.insert(match, {id, whole_name_weight});
      }
    }
  }
}

void TextMatcher::tell_corrections(TextMatches& found) {
  for (const auto& [typed, meaning] : forgiven_) {
    const bool told =
        std::ranges::find(found.corrections, typed.word, &Correction::typed) != found.corrections.end();
    if (told) continue;
    Correction correction{.typed = typed.word};
    for (const auto& word : meaning.words) {
      if (correction.words.size() < max_listed && is_needed(word, typed, found))
        correction.words.push_back(word);
    }
    if (!correction.words.empty()) found.corrections.push_back(std::move(correction));
  }
}

// Whether something was found by this word that has none of the typed word's own meanings.
bool TextMatcher::is_needed(const std::string& word, const TypedWord& typed, const TextMatches& found) {
  const auto& own = meanings_.as_typed(typed);
  for (std::size_t view = 0; view < views_.size(); ++view) {
    for (const auto& posting : views_[view].with_any({word})) {
      const bool as_typed = std::ranges::any_of(own, [&](const Meaning& meaning) {
        return std::ranges::binary_search(meaning.by_view[view], posting.id, {}, &Posting::id);
      });
      if (!as_typed && holds(found.by_view[view], posting.id)) return true;
    }
  }
  return false;
}

}  // namespace mrbill::catalog
