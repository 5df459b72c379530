// Characters as people see them: é of two code points, a family of seven are one each (Unicode's extended
// grapheme clusters).
//
//   Characters characters(text);
//   characters.begin_of(at), characters.end_of(at)   // the borders around a byte
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace mrbill::text {

class Characters {
 public:
  explicit Characters(std::string_view text);  // of valid UTF-8
  // The nearest border at or before, and at or behind: `at` itself where it is one.
  [[nodiscard]] std::uint32_t begin_of(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t end_of(std::uint32_t at) const;

 private:
  std::vector<std::uint32_t> borders_;  // ascending, with both ends; none where every byte is a character
  std::uint32_t size_;
};

}  // namespace mrbill::text
