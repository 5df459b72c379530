// A game console of four channels: pulses, a triangle, noise.
#include <music/arrangements.hpp>

namespace mrbill::music {
namespace {

Timbre pulse(double width, Envelope envelope, double vibrato = 0) {
  return {.wave = Wave::pulse,
          .pulse_width = width,
          .envelope = envelope,
          .cutoff = 12000,
          .opening = 0,
          .vibrato = vibrato};
}

std::vector<Voice> harmony() {
  return {
      {.role = Role::arpeggio,
       .timbre = pulse(0.125, {0.001, 0.05, 0.3, 0.02}),
       .pattern = "xxxxxxxxxxxxxxxx",
       .centre = 67,
       .level = -20,
       .pan = 0.35,
       .width = 0.1,
       .reverb = 0.2,
       .plays_in_break = true,
       .human = 0},
      {.timbre = pulse(0.5, {0.001, 0.08, 0.25, 0.03}),
       .pattern = "..x-..x-..x-..x-",
       .centre = 60,
       .level = -21,
       .pan = -0.3,
       .width = 0.4,
       .reverb = 0.2,
       .from_energy = 0.4,
       .human = 0},
      {.role = Role::motif,
       .timbre = pulse(0.25, {0.002, 0.25, 0.6, 0.05}, 14),
       .centre = 79,
       .level = -18,
       .width = 0,
       .reverb = 0.25,
       .delay = 0.25,
       .from_energy = 0.4,
       .human = 0},
  };
}

std::vector<Voice> melody() {
  return {
      {.role = Role::motif,
       .timbre = pulse(0.5, {0.002, 0.25, 0.5, 0.05}, 10),
       .centre = 67,
       .level = -22,
       .pan = -0.2,
       .width = 0,
       .reverb = 0.2,
       .delay = 0.1,
       .from_energy = 0.75,
       .human = 0},
      {.role = Role::root,
       .timbre = {.wave = Wave::triangle, .envelope = {0.001, 0.2, 0.85, 0.02}, .cutoff = 9000, .opening = 0},
       .pattern = "x-x-8-x-x-x-8-5-x-x-8-x-x-8-5-8-",
       .centre = 43,
       .level = -9,
       .width = 0,
       .reverb = 0,
       .human = 0},
  };
}

std::vector<Voice> drums() {
  return {
      {.role = Role::beat,
       .timbre = {.instrument = Instrument::kick, .ring = 0.55, .brightness = 0.5, .tune = 4},
       .pattern = "X.....x.X.......X.....x.X...x...",
       .level = -6,
       .width = 0,
       .reverb = 0,
       .from_energy = 0.4,
       .human = 0},
      {.role = Role::beat,
       .timbre = {.instrument = Instrument::snare, .ring = 0.7, .brightness = 0.7, .is_coarse = true},
       .pattern = "....X.......X..o",
       .level = -7,
       .width = 0,
       .reverb = 0.1,
       .from_energy = 0.4,
       .human = 0},
      {.role = Role::beat,
       .timbre = {.instrument = Instrument::hat, .ring = 0.7, .brightness = 0.4, .is_coarse = true},
       .pattern = "x.oox.oox.oox.oo",
       .level = -12,
       .width = 0.1,
       .reverb = 0,
       .from_energy = 0.6,
       .human = 0},
  };
}

}  // namespace

Arrangement chiptune() {
  Arrangement out;
  out.tempo = {130, 140, 152};
  out.key = 0;  // C
  out.mode = Mode::major;
  out.verse = {{0, 3}, {4, 3}, {5, 3}, {3, 3}};   // I V vi IV
  out.chorus = {{3, 3}, {4, 3}, {2, 3}, {5, 3}};  // IV V iii vi
  out.room = {.seconds = 0.5, .damping = 0.4, .level = -12};
  out.delay_beats = 0.5;
  out.drive = 0.25;
  out.riser = -32;
  out.impact = -22;
  out.accent = {.wave = Wave::pulse, .pulse_width = 0.25, .envelope = {0.001, 0.12, 0.1, 0.1}, .opening = 0};
  out.accent_level = -19;
  for (const auto& group : {harmony(), melody(), drums()})
    out.voices.insert(out.voices.end(), group.begin(), group.end());
  return out;
}

}  // namespace mrbill::music
