// Scales, chords, and how one chord leads to the next.
#pragma once

#include <vector>

#include <music/arrangement.hpp>

namespace mrbill::music {

// The MIDI pitch of a step of the scale; step 7 is the tonic an octave above step 0. Step 0 lies in [60, 72).
[[nodiscard]] int pitch_of_step(int key, Mode mode, int step);

// Pitch classes (0..11) from the root on.
[[nodiscard]] std::vector<int> tones_of(int key, Mode mode, Chord chord);

// The chord near `centre`, each note as near to one of the chord before as it can be (voice leading).
[[nodiscard]] std::vector<int> voiced(const std::vector<int>& tones, int centre,
                                      const std::vector<int>& before);

// The pitch of a class that lies nearest to `around`.
[[nodiscard]] int nearest_pitch(int pitch_class, int around);

}  // namespace mrbill::music
