// What a style's type is set in.
#pragma once

#include <string>
#include <string_view>

namespace mrbill::content::video {

// A style's own typeface, then those that have the letters and pictures it lacks.
[[nodiscard]] inline std::string with_fallbacks(std::string_view typeface) {
  return std::string(typeface) + ", Noto Sans, Noto Sans Arabic, Noto Sans CJK JP, Noto Color Emoji";
}

}  // namespace mrbill::content::video
