#include <music/space.hpp>

namespace mrbill::music {
namespace {

// Lengths in samples that share no factor, 30 to 86 ms: no pitch of their own is heard.
constexpr std::array<std::size_t, 8> lengths{1447, 1759, 2111, 2473, 2801, 3253, 3673, 4127};
constexpr std::array<std::array<std::size_t, 3>, 2> smears{{{229, 541, 883}, {251, 509, 919}}};
constexpr float smear = 0.62F;
constexpr float echo_feedback = 0.42F;

// The orthogonal matrix of eight that is made of sums and differences alone.
void hadamard(std::array<float, 8>& x) {
  for (std::size_t half = 1; half < 8; half *= 2) {
    for (std::size_t i = 0; i < 8; ++i) {
      if ((i & half) != 0) continue;
      const auto a = x[i];
      const auto b = x[i + half];
      x[i] = a + b;
      x[i + half] = a - b;
    }
  }
  for (auto& value : x) value *= 0.35355339F;
}

}  // namespace

Reverb::Reverb(const Room& room)
    : damping_(static_cast<float>(0.85 - 0.75 * room.damping)), level_(to_factor(room.level)) {
  for (std::size_t i = 0; i < lines; ++i) {
    lines_[i].memory.resize(lengths[i]);
    lines_[i].gain =
        static_cast<float>(std::pow(0.001, static_cast<double>(lengths[i]) / sample_rate / room.seconds));
  }
  for (std::size_t side = 0; side < 2; ++side)
    for (std::size_t i = 0; i < 3; ++i) diffusers_[side][i].memory.resize(smears[side][i]);
}

float Reverb::Diffuser::feed(float in) {
  const auto delayed = memory[at];
  const auto value = in - smear * delayed;
  memory[at] = value;
  at = at + 1 == memory.size() ? 0 : at + 1;
  return delayed + smear * value;
}

void Reverb::add(const float* in_left, const float* in_right, float* out_left, float* out_right, int frames) {
  for (int i = 0; i < frames; ++i) {
    // Bass makes a room muddy: it stays outside.
    left_rumble_ += 0.025F * (in_left[i] - left_rumble_);
    right_rumble_ += 0.025F * (in_right[i] - right_rumble_);
    auto left = in_left[i] - left_rumble_;
    auto right = in_right[i] - right_rumble_;
    for (auto& diffuser : diffusers_[0]) left = diffuser.feed(left);
    for (auto& diffuser : diffusers_[1]) right = diffuser.feed(right);
    std::array<float, lines> x;
    for (std::size_t k = 0; k < lines; ++k) {
      auto& line = lines_[k];
      line.low += damping_ * (line.memory[line.at] - line.low);
      x[k] = line.low * line.gain;
    }
    out_left[i] += level_ * (x[0] - x[2] + x[4] - x[6]);
    out_right[i] += level_ * (x[1] - x[3] + x[5] - x[7]);
    hadamard(x);
    for (std::size_t k = 0; k < lines; ++k) {
      auto& line = lines_[k];
      line.memory[line.at] = x[k] + 0.5F * (k % 2 == 0 ? left : right);
      line.at = line.at + 1 == line.memory.size() ? 0 : line.at + 1;
    }
  }
}

Echo::Echo(double seconds)
    : left_(static_cast<std::size_t>(std::max(seconds, 0.01) * sample_rate)), right_(left_.size()) {}

void Echo::add(const float* in_left, const float* in_right, float* out_left, float* out_right, int frames) {
  for (int i = 0; i < frames; ++i) {
    const auto left = left_[at_];
    const auto right = right_[at_];
    // Each round is darker than the one before.
    left_low_ += 0.35F * (left - left_low_);
    right_low_ += 0.35F * (right - right_low_);
    out_left[i] += left;
    out_right[i] += right;
    left_[at_] = 0.5F * (in_left[i] + in_right[i]) + echo_feedback * right_low_;
    right_[at_] = 0.8F * left_low_;
    at_ = at_ + 1 == left_.size() ? 0 : at_ + 1;
  }
}

}  // namespace mrbill::music
