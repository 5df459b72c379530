// How a printed report looks: one family in two cuts, four sizes, one accent, one grid. Language colours are
// data, never decoration.
#pragma once

#include <array>
#include <string_view>

#include <pdf/typesetter.hpp>

namespace mrbill::content::report {

inline constexpr std::array<std::string_view, 25> fallback_fonts{
    "NotoSans-Regular.ttf",         "NotoSansArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",   "NotoSansDevanagari-Regular.ttf",
    "NotoSansBengali-Regular.ttf",  "NotoSansTamil-Regular.ttf",
    "NotoSansTelugu-Regular.ttf",   "NotoSansThai-Regular.ttf",
    "NotoSansGeorgian-Regular.ttf", "NotoSansArmenian-Regular.ttf",
    "NotoSansEthiopic-Regular.ttf", "NotoSansGujarati-Regular.ttf",
    "NotoSansKannada-Regular.ttf",  "NotoSansMalayalam-Regular.ttf",
    "NotoSansGurmukhi-Regular.ttf", "NotoSansOriya-Regular.ttf",
    "NotoSansSinhala-Regular.ttf",  "NotoSansKhmer-Regular.ttf",
    "NotoSansLao-Regular.ttf",      "NotoSansMyanmar-Regular.ttf",
    "NotoSansCJK-Regular.ttc",      "NotoColorEmoji.ttf",
    "NotoSansSymbols-Regular.ttf",  "NotoSansSymbols2-Regular.ttf",
    "NotoSansMath-Regular.ttf"};

// Points. Content stands between left and right, top and bottom; the foot is below.
namespace grid {
inline constexpr double left = 56, right = 543, top = 72, bottom = 778, foot = 808;
inline constexpr double width = right - left;
inline constexpr double gutter = 18;
}  // namespace grid

namespace palette {
inline constexpr pdf::Colour ink{.red = 0.086, .green = 0.094, .blue = 0.114};
inline constexpr pdf::Colour soft{.red = 0.357, .green = 0.38, .blue = 0.42};
inline constexpr pdf::Colour hair{.red = 0.84, .green = 0.85, .blue = 0.87};
inline constexpr pdf::Colour wash{.red = 0.955, .green = 0.958, .blue = 0.965};
inline constexpr pdf::Colour accent{.red = 0.106, .green = 0.227, .blue = 0.71};
inline constexpr pdf::Colour link{.red = 0.6, .green = 0.66, .blue = 0.88};  // the line under it
inline constexpr pdf::Colour no_language{.red = 0.66, .green = 0.68, .blue = 0.71};
inline constexpr pdf::Colour paper{.red = 1, .green = 1, .blue = 1};
}  // namespace palette

struct Theme {
  explicit Theme(pdf::Typesetter& type);
  pdf::Style cover_title, title, heading, number, lead, text, note, label, cell, cell_strong, cell_soft,
      figure, head, foot, mark;
};

[[nodiscard]] pdf::Colour language_colour(std::string_view language);
// For the parts of a whole that are no languages: from dark to light, told apart in grey too.
[[nodiscard]] pdf::Colour step_colour(std::size_t step, std::size_t steps);

}  // namespace mrbill::content::report
