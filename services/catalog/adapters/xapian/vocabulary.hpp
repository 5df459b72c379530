// The words that a caller may see, in the index and what lies over it: what a misspelt word may stand for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adapters/xapian/view.hpp"

namespace mrbill::catalog {

class Vocabulary {
 public:
  explicit Vocabulary(const std::vector<View>& views) : views_(views) {}

  // Words that differ by 1 to `tolerated` letters; the nearest and most frequent first, `max` at most.
  [[nodiscard]] std::vector<std::string> corrections(std::string_view word, std::size_t tolerated,
                                                     std::size_t max) const;

 private:
  const std::vector<View>& views_;
};

}  // namespace mrbill::catalog
