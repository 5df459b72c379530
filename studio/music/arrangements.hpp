// Arrangements of our own, as different as four bands.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include <music/arrangement.hpp>

namespace mrbill::music {

[[nodiscard]] Arrangement lofi();       // warm, swung: electric piano, dusty drums, a round bass
[[nodiscard]] Arrangement synthpop();   // bright, four on the floor: detuned saws that pump, arpeggio, claps
[[nodiscard]] Arrangement cinematic();  // wide and slow: strings of saws, a felt piano, bells, distant drums
[[nodiscard]] Arrangement chiptune();   // pulse waves, fast arpeggios, noise drums

// What a person can choose from.
struct Track {
  std::string_view id;
  std::string_view title;
  std::string_view mood;  // one English word
  Arrangement (*arrangement)();
  std::uint64_t seed;
};
[[nodiscard]] const std::array<Track, 8>& tracks();
[[nodiscard]] const Track* find_track(std::string_view id);  // null when there is none

// Fifteen seconds of it, as `compose` gives them.
[[nodiscard]] std::vector<float> preview(const Track& track);

}  // namespace mrbill::music
