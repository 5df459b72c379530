// The files of Unicode's own data (Debian: unicode-data), which say what every implementation has to answer.
//
//   for (const auto& line : unicode_lines("CaseFolding.txt")) fields_of(line)   // {"0041", "C", "0061"}
//   utf8_of("0044 0307")                                                        // "Ḋ", in two code points
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mrbill::testing {

// Without comments and blank lines. A file whose name ends in .bz2 is unpacked. Throws where there is none.
[[nodiscard]] std::vector<std::string> unicode_lines(const std::string& file);

// What is between semicolons, without blanks around it.
[[nodiscard]] std::vector<std::string> fields_of(std::string_view line);

[[nodiscard]] std::u32string code_points_of(std::string_view hexadecimal);  // divided by blanks
[[nodiscard]] std::string utf8_of(std::u32string_view code_points);
[[nodiscard]] std::string utf8_of(std::string_view hexadecimal);

// The code points that came with a version after the 14.0 that libutf8proc speaks: what is in it cannot be
// asked of us.
class UnicodeAge {
 public:
  UnicodeAge();
  [[nodiscard]] bool knows(std::u32string_view code_points) const;

 private:
  std::vector<std::pair<char32_t, char32_t>> known_;
};

}  // namespace mrbill::testing
