#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <music/dice.hpp>
#include <music/four.hpp>
#include <music/mixer.hpp>
#include <music/notes.hpp>
#include <music/signal.hpp>
#include <music/sounding.hpp>
#include <music/space.hpp>

namespace mrbill::music {
namespace {

constexpr int block = 512;

struct Buffer {
  std::array<float, block> left{};
  std::array<float, block> right{};
  void clear() {
    left.fill(0);
    right.fill(0);
  }
  void add(const Buffer& other, float gain) {
    for (std::size_t i = 0; i < block; ++i) left[i] += gain * other.left[i];
    for (std::size_t i = 0; i < block; ++i) right[i] += gain * other.right[i];
  }
};

// What a part is sent to, as factors.
struct Sends {
  float level = 1;
  float reverb = 0;
  float delay = 0;
  float duck = 0;
};

// A voice while it plays: notes still to come, and those that sound.
class Part {
 public:
  using Start = SoundingPtr (*)(const Timbre&, const Note&);

  Part(Timbre timbre, std::vector<Note> notes, Sends sends, Start how = start)
      : timbre_(timbre), notes_(std::move(notes)), sends_(sends), start_(how) {}

  // False: silent in this block.
  bool render(std::int64_t from, Buffer& out) {
    if (sounding_.empty() && (next_ == notes_.size() || notes_[next_].start >= from + block)) return false;
    out.clear();
    std::erase_if(sounding_,
                  [&](auto& each) { return !each->add_to(out.left.data(), out.right.data(), block); });
    for (; next_ < notes_.size() && notes_[next_].start < from + block; ++next_) {
      const auto offset = static_cast<int>(std::max<std::int64_t>(notes_[next_].start - from, 0));
      auto sounding = start_(timbre_, notes_[next_]);
      if (sounding->add_to(out.left.data() + offset, out.right.data() + offset, block - offset))
        sounding_.push_back(std::move(sounding));
    }
    return true;
  }
  [[nodiscard]] const Sends& sends() const { return sends_; }
  [[nodiscard]] const std::vector<Note>& notes() const { return notes_; }

 private:
  Timbre timbre_;
  std::vector<Note> notes_;
  Sends sends_;
  Start start_;
  std::size_t next_ = 0;
  std::vector<SoundingPtr> sounding_;
};

Sends sends_of(const Voice& voice) {
  return {to_factor(voice.level), static_cast<float>(voice.reverb), static_cast<float>(voice.delay),
          static_cast<float>(voice.duck)};
}

Note over(double from, double to, double velocity, std::uint64_t seed) {
  return {.start = std::lround(from * sample_rate),
          .length = std::lround((to - from) * sample_rate),
          .velocity = velocity,
          .seed = seed};
}

// The noise that leads into a fuller scene.
std::vector<Note> risers(const Plan& plan) {
  std::vector<Note> out;
  for (std::size_t i = 0; i + 1 < plan.bars.size(); ++i) {
    if (!plan.bars[i].leads_up) continue;
    const auto is_reveal = plan.bars[i + 1].is_reveal;
    const auto first = is_reveal && i > 0 ? static_cast<int>(i) - 1 : static_cast<int>(i);
    const auto to = is_reveal ? plan.silent_from : plan.grid.second_of_bar(static_cast<int>(i) + 1);
    if (to > plan.grid.second_of_bar(first))
      out.push_back(over(plan.grid.second_of_bar(first), to, is_reveal ? 1 : 0.6, i));
  }
  return out;
}

std::vector<Note> impacts(const Plan& plan) {
  std::vector<Note> out;
  for (std::size_t i = 1; i < plan.bars.size(); ++i) {
    const auto& here = plan.bars[i];
    const auto rises = here.energy > plan.bars[i - 1].energy + 0.05;
    if (!here.begins_scene && !rises && !here.is_reveal && !here.is_last) continue;
    const auto velocity = here.is_reveal ? 1.0 : here.is_last ? 0.6 : rises ? 0.55 : 0.16;
    out.push_back(over(plan.grid.second_of_bar(static_cast<int>(i)), 0, velocity, i));
  }
  return out;
}

std::vector<Part> parts_of(const Arrangement& arrangement, const Plan& plan, std::uint64_t seed) {
  Dice dice(seed);
  const auto piece_seed = dice.next();
  std::vector<Part> out;
  for (const auto& voice : arrangement.voices)
    out.emplace_back(voice.timbre, notes_of(arrangement, voice, plan, piece_seed, dice.next()),
                     sends_of(voice));
  out.emplace_back(arrangement.accent, accent_notes(arrangement, plan),
                   Sends{to_factor(arrangement.accent_level), 0.4F, 0.15F, 0});
  out.emplace_back(Timbre{}, risers(plan), Sends{to_factor(arrangement.riser), 0.25F, 0, 0},
                   [](const Timbre&, const Note& note) { return start_riser(note); });
  out.emplace_back(Timbre{}, impacts(plan), Sends{to_factor(arrangement.impact), 0.3F, 0, 0},
                   [](const Timbre&, const Note& note) { return start_impact(note); });
  return out;
}

// How far others are pressed down by the kick: at once, and up again within a beat.
class Pump {
 public:
  Pump(const Arrangement& arrangement, const std::vector<Part>& parts, double seconds_per_beat)
      : rise_(static_cast<float>(1 / (0.75 * seconds_per_beat * sample_rate))) {
    for (std::size_t i = 0; i < arrangement.voices.size(); ++i) {
      if (arrangement.voices[i].timbre.instrument != Instrument::kick) continue;
      for (const auto& note : parts[i].notes()) kicks_.push_back(note.start);
    }
    std::ranges::sort(kicks_);
  }

  void next(std::int64_t from, std::array<float, block>& out) {
    for (int i = 0; i < block; ++i) {
      if (next_ < kicks_.size() && kicks_[next_] <= from + i) {
        way_ = 0;
        ++next_;
      }
      way_ = std::min(way_ + rise_, 1.0F);
      const auto target = (1 - way_) * (1 - way_);
      level_ += 0.01F * (target - level_);  // 2 ms: no click
      out[static_cast<std::size_t>(i)] = level_;
    }
  }

 private:
  std::vector<std::int64_t> kicks_;
  std::size_t next_ = 0;
  float rise_;
  float way_ = 1;
  float level_ = 0;
};

void duck(Buffer& buffer, const std::array<float, block>& pump, float amount) {
  if (amount <= 0) return;
  for (std::size_t i = 0; i < block; ++i) {
    const auto gain = 1 - amount * pump[i];
    buffer.left[i] *= gain;
    buffer.right[i] *= gain;
  }
}

// A recorder's tape: it saturates, ends below the highest tones, and its speed wavers.
class Tape {
 public:
  explicit Tape(const Arrangement& arrangement)
      : drive_(static_cast<float>(0.6 + 1.6 * arrangement.drive)),
        is_dull_(arrangement.highest < 18'000),
        depth_(static_cast<float>(arrangement.wow * std::log(2) / 1200 / (2 * std::numbers::pi * wow_hertz) *
                                  sample_rate)) {
    for (auto& side : sides_) {
      side.dull.tune(static_cast<float>(arrangement.highest), 0.15F);
      side.memory.resize(1024);
    }
  }

  void play(Buffer& buffer) {
    for (std::size_t i = 0; i < block; ++i) {
      const auto back = depth_ * (1 + sine(phase_)) + 2;
      phase_ = wrapped(phase_ + static_cast<float>(wow_hertz) / rate);
      buffer.left[i] = sides_[0].feed(*this, buffer.left[i], back);
      buffer.right[i] = sides_[1].feed(*this, buffer.right[i], back);
      at_ = (at_ + 1) % 1024;
    }
  }

 private:
  static constexpr double wow_hertz = 0.7;
  struct Side {
    std::vector<float> memory;
    Filter dull;
    float before = 0;
    float through = 0;

    float feed(Tape& tape, float in, float back) {
      auto out = saturated(in * tape.drive_) / tape.drive_;
      through = out - before + 0.9975F * through;  // what is below 20 Hz is nothing but a load
      before = out;
      out = through;
      if (tape.is_dull_) {
        dull.feed(out);
        out = dull.low;
      }
      if (tape.depth_ <= 0) return out;
      memory[tape.at_] = out;
      const auto whole = static_cast<std::size_t>(back);
      const auto part = back - static_cast<float>(whole);
      const auto a = memory[(tape.at_ + 1024 - whole) % 1024];
      const auto b = memory[(tape.at_ + 1023 - whole) % 1024];
      return a + part * (b - a);
    }
  };

  float drive_;
  bool is_dull_;
  float depth_;
  float phase_ = 0;
  std::size_t at_ = 0;
  std::array<Side, 2> sides_;
};

// Silence before the reveal, fades at both ends.
double gain_at(double second, const Arrangement& arrangement, const Plan& plan) {
  constexpr double gate = 0.03;
  auto out = std::clamp(second / std::max(arrangement.fade_in, 0.005), 0.0, 1.0);
  const auto fade = std::min(std::max(plan.grid.seconds_per_bar() * 0.8, 1.2), plan.seconds / 4);
  const auto left = std::clamp((plan.seconds - second) / fade, 0.0, 1.0);
  out *= left * left * (3 - 2 * left);
  if (second >= plan.silent_from && second < plan.silent_to)
    out *= std::clamp(std::max(1 - (second - plan.silent_from) / gate, 1 - (plan.silent_to - second) / 0.002),
                      0.0, 1.0);
  return out;
}

}  // namespace

std::vector<float> mix(const Arrangement& arrangement, const Plan& plan, std::uint64_t seed) {
  const NoDenormals quick;
  auto parts = parts_of(arrangement, plan, seed);
  Pump pump(arrangement, parts, plan.grid.seconds_per_beat());
  Reverb reverb(arrangement.room);
  Echo echo(plan.grid.seconds_per_beat() * arrangement.delay_beats);
  Tape tape(arrangement);
  const auto frames = static_cast<std::size_t>(std::llround(plan.seconds * sample_rate));
  std::vector<float> out(frames * 2);
  Buffer voice, dry, to_reverb, to_echo;
  std::array<float, block> pumped{};
  for (std::size_t from = 0; from < frames; from += block) {
    for (auto* buffer : {&dry, &to_reverb, &to_echo}) buffer->clear();
    pump.next(static_cast<std::int64_t>(from), pumped);
    for (auto& part : parts) {
      if (!part.render(static_cast<std::int64_t>(from), voice)) continue;
      const auto& sends = part.sends();
      duck(voice, pumped, sends.duck);
      dry.add(voice, sends.level);
      if (sends.reverb > 0) to_reverb.add(voice, sends.level * sends.reverb);
      if (sends.delay > 0) to_echo.add(voice, sends.level * sends.delay);
    }
    Buffer echoed;
    echo.add(to_echo.left.data(), to_echo.right.data(), echoed.left.data(), echoed.right.data(), block);
    dry.add(echoed, 1);
    to_reverb.add(echoed, 0.3F);
    reverb.add(to_reverb.left.data(), to_reverb.right.data(), dry.left.data(), dry.right.data(), block);
    tape.play(dry);
    const auto count = std::min<std::size_t>(block, frames - from);
    for (std::size_t i = 0; i < count; ++i) {
      const auto gain =
          static_cast<float>(gain_at(static_cast<double>(from + i) / sample_rate, arrangement, plan));
      out[2 * (from + i)] = dry.left[i] * gain;
      out[2 * (from + i) + 1] = dry.right[i] * gain;
    }
  }
  return out;
}

}  // namespace mrbill::music
