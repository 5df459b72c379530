// The small parts that instruments and effects are built of. Frequencies in Hz, times in seconds.
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

#include <music/arrangement.hpp>
#include <music/compose.hpp>

namespace mrbill::music {

inline constexpr auto rate = static_cast<float>(sample_rate);

[[nodiscard]] inline float to_factor(double decibels) {
  return static_cast<float>(std::pow(10, decibels / 20));
}
[[nodiscard]] inline float to_hertz(double pitch) {
  return static_cast<float>(440 * std::exp2((pitch - 69) / 12));
}
// What is left after a sample of something that falls to 1/e in `seconds`.
[[nodiscard]] inline float decay_factor(double seconds) {
  return static_cast<float>(std::exp(-1 / (std::max(seconds, 1e-4) * sample_rate)));
}

// sin(2 pi phase), phase in [0, 1); error below 1e-6.
[[nodiscard]] inline float sine(float phase) {
  auto t = phase - (phase > 0.5F ? 1.0F : 0.0F);
  t = t > 0.25F ? 0.5F - t : t < -0.25F ? -0.5F - t : t;
  const auto x = t * 2 * std::numbers::pi_v<float>;
  const auto square = x * x;
  return x * (0.9999966F + square * (-0.16664824F + square * (0.00830629F + square * -0.00018363F)));
}
[[nodiscard]] inline float wrapped(float phase) {  // for phases of zero and more
  return phase - static_cast<float>(static_cast<int>(phase));
}
// A soft knee towards +-1.
[[nodiscard]] inline float saturated(float x) {
  const auto clipped = std::clamp(x, -3.0F, 3.0F);
  const auto square = clipped * clipped;
  return clipped * (27 + square) / (27 + 9 * square);
}

// Equal power.
struct Pan {
  explicit Pan(double place)
      : left(static_cast<float>(std::cos((place + 1) * std::numbers::pi / 4))),
        right(static_cast<float>(std::sin((place + 1) * std::numbers::pi / 4))) {}
  float left;
  float right;
};

// A state-variable filter that stays stable while it is turned (topology-preserving transform).
class Filter {
 public:
  void tune(float hertz, float resonance) {
    const auto g = std::tan(std::numbers::pi_v<float> * std::clamp(hertz, 20.0F, 0.45F * rate) / rate);
    damping_ = 2 - 1.9F * std::clamp(resonance, 0.0F, 1.0F);
    a1_ = 1 / (1 + g * (g + damping_));
    a2_ = g * a1_;
    a3_ = g * a2_;
  }
  void tune_like(const Filter& other) {
    damping_ = other.damping_;
    a1_ = other.a1_;
    a2_ = other.a2_;
    a3_ = other.a3_;
  }
  // What is left below the edge, where nothing else is asked for.
  float low_of(float in) {
    const auto v3 = in - second_;
    const auto middle = a1_ * first_ + a2_ * v3;
    const auto below = second_ + a2_ * first_ + a3_ * v3;
    first_ = 2 * middle - first_;
    second_ = 2 * below - second_;
    return below;
  }
  void feed(float in) {
    const auto v3 = in - second_;
    band = a1_ * first_ + a2_ * v3;
    low = second_ + a2_ * first_ + a3_ * v3;
    first_ = 2 * band - first_;
    second_ = 2 * low - second_;
    high = in - damping_ * band - low;
  }

  float low = 0;
  float band = 0;
  float high = 0;

 private:
  float damping_ = 2;
  float a1_ = 0;
  float a2_ = 0;
  float a3_ = 0;
  float first_ = 0;
  float second_ = 0;
};

// Attack in a straight line, the rest exponential.
class EnvelopeRun {
 public:
  EnvelopeRun(const Envelope& of, std::int64_t length)
      : rise_(1 / static_cast<float>(std::max(of.attack, 0.001) * sample_rate)),
        sustain_(static_cast<float>(of.sustain)),
        fall_(decay_factor(of.decay)),
        release_(decay_factor(of.release / 3)),
        left_(length) {}

  float operator()() {
    if (left_-- <= 0) return level_ *= release_;
    if (is_rising_) {
      level_ += rise_;
      if (level_ >= 1) {
        level_ = 1;
        is_rising_ = false;
      }
      return level_;
    }
    return level_ = sustain_ + (level_ - sustain_) * fall_;
  }
  [[nodiscard]] bool is_over() const { return left_ <= 0 && level_ < 1e-4F; }

 private:
  float rise_;
  float sustain_;
  float fall_;
  float release_;
  std::int64_t left_;
  float level_ = 0;
  bool is_rising_ = true;
};

}  // namespace mrbill::music
