// What a piece is made of, as plain data: a style fills one in, `compose` plays it.
//
// A pattern is a bar of sixteen steps, or several: `X` loud, `x`, `o` soft, `.` rest, `-` the note before
// goes on. A digit plays that tone of the chord instead of what the role would (1 3 5 7 8, 8 being the
// root above).
#pragma once

#include <string>
#include <vector>

#include <music/beat_grid.hpp>

namespace mrbill::music {

enum class Mode { major, minor, dorian, lydian, mixolydian };

struct Chord {
  int degree = 0;  // of the scale, 0 being the tonic
  int notes = 3;   // 3: triad, 4: seventh, 5: ninth
};

enum class Instrument {
  subtractive,  // oscillators through a filter: pads, basses, leads, chips
  keys,         // frequency modulation: an electric piano
  string,       // plucked (Karplus-Strong)
  piano,        // struck, felt-soft
  bell,
  kick,
  snare,
  clap,
  hat,
  shaker,
  rim,
  crackle,  // of a record
};

enum class Wave { saw, pulse, triangle, sine };

struct Envelope {  // seconds; sustain is a level
  double attack = 0.005;
  double decay = 0.2;
  double sustain = 0.7;
  double release = 0.2;
};

struct Timbre {
  Instrument instrument = Instrument::subtractive;
  Wave wave = Wave::saw;
  double pulse_width = 0.5;
  int unison = 1;     // oscillators a channel
  double detune = 0;  // cents between the outermost of them
  double sub = 0;     // a sine an octave below
  double noise = 0;   // breath
  Envelope envelope = {};
  double cutoff = 18'000;  // Hz; subtractive
  double resonance = 0.1;  // 0..1
  double sweep = 0;        // octaves by which the filter opens at a note's begin
  double sweep_seconds = 0.2;
  double opening = 1;       // octaves by which it opens as the piece grows
  double vibrato = 0;       // cents
  double ring = 1;          // how long strings, bells and drums sound, 1 being usual
  double brightness = 0.5;  // of strings, keys, bells and drums, 0..1
  double tune = 0;          // semitones; drums
  bool is_coarse = false;   // noise of an old game console; drums
};

enum class Role {
  chord,     // all its notes
  root,      // its root
  arpeggio,  // its notes in turn
  motif,     // the piece's own melody
  beat,      // a drum
};

struct Voice {
  Role role = Role::chord;
  Timbre timbre = {};
  std::string pattern = "x---------------";
  int centre = 60;     // MIDI pitch around which its notes lie
  double level = -12;  // dB
  double pan = 0;      // -1..1
  double width = 0.5;  // how far its notes are spread, 0..1
  double reverb = 0.2;
  double delay = 0;
  double duck = 0;              // how far the kick presses it down, 0..1
  double from_energy = 0;       // it plays in scenes of this energy, 0..1, ...
  double to_energy = 1;         // ... up to this
  bool plays_in_break = false;  // in the bars of tension before the reveal
  double human = 1;             // how far its hits stray: 1 is up to 6 ms
};

struct Room {
  double seconds = 2;    // until -60 dB
  double damping = 0.4;  // 0 bright..1 dark
  double level = -3;     // dB of its return
};

struct Arrangement {
  TempoRange tempo = {};
  int beats_per_bar = 4;
  int key = 0;  // pitch class, 0 being C
  Mode mode = Mode::major;
  std::vector<Chord> verse = {};   // a chord a bar
  std::vector<Chord> chorus = {};  // from the reveal on
  double swing = 0;                // how late every second sixteenth comes, of its length
  std::vector<Voice> voices = {};
  Timbre accent = {};         // what sounds where a number lands
  double accent_level = -14;  // dB
  double riser = -20;         // dB: the noise that grows into a fuller scene
  double impact = -12;        // dB: the low hit on its first beat
  Room room = {};
  double delay_beats = 0.75;
  double drive = 0.3;       // saturation of the whole, 0..1
  double highest = 20'000;  // Hz: an old tape ends at 9,000
  double wow = 0;           // how far the tape's speed wavers, cents
  double fade_in = 0.02;    // seconds
};

}  // namespace mrbill::music
