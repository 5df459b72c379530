// What a person typed, matched against what they may see.
//
// Every word must match: as it stands, as the beginning of a longer word (ranked lower), or, where there is no such word, as
// a slip of the finger for a near one (lower still). The best of a word's meanings counts. A POC whose whole name is what was
// typed comes first. Weights are BM25's in kind, out of the document and the caller's view alone, so those of two databases
// compare.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/xapian/matches.hpp"
#include "adapters/xapian/view.hpp"
#include "adapters/xapian/vocabulary.hpp"

namespace mrbill::catalog {

enum class Reading : std::uint8_t { as_typed, forgiving, forgetful };

struct TextMatches {
  std::vector<Matches> by_view;
  std::vector<std::string> words;  // all that may have matched, for highlights
};

class TextMatcher {
 public:
  // Views outlive it.
  TextMatcher(std::string_view text, const std::vector<View>& views);
  [[nodiscard]] TextMatches read_as(Reading reading);

 private:
  struct TypedWord {
    std::string word;
    std::size_t tolerated;  // letters that may be wrong
    bool forgive_known;     // even where there is the word as it stands
  };
  struct Meaning {  // words that the typed one may stand for, and where they are
    double share = 1;
    std::vector<std::string> words;
    std::vector<Postings> by_view;
  };
  struct Known {  // without forgiveness
    Meaning exact;
    Meaning completed;
  };
  [[nodiscard]] std::vector<TypedWord> typed_words(Reading reading) const;
  [[nodiscard]] Meaning meaning_of(std::vector<std::string> words, double share) const;
  [[nodiscard]] Meaning completed(std::string_view word) const;
  [[nodiscard]] const Known& known(const std::string& word);
  [[nodiscard]] const Meaning& corrected(const TypedWord& typed);
  [[nodiscard]] std::vector<Matches> matches_of(const TypedWord& typed, std::vector<std::string>& words);
  [[nodiscard]] std::vector<Matches> weighed(const std::vector<const Meaning*>& meanings) const;
  void put_whole_name_first(TextMatches& found) const;

  std::string_view text_;
  const std::vector<View>& views_;
  Vocabulary vocabulary_{views_};
  std::int64_t size_ = 0;
  std::vector<std::string> words_;
  std::map<std::string, Known> known_;
  std::map<std::pair<std::string, std::size_t>, Meaning> corrected_;  // by word and tolerated slips
};

}  // namespace mrbill::catalog
