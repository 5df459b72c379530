#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>

#include <base/unreachable.hpp>
#include <music/harmony.hpp>

namespace mrbill::music {
namespace {

using Scale = std::array<int, 7>;

constexpr Scale scale_of(Mode mode) {
  switch (mode) {
    case Mode::major:
      return {0, 2, 4, 5, 7, 9, 11};
    case Mode::minor:
      return {0, 2, 3, 5, 7, 8, 10};
    case Mode::dorian:
      return {0, 2, 3, 5, 7, 9, 10};
    case Mode::lydian:
      return {0, 2, 4, 6, 7, 9, 11};
    case Mode::mixolydian:
      return {0, 2, 4, 5, 7, 9, 10};
  }
  unreachable();
}

int floor_divide(int a, int b) {
  return a >= 0 ? a / b : -((b - 1 - a) / b);
}

// Every voicing of the tones whose lowest note is each of them in turn, as close as can be.
std::vector<std::vector<int>> inversions(const std::vector<int>& tones, int centre) {
  std::vector<std::vector<int>> out;
  for (std::size_t first = 0; first < tones.size(); ++first) {
    for (const auto shift : {-12, 0}) {
      std::vector<int> notes;
      auto low = nearest_pitch(tones[first], centre) + shift;
      for (std::size_t i = 0; i < tones.size(); ++i) {
        auto note = nearest_pitch(tones[(first + i) % tones.size()], low);
        while (note < low || (i > 0 && note == low)) note += 12;
        notes.push_back(note);
        low = note;
      }
      out.push_back(std::move(notes));
    }
  }
  return out;
}

double distance(const std::vector<int>& notes, const std::vector<int>& before, int centre) {
  double sum = 0;
  double mean = 0;
  for (const auto note : notes) {
    mean += note;
    int nearest = before.empty() ? 0 : std::numeric_limits<int>::max();
    for (const auto other : before) nearest = std::min(nearest, std::abs(note - other));
    sum += nearest;
  }
  return sum + 0.7 * std::abs(mean / static_cast<double>(notes.size()) - centre);
}

}  // namespace

int pitch_of_step(int key, Mode mode, int step) {
  const auto octave = floor_divide(step, 7);
  return 60 + key + 12 * octave + scale_of(mode)[static_cast<std::size_t>(step - 7 * octave)];
}

std::vector<int> tones_of(int key, Mode mode, Chord chord) {
  std::vector<int> out;
  for (int i = 0; i < chord.notes; ++i) out.push_back(pitch_of_step(key, mode, chord.degree + 2 * i) % 12);
  return out;
}

int nearest_pitch(int pitch_class, int around) {
  const auto base = around - 6;
  return base + ((pitch_class - base) % 12 + 12) % 12;
}

std::vector<int> voiced(const std::vector<int>& tones, int centre, const std::vector<int>& before) {
  const auto all = inversions(tones, centre);
  return *std::ranges::min_element(
      all, {}, [&](const std::vector<int>& notes) { return distance(notes, before, centre); });
}

}  // namespace mrbill::music
