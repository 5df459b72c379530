#include "domain/choices.hpp"

#include <algorithm>
#include <array>

namespace mrbill::content {
namespace {

constexpr std::array styles{
    StyleChoice{"aurora", "Aurora", "Night sky, soft light, slow waves.",
                "C\u00e9u noturno, luz suave, ondas lentas."},
    StyleChoice{"poster", "Poster", "Big type on flat colour, hard cuts.",
                "Letras grandes em cor chapada, cortes secos."},
    StyleChoice{"blueprint", "Blueprint", "Fine lines on a drafting table.",
                "Linhas finas sobre a prancheta."},
    StyleChoice{"terminal", "Terminal", "Green letters, a blinking cursor.",
                "Letras verdes, cursor piscando."},
};
constexpr std::array tracks{
    TrackChoice{"aurora", "Aurora"},
    TrackChoice{"poster", "Poster"},
    TrackChoice{"blueprint", "Blueprint"},
    TrackChoice{"terminal", "Terminal"},
};

}  // namespace

std::span<const StyleChoice> style_choices() {
  return styles;
}
bool is_style(std::string_view id) {
  return std::ranges::count(styles, id, &StyleChoice::id) > 0;
}
std::span<const TrackChoice> track_choices() {
  return tracks;
}
bool is_track(std::string_view id) {
  return std::ranges::count(tracks, id, &TrackChoice::id) > 0;
}

}  // namespace mrbill::content
