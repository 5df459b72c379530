// Drums, and the two sounds that lead from one scene to the next.
#include <array>
#include <cmath>

#include <music/dice.hpp>
#include <music/signal.hpp>
#include <music/sounding.hpp>

namespace mrbill::music {
namespace {

// A console's noise keeps each value for a while.
class DrumNoise {
 public:
  DrumNoise(std::uint64_t seed, int hold) : noise_(seed), hold_(hold) {}
  float operator()() {
    if (left_-- == 0) {
      value_ = hold_ > 0 ? std::copysign(0.6F, noise_()) : noise_();
      left_ = hold_;
    }
    return value_;
  }

 private:
  Noise noise_;
  int hold_;
  int left_ = 0;
  float value_ = 0;
};

float semitones(double count) {
  return static_cast<float>(std::exp2(count / 12));
}

// A hit of some seconds; each kind says what its next sample is.
template <class Kind>
class Hit final : public Sounding {
 public:
  Hit(Kind kind, const Note& note)
      : kind_(std::move(kind)),
        gain_(static_cast<float>(note.velocity)),
        pan_(note.pan),
        left_(kind_.frames) {}

  bool add_to(float* left, float* right, int frames) override {
    const auto count = static_cast<int>(std::min<std::int64_t>(frames, left_));
    for (int i = 0; i < count; ++i) {
      const auto out = kind_() * gain_;
      left[i] += out * pan_.left;
      right[i] += out * pan_.right;
    }
    left_ -= count;
    return left_ > 0;
  }

 private:
  Kind kind_;
  float gain_;
  Pan pan_;
  std::int64_t left_;
};

std::int64_t frames_of(double seconds) {
  return std::lround(seconds * sample_rate);
}

struct Kick {
  Kick(const Timbre& timbre, const Note& note)
      : frames(frames_of(1.2 * timbre.ring)),
        noise(note.seed),
        low(46 * semitones(timbre.tune)),
        drop(static_cast<float>(110 + 160 * timbre.brightness)),
        fall(decay_factor(0.16 * timbre.ring)),
        drop_fall(decay_factor(0.028)),
        click(static_cast<float>(0.5 * timbre.brightness)) {
    click_filter.tune(3200, 0.2F);
  }
  float operator()() {
    const auto body = sine(phase) * level;
    phase = wrapped(phase + (low + drop) / rate);
    click_filter.feed(noise() * click);
    click *= 0.985F;
    drop *= drop_fall;
    level *= fall;
    onset = std::min(onset + 0.02F, 1.0F);
    return onset * saturated(1.6F * body) + click_filter.band;
  }
  std::int64_t frames;
  Noise noise;
  float low;
  float drop;
  float fall;
  float drop_fall;
  float click;
  float phase = 0;
  float level = 1;
  float onset = 0;
  Filter click_filter;
};

struct Snare {
  Snare(const Timbre& timbre, const Note& note)
      : frames(frames_of(0.8 * timbre.ring)),
        noise(note.seed, timbre.is_coarse ? 6 : 0),
        step(186 * semitones(timbre.tune) / rate),
        body_fall(decay_factor(0.055 * timbre.ring)),
        noise_fall(decay_factor(0.085 * timbre.ring)),
        bright(static_cast<float>(0.35 + 0.5 * timbre.brightness)) {
    filter.tune(static_cast<float>(1800 + 2600 * timbre.brightness), 0.15F);
  }
  float operator()() {
    filter.feed(noise() * rattle);
    const auto body = (sine(phase) + 0.5F * sine(second)) * tone;
    phase = wrapped(phase + step * (1 + 0.4F * tone));
    second = wrapped(second + step * 1.78F);
    tone *= body_fall;
    rattle *= noise_fall;
    return 0.55F * body + bright * (filter.band + 0.6F * filter.high);
  }
  std::int64_t frames;
  DrumNoise noise;
  float step;
  float body_fall;
  float noise_fall;
  float bright;
  Filter filter;
  float phase = 0;
  float second = 0.25F;
  float tone = 1;
  float rattle = 1;
};

// Several hands that do not quite meet.
struct Clap {
  Clap(const Timbre& timbre, const Note& note)
      : frames(frames_of(0.7 * timbre.ring)), noise(note.seed), tail_fall(decay_factor(0.09 * timbre.ring)) {
    filter.tune(static_cast<float>(1050 + 700 * timbre.brightness), 0.55F);
  }
  float operator()() {
    constexpr std::array hands{0, 500, 1020, 1500};
    for (const auto hand : hands)
      if (age == hand) level = 1;
    const auto is_tail = age >= hands.back();
    ++age;
    level *= is_tail ? tail_fall : 0.9945F;
    filter.feed(noise() * level);
    return 1.1F * filter.band + 0.12F * filter.high;
  }
  std::int64_t frames;
  Noise noise;
  float tail_fall;
  Filter filter;
  int age = 0;
  float level = 1;
};

// Noise over six square waves that agree in nothing.
struct Hat {
  Hat(const Timbre& timbre, const Note& note)
      : frames(frames_of(std::min(1.5, 0.5 * timbre.ring))),
        noise(note.seed, timbre.is_coarse ? 2 : 0),
        fall(decay_factor(0.035 * timbre.ring)),
        metal(timbre.is_coarse ? 0 : static_cast<float>(0.1 * timbre.brightness)) {
    filter.tune(static_cast<float>(6200 + 3000 * timbre.brightness), 0.2F);
  }
  float operator()() {
    constexpr std::array steps{2.0F, 3.0F, 4.16F, 5.43F, 6.79F, 8.21F};
    float squares = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      phases[i] = wrapped(phases[i] + 205.3F * steps[i] / rate);
      squares += phases[i] < 0.5F ? metal : -metal;
    }
    filter.feed((0.7F * noise() + squares) * level);
    level *= fall;
    onset = std::min(onset + 0.03F, 1.0F);
    return filter.high * onset;
  }
  std::int64_t frames;
  DrumNoise noise;
  float fall;
  float metal;
  Filter filter;
  std::array<float, 6> phases{0.1F, 0.7F, 0.3F, 0.9F, 0.5F, 0.2F};
  float level = 1;
  float onset = 0;
};

struct Shaker {
  Shaker(const Timbre& timbre, const Note& note)
      : frames(frames_of(0.25)), noise(note.seed), fall(decay_factor(0.03 * timbre.ring)) {
    filter.tune(static_cast<float>(4500 + 3500 * timbre.brightness), 0.4F);
  }
  float operator()() {
    target *= fall;
    level += 0.004F * (target - level);
    filter.feed(noise() * level * 2);
    return filter.band;
  }
  std::int64_t frames;
  Noise noise;
  float fall;
  Filter filter;
  float target = 1;
  float level = 0;
};

struct Rim {
  Rim(const Timbre& timbre, const Note& note)
      : frames(frames_of(0.2)),
        noise(note.seed),
        pitch(semitones(timbre.tune)),
        fall(decay_factor(0.014 * timbre.ring)) {
    filter.tune(2400, 0.5F);
  }
  float operator()() {
    const auto out = (0.6F * sine(low) + 0.4F * sine(high)) * level;
    low = wrapped(low + 430 * pitch / rate);
    high = wrapped(high + 1690 * pitch / rate);
    filter.feed(noise() * level);
    level *= fall;
    return out + 0.4F * filter.band;
  }
  std::int64_t frames;
  Noise noise;
  float pitch;
  float fall;
  Filter filter;
  float low = 0;
  float high = 0;
  float level = 1;
};

// Dust and a breath of hiss, for as long as the note is held.
struct Crackle {
  Crackle(const Timbre& timbre, const Note& note) : frames(note.length), noise(note.seed), dice(note.seed) {
    hiss.tune(static_cast<float>(2500 + 3000 * timbre.brightness), 0);
    dust.tune(2600, 0.5F);
  }
  float operator()() {
    if (--until <= 0) {
      until = 600 + dice.below(9000);
      pop = static_cast<float>(0.15 + 0.85 * dice.unit() * dice.unit()) * (dice.below(2) == 0 ? 1.0F : -1.0F);
    }
    dust.feed(pop);
    pop = 0;
    hiss.feed(noise());
    const auto edge = static_cast<float>(std::min(age, frames - age)) / 400;
    ++age;
    return (2.2F * dust.band + 0.035F * hiss.low) * std::clamp(edge, 0.0F, 1.0F);
  }
  std::int64_t frames;
  Noise noise;
  Dice dice;
  Filter hiss;
  Filter dust;
  int until = 1;
  float pop = 0;
  std::int64_t age = 0;
};

class Riser final : public Sounding {
 public:
  explicit Riser(const Note& note)
      : left_noise_(note.seed),
        right_noise_(note.seed + 77),
        gain_(static_cast<float>(note.velocity)),
        frames_(note.length) {}

  bool add_to(float* left, float* right, int frames) override {
    for (int i = 0; i < frames && age_ < frames_; ++i, ++age_) {
      const auto way = static_cast<float>(age_) / static_cast<float>(frames_);
      if (age_ % 64 == 0) {
        const auto hertz = 500 * std::exp2(4.2F * way);
        left_filter_.tune(hertz, 0.55F);
        right_filter_.tune(hertz * 1.06F, 0.55F);
      }
      const auto edge = std::min(static_cast<float>(frames_ - age_) / 300, 1.0F);
      const auto level = gain_ * way * way * edge;
      left_filter_.feed(left_noise_());
      right_filter_.feed(right_noise_());
      left[i] += left_filter_.band * level;
      right[i] += right_filter_.band * level;
    }
    return age_ < frames_;
  }

 private:
  Noise left_noise_;
  Noise right_noise_;
  float gain_;
  std::int64_t frames_;
  std::int64_t age_ = 0;
  Filter left_filter_;
  Filter right_filter_;
};

// A low drop under a wash of cymbal.
struct Impact {
  explicit Impact(const Note& note)
      : frames(frames_of(3)), noise(note.seed), fall(decay_factor(0.55)), wash_fall(decay_factor(0.7)) {
    filter.tune(5200, 0.1F);
  }
  float operator()() {
    const auto body = sine(phase) * level;
    phase = wrapped(phase + (34 + drop) / rate);
    drop *= 0.99988F;
    filter.feed(noise() * wash);
    level *= fall;
    wash *= wash_fall;
    onset = std::min(onset + 0.01F, 1.0F);
    return onset * (0.9F * saturated(1.4F * body) + 0.16F * (filter.band + 0.5F * filter.high));
  }
  std::int64_t frames;
  Noise noise;
  float fall;
  float wash_fall;
  Filter filter;
  float phase = 0;
  float drop = 52;
  float level = 1;
  float wash = 1;
  float onset = 0;
};

template <class Kind>
SoundingPtr hit(const Timbre& timbre, const Note& note) {
  return std::make_unique<Hit<Kind>>(Kind(timbre, note), note);
}

}  // namespace

SoundingPtr start_drum(const Timbre& timbre, const Note& note) {
  switch (timbre.instrument) {
    case Instrument::kick:
      return hit<Kick>(timbre, note);
    case Instrument::snare:
      return hit<Snare>(timbre, note);
    case Instrument::clap:
      return hit<Clap>(timbre, note);
    case Instrument::hat:
      return hit<Hat>(timbre, note);
    case Instrument::shaker:
      return hit<Shaker>(timbre, note);
    case Instrument::rim:
      return hit<Rim>(timbre, note);
    case Instrument::crackle:
      return hit<Crackle>(timbre, note);
    default:
      return nullptr;
  }
}

SoundingPtr start_riser(const Note& note) {
  return std::make_unique<Riser>(note);
}

SoundingPtr start_impact(const Note& note) {
  return std::make_unique<Hit<Impact>>(Impact(note), note);
}

}  // namespace mrbill::music
