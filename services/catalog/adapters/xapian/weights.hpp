// How well a document matches words: BM25's in kind, out of the document and of counts that the caller may
// know, so that the weights of two databases compare, and the same counts give the same weights.
#pragma once

#include <cstdint>
#include <vector>

#include "adapters/xapian/matches.hpp"
#include "adapters/xapian/view.hpp"

namespace mrbill::catalog {

// Of a word in a document.
[[nodiscard]] double saturated(const Posting& posting);

// How much words tell: the rarer, the more. Counts what it is asked for, or goes by what was counted when a
// search began: then what others write meanwhile changes no weight.
class Rarities {
 public:
  // With none, or of another search, it counts anew.
  explicit Rarities(std::vector<std::int64_t> counted) : counted_(std::move(counted)) {}

  void begin(std::int64_t documents) { all_ = next(documents); }
  [[nodiscard]] double of(std::int64_t documents_with_it);
  [[nodiscard]] const std::vector<std::int64_t>& counted() const { return counted_; }

 private:
  std::int64_t next(std::int64_t now);
  std::vector<std::int64_t> counted_;
  std::size_t at_ = 0;
  std::int64_t all_ = 0;
};

// What one typed word finds in a view, by ascending id, and whether a slip was forgiven for it nowhere.
struct WordMatches {
  std::vector<Matches> by_view = {};
  bool filler = false;  // may be missing
};

// Documents with enough of the words, `needed` of those that tell; the fewer are missing, the better.
[[nodiscard]] Matches with_enough(const std::vector<WordMatches>& words, std::size_t view,
                                  std::size_t needed);
// Of several words one or two may be missing.
[[nodiscard]] std::size_t enough_of(std::size_t words);
[[nodiscard]] std::size_t telling(const std::vector<WordMatches>& words);

// The best weight of each document.
[[nodiscard]] Matches best_of(Matches matches);

}  // namespace mrbill::catalog
