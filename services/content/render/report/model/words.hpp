// Distinct words with a small number each: languages, tags, frameworks.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace mrbill::content::report {

using WordId = std::uint32_t;
inline constexpr WordId no_word = UINT32_MAX;

class Words {
 public:
  WordId id(std::string_view word) {
    const auto known = ids_.find(word);
    if (known != ids_.end()) return known->second;
    const auto& kept = words_.emplace_back(word);
    const auto id = static_cast<WordId>(words_.size() - 1);
    ids_.emplace(kept, id);
    return id;
  }
  [[nodiscard]] std::string_view operator[](WordId id) const { return words_[id]; }
  [[nodiscard]] std::size_t size() const { return words_.size(); }

 private:
  std::deque<std::string> words_;  // never moved: the map looks into it
  std::unordered_map<std::string_view, WordId> ids_;
};

}  // namespace mrbill::content::report
