// A note while it sounds.
#pragma once

#include <memory>

#include <music/arrangement.hpp>
#include <music/notes.hpp>

namespace mrbill::music {

class Sounding {
 public:
  virtual ~Sounding() = default;
  // Adds its next frames. False: it is over, and need not be asked again.
  virtual bool add_to(float* left, float* right, int frames) = 0;
};
using SoundingPtr = std::unique_ptr<Sounding>;

[[nodiscard]] SoundingPtr start(const Timbre& timbre, const Note& note);

// Of each family; `start` knows which.
[[nodiscard]] SoundingPtr start_subtractive(const Timbre& timbre, const Note& note);
[[nodiscard]] SoundingPtr start_keys(const Timbre& timbre, const Note& note);
[[nodiscard]] SoundingPtr start_string(const Timbre& timbre, const Note& note);
[[nodiscard]] SoundingPtr start_struck(const Timbre& timbre, const Note& note);  // piano, bell
[[nodiscard]] SoundingPtr start_drum(const Timbre& timbre, const Note& note);

// Noise that grows over the note's length, and the hit after it.
[[nodiscard]] SoundingPtr start_riser(const Note& note);
[[nodiscard]] SoundingPtr start_impact(const Note& note);

}  // namespace mrbill::music
