// The melody that a piece is known by: two bars that return, ended differently every second time.
#pragma once

#include <cstdint>
#include <vector>

#include <music/arrangement.hpp>

namespace mrbill::music {

inline constexpr int bar_steps = 16;  // sixteenths

struct MotifNote {
  int step = 0;    // sixteenth within the four bars
  int length = 2;  // sixteenths
  int degree = 0;  // of the scale, 0 the tonic
  bool is_strong = false;
};

// Four bars: question, answer.
[[nodiscard]] std::vector<MotifNote> make_motif(std::uint64_t seed);

}  // namespace mrbill::music
