// What is struck and rings: a sum of partials, each a rotation that shrinks (modal synthesis).
#include <array>
#include <cmath>

#include <music/dice.hpp>
#include <music/four.hpp>
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
      auto to_left = thump_.low;
      auto to_right = thump_.low;
      ring(to_left, to_right);
      const auto level = gain_ * level_ * onset_;
      left[i] += to_left * level * pan_.left;
      right[i] += to_right * level * pan_.right;
    }
    return is_audible();
  }

 private:
  // Each partial leans to one side: a body with a width.
  void ring(float& left, float& right) {
    Four to_left{};
    Four to_right{};
    for (std::size_t k = 0; k < groups_; ++k) {
      const auto x = x_[k] * cosine_[k] - y_[k] * sine_[k];
      y_[k] = x_[k] * sine_[k] + y_[k] * cosine_[k];
      x_[k] = x;
      to_left += y_[k] * Four{1, 0.75F, 1, 0.75F};
      to_right += y_[k] * Four{0.75F, 1, 0.75F, 1};
    }
    left += sum(to_left);
    right += sum(to_right);
  }

  [[nodiscard]] bool is_audible() const {
    Four power{};
    for (std::size_t k = 0; k < groups_; ++k) power += x_[k] * x_[k] + y_[k] * y_[k];
    return sum(power) * level_ * level_ > 1e-9F;
  }

  void set_partial(std::size_t k, double hertz, double amplitude, double seconds) {
    if (hertz > highest) return;
    const auto angle = 2 * std::numbers::pi * hertz / sample_rate;
    const auto shrink = decay_factor(seconds);
    const auto group = k / 4;
    cosine_[group][k % 4] = shrink * static_cast<float>(std::cos(angle));
    sine_[group][k % 4] = shrink * static_cast<float>(std::sin(angle));
    x_[group][k % 4] = static_cast<float>(amplitude);
    groups_ = std::max(groups_, group + 1);
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
  std::size_t groups_ = 0;  // of four partials, that sound
  std::array<Four, partials / 4> x_{};
  std::array<Four, partials / 4> y_{};
  std::array<Four, partials / 4> cosine_{};
  std::array<Four, partials / 4> sine_{};
};

}  // namespace

SoundingPtr start_struck(const Timbre& timbre, const Note& note) {
  return std::make_unique<Struck>(timbre, note);
}

}  // namespace mrbill::music
