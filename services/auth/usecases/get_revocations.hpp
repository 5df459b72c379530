// What was revoked since somebody asked last. A question to which there is nothing to tell stays open for a
// while, so that whoever follows knows what is new at once and asks seldom.
#pragma once

#include <chrono>
#include <string>

#include "ports/revocation_log.hpp"

namespace mrbill::auth {

class GetRevocations {
 public:
  // Followers trust an answer for five seconds from their question on, and give up after two.
  static constexpr std::chrono::milliseconds kept_open{900};
  static constexpr std::chrono::milliseconds look_again{100};

  explicit GetRevocations(RevocationLog& log, std::chrono::milliseconds keep_open = kept_open)
      : log_(log), keep_open_(keep_open) {}
  [[nodiscard]] Task<RevocationPage> operator()(std::string since);

 private:
  RevocationLog& log_;
  std::chrono::milliseconds keep_open_;
};

}  // namespace mrbill::auth
