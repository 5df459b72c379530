// A voice's notes over the whole piece.
#pragma once

#include <cstdint>
#include <vector>

#include <music/plan.hpp>

namespace mrbill::music {

struct Note {
  std::int64_t start = 0;   // frames
  std::int64_t length = 0;  // frames until it is let go
  double pitch = 60;        // MIDI
  double velocity = 0.8;    // 0..1
  double pan = 0;           // -1..1
  double energy = 0.5;      // of its bar
  std::uint64_t seed = 0;
};

[[nodiscard]] std::vector<Note> notes_of(const Arrangement& arrangement, const Voice& voice, const Plan& plan,
                                         std::uint64_t piece_seed, std::uint64_t voice_seed);

// One for each accent: the tonic and its fifth.
[[nodiscard]] std::vector<Note> accent_notes(const Arrangement& arrangement, const Plan& plan);

}  // namespace mrbill::music
