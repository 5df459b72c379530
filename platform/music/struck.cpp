// What is struck and rings: a sum of partials, each a rotation that shrinks (modal synthesis).
#include <array>
#include <cmath>
#include <music/dice.hpp>
#include <music/signal.hpp>
#include <music/sounding.hpp>

namespace mrbill::music {
namespace {

constexpr std::size_t partials = 16;
constexpr float highest = 15'000;

class Struck final : public Sounding {
 public:
  Struck(const Timbre& timbre, const Note& note)
      : noise_(note.seed),
        gain_(static_cast<float>(note.velocity)),
        pan_(note.pan),
        left_(note.length),
        damper_(decay_factor(timbre.envelope.release / 3)),
        soften_(1 / static_cast<float>(std::max(timbre.envelope.attack, 0.001) * sample_rate)) {
    if (timbre.instrument == Instrument::bell)
      set_bell(timbre, note);
    else
      set_piano(timbre, note);
  }

  bool add_to(float* left, float* right, int frames) override {
    for (int i = 0; i < frames; ++i) {
      onset_ = std::min(onset_ + soften_, 1.0F);
      if (left_-- <= 0) level_ *= damper_;
      thump_level_ *= thump_fall_;
      thump_.feed(noise_() * thump_level_);
      std::array<float, 2> sum{};
      ring(sum);
      const auto level = gain_ * level_ * onset_;
      left[i] += (sum[0] + thump_.low) * level * pan_.left;
      right[i] += (sum[1] + thump_.low) * level * pan_.right;
    }
    age_ += frames;
    return level_ > 1e-4F && age_ < longest_;
  }

 private:
  void ring(std::array<float, 2>& sum) {
    std::array<float, partials> now;
    for (std::size_t k = 0; k < partials; ++k) {
      const auto x = x_[k] * cosine_[k] - y_[k] * sine_[k];
      y_[k] = x_[k] * sine_[k] + y_[k] * cosine_[k];
      x_[k] = x;
      now[k] = y_[k];
    }
    // Neighbouring partials lean to different sides: a body with a width.
    for (std::size_t k = 0; k < partials; k += 2) {
      sum[0] += now[k] + 0.75F * now[k + 1];
      sum[1] += 0.75F * now[k] + now[k + 1];
    }
  }

  void set_partial(std::size_t k, double hertz, double amplitude, double seconds) {
    if (hertz > highest) return;
    const auto angle = 2 * std::numbers::pi * hertz / sample_rate;
    const auto shrink = decay_factor(seconds);
    cosine_[k] = shrink * static_cast<float>(std::cos(angle));
    sine_[k] = shrink * static_cast<float>(std::sin(angle));
    x_[k] = static_cast<float>(amplitude);
  }

  // Eight partials of two strings that are a hair apart.
  void set_piano(const Timbre& timbre, const Note& note) {
    const auto base = static_cast<double>(to_hertz(note.pitch));
    const auto softness = 1.9 - 1.1 * timbre.brightness - 0.5 * (note.velocity - 0.7);
    for (std::size_t k = 0; k < partials; ++k) {
      const auto n = static_cast<double>(k / 2 + 1);
      const auto apart = k % 2 == 0 ? 1 : 1.0009;
      const auto hertz = base * n * std::sqrt(1 + 0.0005 * n * n) * apart;
      const auto hammer = std::abs(std::sin(std::numbers::pi * n / 7.3)) + 0.15;
      const auto seconds = timbre.ring * 1.6 * std::pow(220 / base, 0.45) / (0.6 + 0.4 * n);
      set_partial(k, hertz, 0.32 * hammer / std::pow(n, softness), seconds);
    }
    thump_.tune(static_cast<float>(std::min(base * 2, 900.0)), 0.1F);
    thump_level_ = 0.35F;
    thump_fall_ = decay_factor(0.02);
    longest_ = std::lround(timbre.ring * 9 * sample_rate);
  }

  void set_bell(const Timbre& timbre, const Note& note) {
    constexpr std::array ratios{1.0, 2.0, 2.76, 3.0, 4.07, 5.4, 6.8, 8.93};
    constexpr std::array levels{1.0, 0.35, 0.3, 0.12, 0.2, 0.14, 0.08, 0.06};
    const auto base = static_cast<double>(to_hertz(note.pitch));
    for (std::size_t k = 0; k < ratios.size(); ++k) {
      const auto bright = std::pow(0.35 + 0.65 * timbre.brightness, static_cast<double>(k) * 0.5);
      set_partial(2 * k, base * ratios[k], 0.4 * levels[k] * bright,
                  timbre.ring * 1.1 / std::pow(ratios[k], 0.8));
      set_partial(2 * k + 1, base * ratios[k] * 1.0006, 0.25 * levels[k] * bright,
                  timbre.ring / std::pow(ratios[k], 0.8));
    }
    longest_ = std::lround(timbre.ring * 7 * sample_rate);
  }

  Noise noise_;
  float gain_;
  Pan pan_;
  std::int64_t left_;
  float damper_;
  float soften_;
  float onset_ = 0;
  float level_ = 1;
  Filter thump_;
  float thump_level_ = 0;
  float thump_fall_ = 0;
  std::int64_t age_ = 0;
  std::int64_t longest_ = 0;
  alignas(16) std::array<float, partials> x_{};
  alignas(16) std::array<float, partials> y_{};
  alignas(16) std::array<float, partials> cosine_{};
  alignas(16) std::array<float, partials> sine_{};
};

}  // namespace

SoundingPtr start_struck(const Timbre& timbre, const Note& note) {
  return std::make_unique<Struck>(timbre, note);
}

}  // namespace mrbill::music
