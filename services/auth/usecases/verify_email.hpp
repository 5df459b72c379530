// Proves an address by the token of a mail.
#pragma once

#include <cstdint>
#include <string>

#include <base/clock.hpp>
#include <base/result.hpp>

#include "ports/email_links.hpp"

namespace mrbill::auth {

enum class VerifyEmailError : std::uint8_t { invalid_token };

class VerifyEmail {
 public:
  VerifyEmail(EmailLinks& links, const Clock& clock) : links_(links), clock_(clock) {}
  [[nodiscard]] Task<Result<void, VerifyEmailError>> run(std::string token);

 private:
  EmailLinks& links_;
  const Clock& clock_;
};

}  // namespace mrbill::auth
