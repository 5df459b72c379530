// Wide and slow: strings, a felt piano, distant drums.
#include <music/arrangements.hpp>

namespace mrbill::music {
namespace {

std::vector<Voice> harmony() {
  const Timbre strings{.wave = Wave::saw,
                       .unison = 4,
                       .detune = 22,
                       .noise = 0.015,
                       .envelope = {1.1, 2, 0.9, 1.8},
                       .cutoff = 1100,
                       .resonance = 0.02,
                       .opening = 2.6,
                       .vibrato = 6};
  const Timbre choir{.wave = Wave::triangle,
                     .unison = 4,
                     .detune = 30,
                     .noise = 0.03,
                     .envelope = {1.6, 2, 0.9, 2.2},
                     .cutoff = 2200,
                     .resonance = 0.05,
                     .opening = 1};
  const Timbre low{.wave = Wave::saw,
                   .unison = 2,
                   .detune = 10,
                   .sub = 0.9,
                   .envelope = {0.5, 2, 0.9, 1.2},
                   .cutoff = 260,
                   .resonance = 0.05,
                   .opening = 2};
  return {
      {.timbre = strings,
       .pattern = "x---------------",
       .centre = 57,
       .level = -18,
       .width = 0.9,
       .reverb = 0.55,
       .plays_in_break = true},
      {.timbre = choir,
       .pattern = "x---------------",
       .centre = 69,
       .level = -23,
       .width = 1,
       .reverb = 0.8,
       .from_energy = 0.45,
       .plays_in_break = true},
      {.role = Role::root,
       .timbre = low,
       .pattern = "x---------------",
       .centre = 38,
       .level = -11,
       .width = 0,
       .reverb = 0.1,
       .from_energy = 0.4},
  };
}

std::vector<Voice> melody() {
  const Timbre piano{.instrument = Instrument::piano,
                     .envelope = {.attack = 0.004, .release = 1.2},
                     .ring = 1.4,
                     .brightness = 0.45};
  const Timbre ostinato{.wave = Wave::saw,
                        .unison = 2,
                        .detune = 8,
                        .envelope = {0.015, 0.14, 0.1, 0.15},
                        .cutoff = 1500,
                        .resonance = 0.05,
                        .sweep = 1,
                        .sweep_seconds = 0.1,
                        .opening = 2};
  return {
      {.role = Role::arpeggio,
       .timbre = piano,
       .pattern = "x---x---x-x-x---x---x---x---x-x-",
       .centre = 62,
       .level = -3,
       .width = 0.5,
       .reverb = 0.45,
       .delay = 0.15,
       .to_energy = 0.9,
       .plays_in_break = true},
      {.role = Role::motif,
       .timbre = piano,
       .centre = 76,
       .level = -3,
       .width = 0.3,
       .reverb = 0.5,
       .delay = 0.2,
       .from_energy = 0.6},
      {.role = Role::arpeggio,
       .timbre = ostinato,
       .pattern = "XoxoXoxoXoxoXoxo",
       .centre = 57,
       .level = -14,
       .width = 0.6,
       .reverb = 0.35,
       .from_energy = 0.6,
       .human = 0.6},
      {.role = Role::motif,
       .timbre = {.instrument = Instrument::bell, .ring = 1.4, .brightness = 0.5},
       .centre = 88,
       .level = -19,
       .width = 0.4,
       .reverb = 0.7,
       .from_energy = 0.95},
  };
}

std::vector<Voice> drums() {
  return {
      {.role = Role::beat,
       .timbre = {.instrument = Instrument::kick, .ring = 2.2, .brightness = 0.1, .tune = -3},
       .pattern = "X.......o.......X.....o.x.......",
       .level = -5,
       .width = 0,
       .reverb = 0.4,
       .from_energy = 0.6},
      {.role = Role::beat,
       .timbre = {.instrument = Instrument::kick, .ring = 1, .brightness = 0.35, .tune = 9},
       .pattern = "..o...x...o.x.o...o...x..oo.x.xo",
       .level = -10,
       .width = 0.9,
       .reverb = 0.5,
       .from_energy = 0.75},
      {.role = Role::beat,
       .timbre = {.instrument = Instrument::snare, .ring = 2, .brightness = 0.2, .tune = -7},
       .pattern = "........X.......",
       .level = -8,
       .width = 0.1,
       .reverb = 0.7,
       .from_energy = 0.95},
      {.role = Role::beat,
       .timbre = {.instrument = Instrument::shaker, .brightness = 0.5},
       .pattern = "o.x.o.x.o.x.o.x.",
       .level = -15,
       .pan = 0.3,
       .width = 0.4,
       .reverb = 0.3,
       .from_energy = 0.75},
  };
}

}  // namespace

Arrangement cinematic() {
  Arrangement out;
  out.tempo = {60, 68, 76};
  out.key = 2;  // D
  out.mode = Mode::minor;
  out.verse = {{0, 5}, {5, 4}, {2, 5}, {6, 3}};   // i VI III VII
  out.chorus = {{5, 5}, {6, 4}, {0, 5}, {2, 4}};  // VI VII i III
  out.room = {.seconds = 4.5, .damping = 0.45, .level = -3};
  out.delay_beats = 1;
  out.drive = 0.15;
  out.riser = -22;
  out.impact = -7;
  out.fade_in = 0.6;
  out.accent = {.instrument = Instrument::bell, .ring = 1.6, .brightness = 0.5};
  out.accent_level = -15;
  for (const auto& group : {harmony(), melody(), drums()})
    out.voices.insert(out.voices.end(), group.begin(), group.end());
  return out;
}

}  // namespace mrbill::music
