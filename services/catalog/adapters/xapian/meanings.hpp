// What a typed word may stand for, and where that is: the word as it stands, in the other number, as the
// beginning of a longer one, written together or apart, or, as a slip of the finger, a near one.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "adapters/xapian/typed_words.hpp"
#include "adapters/xapian/view.hpp"
#include "adapters/xapian/vocabulary.hpp"

namespace mrbill::catalog {

struct Meaning {
  double share = 1;  // of the weight
  std::vector<std::string> words = {};
  std::vector<Postings> by_view = {};
  WordReading read = WordReading::as_it_stands;
  [[nodiscard]] bool is_empty() const;
};

class Meanings {
 public:
  explicit Meanings(const std::vector<View>& views) : views_(views) {}

  // Without forgiveness; those that are nowhere are left out. References stay good.
  [[nodiscard]] const std::vector<Meaning>& as_typed(const TypedWord& typed);
  [[nodiscard]] const Meaning& corrected(const std::string& word, std::size_t tolerated);

 private:
  using Where = std::vector<Postings>;
  [[nodiscard]] std::vector<Meaning> looked_up(const TypedWord& typed) const;
  [[nodiscard]] Meaning any_of(std::vector<std::string> words, double share) const;
  [[nodiscard]] Meaning all_of(std::vector<std::string> words, double share) const;
  [[nodiscard]] Meaning in_other_number(const std::string& word) const;
  [[nodiscard]] Meaning completed(const std::string& word) const;
  [[nodiscard]] Meaning apart(const std::string& word) const;
  [[nodiscard]] bool is_known(std::string_view word) const;

  const std::vector<View>& views_;
  Vocabulary vocabulary_{views_};
  std::map<std::string, std::vector<Meaning>> as_typed_;
  std::map<std::pair<std::string, std::size_t>, Meaning> corrected_;  // by word and tolerated slips
};

}  // namespace mrbill::catalog
