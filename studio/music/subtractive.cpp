// Oscillators through a filter. Waves with edges are smoothed where they jump (polyBLEP), so that what lies
// above hearing does not come back as false tones.
#include <algorithm>
#include <cmath>
#include <cstdint>

#include <base/unreachable.hpp>
#include <music/dice.hpp>
#include <music/four.hpp>
#include <music/signal.hpp>
#include <music/sounding.hpp>

namespace mrbill::music {
namespace {

constexpr std::size_t lanes = 4;
constexpr int control_frames = 32;  // the filter is turned this often

Four above_zero(Four x) {
  return x > 0.0F ? x : four(0);
}

// Up to four detuned oscillators.
struct Bank {
  Four phase{};
  Four step{};
  Four per_step{};
  Four gain{};

  void tune(float hertz, int count, double cents, double offset) {
    for (std::size_t i = 0; i < lanes; ++i) {
      const auto place = count > 1 ? static_cast<double>(i) / (count - 1) - 0.5 : 0;
      step[i] = hertz / rate * static_cast<float>(std::exp2((place + offset) * cents / 1200));
      gain[i] = i < static_cast<std::size_t>(count) ? 1 / std::sqrt(static_cast<float>(count)) : 0;
    }
    per_step = 1.0F / step;
  }
};

Four saw_at(Four phase, Four per_step) {
  const auto after = above_zero(1.0F - phase * per_step);
  const auto before = above_zero(1.0F - (1.0F - phase) * per_step);
  return 2.0F * phase - 1.0F + after * after - before * before;
}

float saw_at(float phase, float per_step) {
  const auto after = std::max(1 - phase * per_step, 0.0F);
  const auto before = std::max(1 - (1 - phase) * per_step, 0.0F);
  return 2 * phase - 1 + after * after - before * before;
}

float triangle_at(float phase) {
  return 4 * std::abs(phase - 0.5F) - 1;
}
Four triangle_at(Four phase) {
  const auto x = phase - 0.5F;
  return 4.0F * (x > 0.0F ? x : -x) - 1.0F;
}

template <Wave wave, class Number>
Number wave_at(Number phase, Number per_step, float width) {
  if constexpr (wave == Wave::saw) return saw_at(phase, per_step);
  if constexpr (wave == Wave::pulse)
    return saw_at(phase, per_step) - saw_at(wrapped(phase + width), per_step) + 1.0F - 2.0F * width;
  if constexpr (wave == Wave::triangle) return triangle_at(phase);
  return sine(phase);
}

template <Wave wave>
float sample(Bank& bank, float bend, float width) {
  const auto out = wave_at<wave>(bank.phase, bank.per_step, width) * bank.gain;
  bank.phase = wrapped(bank.phase + bank.step * bend);
  return sum(out);
}

template <Wave wave>
class Subtractive final : public Sounding {
 public:
  Subtractive(const Timbre& timbre, const Note& note)
      : timbre_(timbre),
        envelope_(timbre.envelope, note.length),
        noise_(note.seed),
        gain_(static_cast<float>(note.velocity)),
        pan_(note.pan),
        is_wide_(timbre.unison > 1) {
    Dice dice(note.seed);
    const auto hertz = to_hertz(note.pitch);
    for (auto* bank : {&left_, &right_}) {
      bank->tune(hertz, std::clamp(timbre.unison, 1, 4), timbre.detune, bank == &left_ ? 0.06 : -0.06);
      for (std::size_t i = 0; i < lanes; ++i)
        bank->phase[i] = timbre.unison > 1 ? static_cast<float>(dice.unit()) : 0;
    }
    step_ = hertz / rate;
    per_step_ = 1 / step_;
    sub_step_ = step_ / 2;
    // It opens with the piece, with a harder touch, and a little with the pitch.
    cutoff_ = timbre.cutoff * std::exp2(timbre.opening * (note.energy - 0.5) + 0.6 * (note.velocity - 0.7) +
                                        0.3 * (note.pitch - 60) / 12);
  }

  bool add_to(float* left, float* right, int frames) override {
    for (int from = 0; from < frames; from += control_frames) {
      const auto count = std::min(control_frames, frames - from);
      turn();
      if (is_wide_)
        add_wide(left + from, right + from, count);
      else
        add_narrow(left + from, right + from, count);
    }
    return !envelope_.is_over();
  }

 private:
  void turn() {
    const auto second = static_cast<double>(age_) / sample_rate;
    if (age_ == 0 || timbre_.sweep != 0) {
      const auto swept = cutoff_ * std::exp2(timbre_.sweep * std::exp(-second / timbre_.sweep_seconds));
      left_filter_.tune(static_cast<float>(swept), static_cast<float>(timbre_.resonance));
      right_filter_.tune_like(left_filter_);
    }
    if (timbre_.vibrato != 0) {
      const auto depth = timbre_.vibrato * std::min(second / 0.4, 1.0);
      bend_ = static_cast<float>(std::exp2(depth * std::sin(2 * std::numbers::pi * 5.2 * second) / 1200));
    }
    age_ += control_frames;
  }

  float body() {
    float out = 0;
    if (timbre_.sub > 0) {
      out += static_cast<float>(timbre_.sub) * sine(sub_phase_);
      sub_phase_ = wrapped(sub_phase_ + sub_step_);
    }
    if (timbre_.noise > 0) out += static_cast<float>(timbre_.noise) * noise_();
    return out;
  }

  // Copies: what `left` points to might be ours for all that the compiler knows, and be read again each time.
  void add_wide(float* left, float* right, int count) {
    const auto width = static_cast<float>(timbre_.pulse_width);
    auto left_bank = left_;
    auto right_bank = right_;
    auto left_filter = left_filter_;
    auto right_filter = right_filter_;
    for (int i = 0; i < count; ++i) {
      const auto level = envelope_() * gain_;
      const auto middle = body();
      left[i] += left_filter.low_of(sample<wave>(left_bank, bend_, width) + middle) * level * pan_.left;
      right[i] += right_filter.low_of(sample<wave>(right_bank, bend_, width) + middle) * level * pan_.right;
    }
    left_ = left_bank;
    right_ = right_bank;
    left_filter_ = left_filter;
    right_filter_ = right_filter;
  }

  void add_narrow(float* left, float* right, int count) {
    const auto width = static_cast<float>(timbre_.pulse_width);
    auto filter = left_filter_;
    for (int i = 0; i < count; ++i) {
      const auto out = filter.low_of(wave_at<wave>(phase_, per_step_, width) + body()) * envelope_() * gain_;
      phase_ = wrapped(phase_ + step_ * bend_);
      left[i] += out * pan_.left;
      right[i] += out * pan_.right;
    }
    left_filter_ = filter;
  }

  Timbre timbre_;
  EnvelopeRun envelope_;
  Noise noise_;
  float gain_;
  Pan pan_;
  bool is_wide_;
  Bank left_;
  Bank right_;
  Filter left_filter_;
  Filter right_filter_;
  double cutoff_ = 0;
  float bend_ = 1;
  float phase_ = 0;
  float step_ = 0;
  float per_step_ = 0;
  float sub_phase_ = 0;
  float sub_step_ = 0;
  std::int64_t age_ = 0;
};

}  // namespace

SoundingPtr start_subtractive(const Timbre& timbre, const Note& note) {
  switch (timbre.wave) {
    case Wave::saw:
      return std::make_unique<Subtractive<Wave::saw>>(timbre, note);
    case Wave::pulse:
      return std::make_unique<Subtractive<Wave::pulse>>(timbre, note);
    case Wave::triangle:
      return std::make_unique<Subtractive<Wave::triangle>>(timbre, note);
    case Wave::sine:
      return std::make_unique<Subtractive<Wave::sine>>(timbre, note);
  }
  unreachable();
}

}  // namespace mrbill::music
