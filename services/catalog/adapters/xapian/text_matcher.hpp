// What a person typed, matched against what they may see.
//
// Every word of one or two must match; of more, most of them, and what lacks none comes first. A word matches
// as it stands, in the other number, joined with its neighbours or apart, as the beginning of a longer word
// (ranked lower), or, where there is no such word, as a slip of the finger for a near one (lower still). The
// best of a word's meanings counts. A POC whose whole name is what was typed comes first of all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adapters/xapian/meanings.hpp"
#include "adapters/xapian/weights.hpp"
#include "ports/poc_search.hpp"

namespace mrbill::catalog {

struct TextMatches {
  std::vector<Matches> by_view = {};
  std::vector<std::string> words = {};       // all that may have matched, for highlights
  std::vector<Correction> corrections = {};  // without which something would not have been found
  std::vector<WordReading> read = {};        // how each word was read
  std::vector<std::int64_t> counted = {};    // what the weights are made of
};

class TextMatcher {
 public:
  // Views outlive it. Behind an earlier page of the same search it goes on as that was read.
  TextMatcher(std::string_view text, const std::vector<View>& views,
              const std::optional<SearchPosition>& after);
  [[nodiscard]] TextMatches read_as(Reading reading);

 private:
  struct Forgiven {
    const TypedWord& typed;
    const Meaning& meaning;
  };
  enum class Forgiveness : std::uint8_t { of_unknown_words, of_all };
  [[nodiscard]] std::vector<WordMatches> words_with(Forgiveness forgiveness, Rarities& rarities,
                                                    TextMatches& found);
  [[nodiscard]] WordReading reading_of(const TypedWord& typed);
  [[nodiscard]] std::vector<const Meaning*> meanings_of(const TypedWord& typed, Forgiveness forgiveness);
  [[nodiscard]] std::size_t tolerated(const TypedWord& typed, Forgiveness forgiveness) const;
  [[nodiscard]] WordMatches weighed(const std::vector<const Meaning*>& meanings, Rarities& rarities) const;
  void put_whole_name_first(TextMatches& found) const;
  void tell_corrections(TextMatches& found);
  [[nodiscard]] bool is_needed(const std::string& word, const TypedWord& typed, const TextMatches& found);

  std::string_view text_;
  const std::vector<View>& views_;
  std::vector<std::int64_t> counted_;
  Meanings meanings_{views_};
  std::int64_t size_ = 0;
  std::vector<TypedWord> words_;
  std::vector<Forgiven> forgiven_;
};

}  // namespace mrbill::catalog
