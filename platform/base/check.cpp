#include <cstdio>
#include <cstdlib>

#include <base/check.hpp>

namespace mrbill {

void check_failed(const char* condition, const char* why, const char* file, int line) noexcept {
  std::fprintf(stderr, "CHECK failed: %s (%s) at %s:%d\n", condition, why, file, line);
  std::abort();
}

}  // namespace mrbill
