// Bright and straight: saws that pump against the kick.
#include <music/arrangements.hpp>

namespace mrbill::music {
namespace {

std::vector<Voice> harmony() {
  const Timbre pad{.wave = Wave::saw,
                   .unison = 4,
                   .detune = 26,
                   .envelope = {0.25, 1, 0.85, 0.6},
                   .cutoff = 1500,
                   .resonance = 0.1,
                   .opening = 2.4};
  const Timbre stab{.wave = Wave::saw,
                    .unison = 4,
                    .detune = 20,
                    .envelope = {0.004, 0.25, 0.25, 0.18},
                    .cutoff = 1300,
                    .resonance = 0.2,
                    .sweep = 1.8,
                    .sweep_seconds = 0.12,
                    .opening = 1.6};
  const Timbre bass{.wave = Wave::saw,
                    .sub = 0.7,
                    .envelope = {0.004, 0.18, 0.55, 0.06},
                    .cutoff = 420,
                    .resonance = 0.3,
                    .sweep = 2.2,
                    .sweep_seconds = 0.09,
                    .opening = 1};
  return {
      {.timbre = pad,
       .pattern = "x---------------",
       .centre = 60,
       .level = -17,
       .width = 0.9,
       .reverb = 0.4,
       .duck = 0.75,
       .plays_in_break = true},
      {.timbre = stab,
       .pattern = "X-.x-.x-..x-.x-.",
       .centre = 64,
       .level = -16,
       .width = 0.7,
       .reverb = 0.25,
       .delay = 0.12,
       .duck = 0.6,
       .from_energy = 0.6,
       .human = 0.3},
      {.role = Role::root,
       .timbre = bass,
       .pattern = "..x-..x-..x-..x-..x-..x-..x-x-8-",
       .centre = 40,
       .level = -6.5,
       .width = 0,
       .reverb = 0,
       .duck = 0.5,
       .from_energy = 0.4,
       .human = 0.2},
  };
}

std::vector<Voice> melody() {
  const Timbre pluck{.wave = Wave::pulse,
                     .pulse_width = 0.3,
                     .envelope = {0.002, 0.16, 0, 0.12},
                     .cutoff = 1700,
                     .resonance = 0.25,
                     .sweep = 2,
                     .sweep_seconds = 0.07,
                     .opening = 2};
  const Timbre lead{.wave = Wave::saw,
                    .unison = 2,
                    .detune = 12,
                    .envelope = {0.01, 0.3, 0.7, 0.2},
                    .cutoff = 3200,
                    .resonance = 0.15,
                    .sweep = 0.8,
                    .sweep_seconds = 0.15,
                    .vibrato = 12};
  return {
      {.role = Role::arpeggio,
       .timbre = pluck,
       .pattern = "XoxoXoxoXoxoXoxo",
       .centre = 66,
       .level = -17,
       .width = 0.8,
       .reverb = 0.25,
       .delay = 0.35,
       .duck = 0.4,
       .plays_in_break = true,
       .human = 0.2},
      {.role = Role::motif,
       .timbre = lead,
       .centre = 76,
       .level = -16,
       .width = 0.1,
       .reverb = 0.3,
       .delay = 0.3,
       .duck = 0.3,
       .from_energy = 0.75,
       .human = 0.4},
      {.role = Role::motif,
       .timbre = {.instrument = Instrument::bell, .ring = 0.7, .brightness = 0.6},
       .centre = 76,
       .level = -17,
       .width = 0.2,
       .reverb = 0.4,
       .delay = 0.3,
       .from_energy = 0.45,
       .to_energy = 0.7,
       .human = 0.4},
  };
}

std::vector<Voice> drums() {
  return {
      {.role = Role::beat,
       .timbre = {.instrument = Instrument::kick, .ring = 1, .brightness = 0.6},
       .pattern = "X...X...X...X...",
       .level = -3,
       .width = 0,
       .reverb = 0,
       .from_energy = 0.4,
       .human = 0},
      {.role = Role::beat,
       .timbre = {.instrument = Instrument::clap, .ring = 1, .brightness = 0.6},
       .pattern = "....X.......X...",
       .level = -2,
       .width = 0,
       .reverb = 0.3,
       .from_energy = 0.6,
       .human = 0.3},
      {.role = Role::beat,
       .timbre = {.instrument = Instrument::snare, .ring = 0.8, .brightness = 0.6},
       .pattern = "....x.......x...",
       .level = -6,
       .width = 0,
       .reverb = 0.2,
       .from_energy = 0.75,
       .human = 0.3},
      {.role = Role::beat,
       .timbre = {.instrument = Instrument::hat, .ring = 0.8, .brightness = 0.6},
       .pattern = "o.o.o.o.o.o.o.oo",
       .level = -10,
       .pan = 0.2,
       .width = 0.1,
       .reverb = 0.05,
       .from_energy = 0.4,
       .human = 0.5},
      {.role = Role::beat,
       .timbre = {.instrument = Instrument::hat, .ring = 4, .brightness = 0.55},
       .pattern = "..x...x...x...x.",
       .level = -13,
       .pan = -0.15,
       .width = 0.1,
       .reverb = 0.08,
       .from_energy = 0.6,
       .human = 0.4},
  };
}

}  // namespace

Arrangement synthpop() {
  Arrangement out;
  out.tempo = {112, 120, 128};
  out.key = 9;  // A
  out.mode = Mode::major;
  out.verse = {{5, 3}, {3, 3}, {0, 3}, {4, 3}};   // vi IV I V
  out.chorus = {{3, 4}, {4, 3}, {5, 4}, {0, 3}};  // IV V vi I
  out.room = {.seconds = 1.8, .damping = 0.35, .level = -6};
  out.delay_beats = 0.75;
  out.drive = 0.35;
  out.riser = -17;
  out.impact = -12;
  out.accent = {.wave = Wave::saw,
                .unison = 4,
                .detune = 22,
                .envelope = {0.003, 0.35, 0, 0.3},
                .cutoff = 4200,
                .sweep = 1.5};
  out.accent_level = -16;
  for (const auto& group : {harmony(), melody(), drums()})
    out.voices.insert(out.voices.end(), group.begin(), group.end());
  return out;
}

}  // namespace mrbill::music
