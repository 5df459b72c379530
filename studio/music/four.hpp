// Four numbers that are computed with at once (a vector type of g++ and clang, on every processor).
#pragma once

#include <cstdint>
#ifdef __SSE2__
#include <xmmintrin.h>
#endif

namespace mrbill::music {

using Four [[gnu::vector_size(16)]] = float;
using FourWhole [[gnu::vector_size(16)]] = std::int32_t;

inline Four four(float value) {
  return Four{value, value, value, value};
}
inline Four wrapped(Four phase) {  // for phases of zero and more
  return phase - __builtin_convertvector(__builtin_convertvector(phase, FourWhole), Four);
}
// sin(2 pi phase), phases in [0, 1); error below 1e-6.
inline Four sine(Four phase) {
  auto t = phase > 0.5F ? phase - 1.0F : phase;
  t = t > 0.25F ? 0.5F - t : t;
  t = t < -0.25F ? -0.5F - t : t;
  const auto x = t * 6.2831853F;
  const auto square = x * x;
  return x * (0.9999966F + square * (-0.16664824F + square * (0.00830629F + square * -0.00018363F)));
}
inline float sum(Four x) {
  return (x[0] + x[1]) + (x[2] + x[3]);
}

// While it lives, numbers too small to be heard are zero at once: computing with them takes a hundred times
// as long.
class NoDenormals {
 public:
#ifdef __SSE2__
  NoDenormals() : before_(_mm_getcsr()) { _mm_setcsr(before_ | 0x8040); }
  ~NoDenormals() { _mm_setcsr(before_); }
#else
  NoDenormals() = default;
#endif
  NoDenormals(const NoDenormals&) = delete;
  NoDenormals& operator=(const NoDenormals&) = delete;

#ifdef __SSE2__
 private:
  unsigned before_;
#endif
};

}  // namespace mrbill::music
