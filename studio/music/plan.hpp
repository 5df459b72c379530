// What happens in each bar: the score's scenes turned into energy, chords and tension.
#pragma once

#include <cstdint>
#include <vector>

#include <music/arrangement.hpp>
#include <music/compose.hpp>

namespace mrbill::music {

struct Bar {
  double energy = 0;  // 0..1, of the scene it belongs to
  Chord chord = {};
  bool begins_scene = false;
  bool leads_up = false;  // the next bar has more energy, or is the reveal
  bool is_break = false;  // tension before the reveal
  bool is_reveal = false;
  bool is_last = false;  // the tonic rings out
};

struct Plan {
  BeatGrid grid;
  std::vector<Bar> bars = {};
  std::vector<double> accents = {};  // seconds, on beats
  double silent_from = -1;           // seconds; negative: nowhere
  double silent_to = -1;
  double seconds = 0;
};

[[nodiscard]] Plan plan_of(const Arrangement& arrangement, const Score& score);

}  // namespace mrbill::music
