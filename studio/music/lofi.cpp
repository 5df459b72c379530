// Warm and swung: dusty drums, an electric piano, a guitar.
#include <music/arrangements.hpp>

namespace mrbill::music {
namespace {

std::vector<Voice> harmony() {
  const Timbre keys{
      .instrument = Instrument::keys, .envelope = {0.004, 1.5, 0.6, 0.5}, .ring = 1.1, .brightness = 0.45};
  const Timbre pad{.wave = Wave::triangle,
                   .unison = 3,
                   .detune = 18,
                   .noise = 0.02,
                   .envelope = {0.7, 1, 0.8, 1.2},
                   .cutoff = 1400,
                   .resonance = 0.05};
  const Timbre bass{.wave = Wave::triangle,
                    .sub = 0.6,
                    .envelope = {0.008, 0.5, 0.65, 0.12},
                    .cutoff = 700,
                    .sweep = 1,
                    .sweep_seconds = 0.08};
  return {
      {.timbre = keys,
       .pattern = "X-----x---------..o-x-----------",
       .centre = 62,
       .level = -11,
       .width = 0.5,
       .reverb = 0.25,
       .duck = 0.25,
       .plays_in_break = true},
      {.timbre = pad,
       .pattern = "x---------------",
       .centre = 60,
       .level = -23,
       .width = 0.8,
       .reverb = 0.5,
       .duck = 0.3,
       .from_energy = 0.4,
       .plays_in_break = true},
      {.role = Role::root,
       .timbre = bass,
       .pattern = "X-----..x---5-..X---..x-8---7-x-",
       .centre = 41,
       .level = -8,
       .width = 0,
       .reverb = 0,
       .duck = 0.35,
       .from_energy = 0.4},
  };
}

std::vector<Voice> melody() {
  const Timbre guitar{
      .instrument = Instrument::string, .envelope = {.release = 0.3}, .ring = 0.8, .brightness = 0.4};
  return {
      {.role = Role::motif,
       .timbre = guitar,
       .centre = 69,
       .level = -3,
       .pan = 0.25,
       .width = 0.2,
       .reverb = 0.35,
       .delay = 0.3,
       .from_energy = 0.6},
      {.role = Role::motif,
       .timbre = {.instrument = Instrument::bell, .ring = 0.8, .brightness = 0.3},
       .centre = 81,
       .level = -19,
       .pan = -0.3,
       .width = 0.3,
       .reverb = 0.5,
       .delay = 0.25,
       .from_energy = 0.95},
  };
}

std::vector<Voice> low_drums() {
  return {
      {.role = Role::beat,
       .timbre = {.instrument = Instrument::kick, .ring = 0.9, .brightness = 0.25},
       .pattern = "X.....x...X.....X......x..X.....",
       .level = -3.5,
       .width = 0,
       .reverb = 0.03,
       .from_energy = 0.4,
       .human = 0.6},
      {.role = Role::beat,
       .timbre = {.instrument = Instrument::snare, .ring = 0.9, .brightness = 0.3, .tune = -2},
       .pattern = "....X.......X..o",
       .level = -1,
       .width = 0.05,
       .reverb = 0.18,
       .from_energy = 0.4,
       .human = 1.5},
      {.role = Role::beat,
       .timbre = {.instrument = Instrument::rim},
       .pattern = "..........o.....",
       .level = -8,
       .pan = 0.4,
       .reverb = 0.3,
       .from_energy = 0.5},
  };
}

std::vector<Voice> high_drums() {
  return {
      {.role = Role::beat,
       .timbre = {.instrument = Instrument::hat, .ring = 0.9, .brightness = 0.3},
       .pattern = "x.o.x.o.x.o.x.oo",
       .level = -4,
       .pan = -0.25,
       .width = 0.2,
       .reverb = 0.08,
       .from_energy = 0.4,
       .human = 1.6},
      {.role = Role::beat,
       .timbre = {.instrument = Instrument::shaker, .brightness = 0.4},
       .pattern = "..x...x...x...x.",
       .level = -10,
       .pan = 0.35,
       .reverb = 0.1,
       .from_energy = 0.6,
       .human = 1.6},
      {.role = Role::root,
       .timbre = {.instrument = Instrument::crackle, .brightness = 0.5},
       .pattern = "x---------------",
       .level = -8,
       .width = 0.4,
       .reverb = 0,
       .plays_in_break = true,
       .human = 0},
  };
}

}  // namespace

Arrangement lofi() {
  Arrangement out;
  out.tempo = {70, 80, 92};
  out.key = 5;  // F
  out.mode = Mode::major;
  out.verse = {{1, 5}, {4, 4}, {0, 5}, {5, 4}};   // ii V I vi
  out.chorus = {{3, 5}, {4, 4}, {2, 4}, {5, 5}};  // IV V iii vi
  out.swing = 0.28;
  out.room = {.seconds = 1.3, .damping = 0.65, .level = -5};
  out.delay_beats = 1.5;
  out.drive = 0.55;
  out.highest = 10'500;
  out.wow = 7;
  out.riser = -30;
  out.impact = -20;
  out.fade_in = 0.05;
  out.accent = {.instrument = Instrument::bell, .ring = 0.9, .brightness = 0.35};
  out.accent_level = -21;
  for (const auto& group : {harmony(), melody(), low_drums(), high_drums()})
    out.voices.insert(out.voices.end(), group.begin(), group.end());
  return out;
}

}  // namespace mrbill::music
