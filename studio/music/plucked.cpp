// An electric piano by frequency modulation, and a plucked string by a delay line that
// forgets (Karplus-Strong).
#include <cmath>
#include <vector>

#include <music/dice.hpp>
#include <music/four.hpp>
#include <music/signal.hpp>
#include <music/sounding.hpp>

namespace mrbill::music {
namespace {

class Keys final : public Sounding {
 public:
  Keys(const Timbre& timbre, const Note& note)
      : envelope_(timbre.envelope, note.length),
        gain_(static_cast<float>(0.5 * note.velocity)),
        pan_(note.pan),
        step_(Four{1, 1.0012F, 14, 0} * (to_hertz(note.pitch) / rate) + Four{0, 0, 0, 4.6F / rate}),
        index_(static_cast<float>((0.15 + 0.55 * timbre.brightness) * (0.3 + note.velocity) * 0.35)),
        index_fall_(decay_factor(0.5 * timbre.ring)),
        tine_(static_cast<float>(0.25 * timbre.brightness * note.velocity)),
        tine_fall_(decay_factor(0.06)),
        ring_fall_(decay_factor(2.2 * timbre.ring * std::exp2((60 - note.pitch) / 24))) {}

  bool add_to(float* left, float* right, int frames) override {
    auto phase = phase_;
    const auto step = step_;
    auto last = last_;
    for (int i = 0; i < frames; ++i) {
      // The modulator is the same tone; a tine fourteen times as high is heard at the stroke alone.
      const auto modulated = phase[0] + index_ * last + 1;
      const auto tones = sine(wrapped(Four{modulated, phase[1], phase[2], phase[3]}));
      const auto level = envelope_() * ring_ * gain_;
      const auto sway = 0.22F * tones[3];
      const auto out = saturated(1.3F * (tones[0] + 0.35F * tones[1] + tine_ * tones[2])) * level;
      last = sine(phase[0]);
      left[i] += out * pan_.left * (1 + sway);
      right[i] += out * pan_.right * (1 - sway);
      index_ = 0.04F + (index_ - 0.04F) * index_fall_;
      tine_ *= tine_fall_;
      ring_ *= ring_fall_;
      phase = wrapped(phase + step);
    }
    phase_ = phase;
    last_ = last;
    return !envelope_.is_over() && ring_ > 1e-3F;
  }

 private:
  EnvelopeRun envelope_;
  float gain_;
  Pan pan_;
  Four step_;  // of the tone, its double, its tine, the tremolo
  float index_;
  float index_fall_;
  float tine_;
  float tine_fall_;
  float ring_fall_;
  float ring_ = 1;
  Four phase_{};
  float last_ = 0;
};

class String final : public Sounding {
 public:
  String(const Timbre& timbre, const Note& note)
      : gain_(static_cast<float>(0.9 * note.velocity)),
        pan_(note.pan),
        left_(note.length),
        damper_(decay_factor(timbre.envelope.release / 3)) {
    const auto hertz = to_hertz(note.pitch);
    blend_ =
        static_cast<float>(0.5 + 0.45 * timbre.brightness);  // of the sample itself against the one before
    const auto period = rate / hertz - (1 - blend_);
    const auto whole = std::max(static_cast<int>(period - 0.2F), 4);
    const auto part = period - static_cast<float>(whole);
    tuning_ = (1 - part) / (1 + part);
    feedback_ = static_cast<float>(std::pow(0.001, 1 / (static_cast<double>(hertz) * 2.8 * timbre.ring)));
    pluck(static_cast<std::size_t>(whole), timbre.brightness, note.seed);
  }

  bool add_to(float* left, float* right, int frames) override {
    for (int i = 0; i < frames; ++i) {
      if (left_-- <= 0) level_ *= damper_;
      const auto out = line_[at_];
      const auto damped = blend_ * out + (1 - blend_) * last_;
      last_ = out;
      // An all-pass of first order is the fraction of a sample that the line's length leaves over.
      const auto tuned = tuning_ * (damped - all_pass_out_) + all_pass_in_;
      all_pass_in_ = damped;
      all_pass_out_ = tuned;
      line_[at_] = tuned * feedback_;
      at_ = at_ + 1 == line_.size() ? 0 : at_ + 1;
      energy_ = 0.9995F * energy_ + 0.0005F * std::abs(out);
      left[i] += out * gain_ * level_ * pan_.left;
      right[i] += out * gain_ * level_ * pan_.right;
    }
    return level_ > 1e-4F && energy_ > 1e-5F;
  }

 private:
  // Noise, softened, as heard a fifth from the string's end.
  void pluck(std::size_t length, double brightness, std::uint64_t seed) {
    Noise noise(seed);
    std::vector<float> burst(length);
    const auto soft = static_cast<float>(0.25 + 0.6 * brightness);
    float smooth = 0;
    float mean = 0;
    for (auto& value : burst) {
      smooth += soft * (noise() - smooth);
      value = smooth;
      mean += smooth / static_cast<float>(length);
    }
    line_.resize(length);
    for (std::size_t i = 0; i < length; ++i)
      line_[i] = burst[i] - 0.7F * burst[(i + length / 5) % length] - 0.3F * mean;
  }

  float gain_;
  Pan pan_;
  std::int64_t left_;
  float damper_;
  std::vector<float> line_;
  std::size_t at_ = 0;
  float blend_ = 0.5F;
  float tuning_ = 0;
  float feedback_ = 0.99F;
  float last_ = 0;
  float all_pass_in_ = 0;
  float all_pass_out_ = 0;
  float level_ = 1;
  float energy_ = 1;
};

}  // namespace

SoundingPtr start_keys(const Timbre& timbre, const Note& note) {
  return std::make_unique<Keys>(timbre, note);
}

SoundingPtr start_string(const Timbre& timbre, const Note& note) {
  return std::make_unique<String>(timbre, note);
}

}  // namespace mrbill::music
