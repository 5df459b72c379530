// Does not compile, by which of REFUSED is defined: ctest looks whether the compiler says why.
#include <contract/sample_mapping.hpp>

namespace mrbill::contract::sample {

enum class Paint : std::uint8_t {
  red,
  dark_green,
#ifdef REFUSED_ENUMERATOR
  yellow,
#endif
};

struct OwnPart {
  Paint colour = Paint::red;
#ifndef REFUSED_MISSING
  std::optional<Timestamp> since;
#endif
#ifdef REFUSED_EXTRA
  int forgotten = 0;
#endif
};

Part message(const OwnPart& own) {
  return message_of<Part>(own);
}
OwnPart value(const Part& part) {
  return value_of<OwnPart>(part);
}

}  // namespace mrbill::contract::sample
