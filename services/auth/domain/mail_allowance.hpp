// How many mails of a kind an address is sent: each kind has its own count, so that none uses up another's,
// and the first new password of an hour always goes out.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "domain/mail_text.hpp"
#include "domain/tally.hpp"

namespace mrbill::auth {

enum class Beyond : std::uint8_t {
  drop,  // the links of the former mails still work
  wait,  // nobody else would tell it
};

struct Allowance {
  int at_once;
  std::chrono::milliseconds each;  // one more after this time
  Beyond beyond;
};

[[nodiscard]] Allowance allowance_of(MailKind kind);

// When the next one may go, if not now.
[[nodiscard]] inline std::optional<Timestamp> next_mail(const Tally& written, const Allowance& allowance,
                                                        Timestamp now) {
  const auto left = leaked(written, allowance.each, now);
  if (left.count < allowance.at_once) return std::nullopt;
  return left.since + (left.count - allowance.at_once + 1) * allowance.each;
}

}  // namespace mrbill::auth
