// A room (a feedback delay network of eight lines) and an echo that goes from side to side.
#pragma once

#include <array>
#include <vector>

#include <music/arrangement.hpp>
#include <music/signal.hpp>

namespace mrbill::music {

class Reverb {
 public:
  explicit Reverb(const Room& room);
  // Adds the room's answer to `in` (not the input itself) to `out`.
  void add(const float* in_left, const float* in_right, float* out_left, float* out_right, int frames);

 private:
  static constexpr std::size_t lines = 8;
  struct Line {
    std::vector<float> memory;
    std::size_t at = 0;
    float gain = 0;
    float low = 0;
  };
  struct Diffuser {  // an all-pass that smears a click
    std::vector<float> memory;
    std::size_t at = 0;
    float feed(float in);
  };

  std::array<Line, lines> lines_;
  std::array<std::array<Diffuser, 3>, 2> diffusers_;
  float damping_;
  float level_;
  float left_rumble_ = 0;
  float right_rumble_ = 0;
};

class Echo {
 public:
  explicit Echo(double seconds);
  void add(const float* in_left, const float* in_right, float* out_left, float* out_right, int frames);

 private:
  std::vector<float> left_;
  std::vector<float> right_;
  std::size_t at_ = 0;
  float left_low_ = 0;
  float right_low_ = 0;
};

}  // namespace mrbill::music
