// Proves an address by the token of a mail. Whoever reads the person's mail is the person: this network and
// device are known.
#pragma once

#include <cstdint>
#include <string>

#include <base/random.hpp>
#include <base/result.hpp>

#include "domain/device_token.hpp"
#include "ports/email_links.hpp"

namespace mrbill::auth {

enum class VerifyEmailError : std::uint8_t { invalid_token };

class VerifyEmail {
 public:
  VerifyEmail(EmailLinks& links, const KeyMaterial& networks, const Clock& clock, Random& random)
      : links_(links), networks_(networks), clock_(clock), random_(random) {}
  [[nodiscard]] Task<Result<Device, VerifyEmailError>> operator()(std::string token, std::string network);

 private:
  EmailLinks& links_;
  const KeyMaterial& networks_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::auth
