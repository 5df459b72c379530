#include "domain/choices.hpp"

#include <algorithm>
#include <array>

namespace mrbill::content {
namespace {

constexpr std::array styles{
    StyleChoice{"aurora", "Aurora", "A night sky of soft light and glass.",
                "Um c\u00e9u noturno de luz suave e vidro."},
    StyleChoice{"folio", "Folio", "Paper and ink, set like a fine book.",
                "Papel e tinta, como em um bom livro."},
    StyleChoice{"poster", "Poster", "Big type on flat colour, hard cuts.",
                "Letras grandes em cor chapada, cortes secos."},
    StyleChoice{"terminal", "Terminal", "Letters on a dark screen, a blinking cursor.",
                "Letras em uma tela escura e um cursor piscando."},
};
constexpr std::array tracks{
    TrackChoice{"sunday-tape", "Sunday Tape"},   TrackChoice{"rainy-window", "Rainy Window"},
    TrackChoice{"neon-morning", "Neon Morning"}, TrackChoice{"night-drive", "Night Drive"},
    TrackChoice{"first-light", "First Light"},   TrackChoice{"slow-orbit", "Slow Orbit"},
    TrackChoice{"extra-life", "Extra Life"},     TrackChoice{"high-score", "High Score"},
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
