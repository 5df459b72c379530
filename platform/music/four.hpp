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
inline float sum(Four x) {
  return (x[0] + x[1]) + (x[2] + x[3]);
}

// While it lives, numbers too small to be heard are zero at once: computing with them takes a hundred times as long.
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
