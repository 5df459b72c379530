#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>

#include <music/dice.hpp>
#include <music/harmony.hpp>
#include <music/motif.hpp>
#include <music/notes.hpp>

namespace mrbill::music {
namespace {

double loudness_of(char letter) {
  switch (letter) {
    case 'X':
      return 1;
    case 'o':
      return 0.45;
    default:
      return 0.75;
  }
}

bool is_onset(char letter) {
  return letter != '.' && letter != '-';
}

// Writes one voice, bar after bar.
class Writer {
 public:
  Writer(const Arrangement& arrangement, const Voice& voice, const Plan& plan, std::uint64_t seed)
      : arrangement_(arrangement), voice_(voice), plan_(plan), dice_(seed) {}

  void play_pattern(int bar) {
    const auto& here = plan_.bars[static_cast<std::size_t>(bar)];
    chord_ = voiced(tones_of(arrangement_.key, arrangement_.mode, here.chord), voice_.centre, chord_);
    const auto steps = steps_of(bar);
    const auto is_drum = voice_.role == Role::beat;
    for (std::size_t i = 0; i < bar_steps; ++i) {
      if (!is_onset(steps[i]) || (here.is_last && i > 0)) continue;
      const auto length = here.is_last ? bar_steps : length_at(steps, i);
      if (is_drum)
        add(bar, static_cast<int>(i), 1, voice_.centre, steps[i]);
      else
        play_tones(bar, static_cast<int>(i), length, steps[i]);
    }
  }

  void play_motif(int bar, const std::vector<MotifNote>& motif) {
    const auto& here = plan_.bars[static_cast<std::size_t>(bar)];
    const auto tones = tones_of(arrangement_.key, arrangement_.mode, here.chord);
    if (here.is_last) {
      add(bar, 0, bar_steps, nearest_pitch(tones[0], voice_.centre + 6), 'x');
      return;
    }
    for (const auto& note : motif) {
      if (note.step / bar_steps != bar % 4) continue;
      const auto wanted =
          pitch_of_step(arrangement_.key, arrangement_.mode, note.degree) + voice_.centre - 66;
      const auto pitch = note.is_strong ? nearest_of(tones, wanted) : wanted;
      add(bar, note.step % bar_steps, note.length, pitch, note.is_strong ? 'X' : 'x');
    }
  }

  // A roll that grows into the next bar.
  void play_roll(int bar) {
    for (int step = 8; step < bar_steps; ++step) {
      if (step < 12 && step % 2 == 1) continue;
      add(bar, step, 1, voice_.centre, 'o');
      notes_.back().velocity *= 0.6 + 0.08 * (step - 8);
    }
  }

  [[nodiscard]] std::vector<Note> take() { return std::move(notes_); }

 private:
  [[nodiscard]] std::string_view steps_of(int bar) const {
    const auto bars = std::max<std::size_t>(voice_.pattern.size() / bar_steps, 1);
    return std::string_view(voice_.pattern)
        .substr(static_cast<std::size_t>(bar) % bars * bar_steps, bar_steps);
  }

  static int length_at(std::string_view steps, std::size_t at) {
    int out = 1;
    while (at + static_cast<std::size_t>(out) < steps.size() &&
           steps[at + static_cast<std::size_t>(out)] == '-')
      ++out;
    return out;
  }

  static int nearest_of(const std::vector<int>& tones, int wanted) {
    int best = nearest_pitch(tones[0], wanted);
    for (const auto tone : tones) {
      const auto pitch = nearest_pitch(tone, wanted);
      if (std::abs(pitch - wanted) < std::abs(best - wanted)) best = pitch;
    }
    return best;
  }

  void play_tones(int bar, int step, int length, char letter) {
    const auto& here = plan_.bars[static_cast<std::size_t>(bar)];
    const auto tones = tones_of(arrangement_.key, arrangement_.mode, here.chord);
    const auto root = nearest_pitch(tones[0], voice_.centre);
    if (letter >= '1' && letter <= '8') {
      const auto index = static_cast<std::size_t>((letter - '1') / 2);
      const auto pitch =
          letter == '8' ? root + 12 : nearest_pitch(tones[std::min(index, tones.size() - 1)], root + 5);
      add(bar, step, length, letter == '1' ? root : pitch, 'x');
    } else if (voice_.role == Role::root) {
      add(bar, step, length, root, letter);
    } else if (voice_.role == Role::arpeggio) {
      add(bar, step, length, arpeggio_tone(), letter);
    } else {
      strum(bar, step, length, letter);
    }
  }

  // Up through two octaves and down again.
  int arpeggio_tone() {
    const auto count = static_cast<int>(chord_.size());
    const auto span = 2 * count;
    const auto at = turn_++ % (2 * span - 2);
    const auto index = at < span ? at : 2 * span - 2 - at;
    return chord_[static_cast<std::size_t>(index % count)] + 12 * (index / count);
  }

  void strum(int bar, int step, int length, char letter) {
    const auto count = static_cast<double>(chord_.size());
    for (std::size_t i = 0; i < chord_.size(); ++i) {
      add(bar, step, length, chord_[i], letter);
      const auto place = count > 1 ? 2 * static_cast<double>(i) / (count - 1) - 1 : 0;
      notes_.back().pan = std::clamp(voice_.pan + place * voice_.width * 0.7, -1.0, 1.0);
      notes_.back().start += std::lround(voice_.human * static_cast<double>(i) * 0.004 * sample_rate);
    }
  }

  void add(int bar, int step, int length, int pitch, char letter) {
    const auto seconds_per_step = plan_.grid.seconds_per_bar() / bar_steps;
    const auto late = step % 2 == 1 ? arrangement_.swing * seconds_per_step : 0;
    const auto second = plan_.grid.second_of_bar(bar) + step * seconds_per_step + late;
    const auto stray = voice_.human * 0.006 * dice_.symmetric() * (step == 0 ? 0.3 : 1);
    const auto& here = plan_.bars[static_cast<std::size_t>(bar)];
    const auto velocity =
        loudness_of(letter) * (0.78 + 0.22 * here.energy) * (1 + 0.1 * voice_.human * dice_.symmetric());
    notes_.push_back({.start = std::max<std::int64_t>(std::lround((second + stray) * sample_rate), 0),
                      .length = std::lround((length - 0.15) * seconds_per_step * sample_rate),
                      .pitch = static_cast<double>(pitch),
                      .velocity = std::clamp(velocity, 0.05, 1.0),
                      .pan = std::clamp(voice_.pan + voice_.width * 0.5 * dice_.symmetric(), -1.0, 1.0),
                      .energy = here.energy,
                      .seed = dice_.next()});
  }

  const Arrangement& arrangement_;
  const Voice& voice_;
  const Plan& plan_;
  Dice dice_;
  std::vector<int> chord_;
  int turn_ = 0;
  std::vector<Note> notes_;
};

// Of time; a fixed one for notes that begin together, as sums depend on it.
auto in_order(const Note& note) {
  return std::tuple(note.start, note.pitch, note.seed);
}

bool plays(const Voice& voice, const Bar& bar) {
  if (bar.is_break) return voice.plays_in_break;
  return bar.energy >= voice.from_energy - 1e-9 && bar.energy <= voice.to_energy + 1e-9;
}

}  // namespace

std::vector<Note> notes_of(const Arrangement& arrangement, const Voice& voice, const Plan& plan,
                           std::uint64_t piece_seed, std::uint64_t voice_seed) {
  const auto motif = make_motif(piece_seed);
  Writer writer(arrangement, voice, plan, voice_seed);
  for (int bar = 0; bar < static_cast<int>(plan.bars.size()); ++bar) {
    const auto& here = plan.bars[static_cast<std::size_t>(bar)];
    const auto is_snare =
        voice.timbre.instrument == Instrument::snare || voice.timbre.instrument == Instrument::clap;
    if (is_snare && here.is_break && here.leads_up) writer.play_roll(bar);
    if (!plays(voice, here)) continue;
    if (voice.role == Role::motif)
      writer.play_motif(bar, motif);
    else
      writer.play_pattern(bar);
    if (is_snare && here.leads_up) writer.play_roll(bar);
  }
  auto out = writer.take();
  std::ranges::sort(out, {}, in_order);
  return out;
}

std::vector<Note> accent_notes(const Arrangement& arrangement, const Plan& plan) {
  std::vector<Note> out;
  for (const auto second : plan.accents) {
    const auto bar =
        std::min(static_cast<std::size_t>(second / plan.grid.seconds_per_bar() + 1e-6), plan.bars.size() - 1);
    const auto tones = tones_of(arrangement.key, arrangement.mode, plan.bars[bar].chord);
    for (const auto index : {0U, 2U, 0U}) {
      const auto octave = out.size() % 3 == 2 ? 12 : 0;
      out.push_back({.start = std::lround(second * sample_rate),
                     .length = std::lround(plan.grid.seconds_per_beat() * sample_rate),
                     .pitch = static_cast<double>(nearest_pitch(tones[index], 74) + octave),
                     .velocity = 0.8,
                     .pan = 0.25 * (static_cast<double>(out.size() % 3) - 1),
                     .energy = 1,
                     .seed = out.size()});
    }
  }
  std::ranges::sort(out, {}, in_order);
  return out;
}

}  // namespace mrbill::music
