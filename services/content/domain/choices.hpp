// What a film may look and sound like. A style is a folder of render/video/styles; a new one is added here as
// well, with its words (a test compares the two).
#pragma once

#include <span>
#include <string_view>

#include "domain/content.hpp"

namespace mrbill::content {

struct StyleChoice {
  std::string_view id, name, english, portuguese;
  [[nodiscard]] std::string_view description(Locale locale) const {
    return locale == Locale::pt_br ? portuguese : english;
  }
};
// The first is the default.
[[nodiscard]] std::span<const StyleChoice> style_choices();
[[nodiscard]] bool is_style(std::string_view id);

// Our own music, by the names of studio/music; any goes with any style.
struct TrackChoice {
  std::string_view id, name;
};
inline constexpr std::string_view no_music = "none";
[[nodiscard]] std::span<const TrackChoice> track_choices();
[[nodiscard]] bool is_track(std::string_view id);

}  // namespace mrbill::content
