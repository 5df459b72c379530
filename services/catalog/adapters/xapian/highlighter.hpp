// Where the words were found, for the eye: a fragment of each field with marks on the words that matched, 50
// at most, each around whole letters.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "adapters/xapian/schema.hpp"
#include "ports/poc_search.hpp"

namespace mrbill::catalog {

class Highlighter {
 public:
  explicit Highlighter(const std::vector<std::string>& matched_words);
  [[nodiscard]] std::vector<Highlight> highlights(const schema::ShownText& shown) const;

 private:
  void mark_field(Highlight::Field field, const std::string& text, std::vector<Highlight>& out) const;
  void mark_list(Highlight::Field field, const std::string& list, std::vector<Highlight>& out) const;

  [[nodiscard]] bool matches(const std::string& word) const;

  std::unordered_set<std::string> words_;
};

}  // namespace mrbill::catalog
