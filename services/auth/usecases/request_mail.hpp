// Asks for a mail with a link to an address. The same work and the same answer whether or not anybody has that address: the
// worker finds out when it writes the mail.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include <base/random.hpp>

#include "domain/throttle_rules.hpp"
#include "ports/email_links.hpp"
#include "ports/throttle.hpp"

namespace mrbill::auth {

struct RequestMailError {
  enum class Code : std::uint8_t { invalid_email, too_many_requests };
  Code code;
  std::chrono::milliseconds wait{0};
};

class RequestMail {
 public:
  RequestMail(EmailLinks& links, Throttle& throttle, const ThrottleRules& rules, const Clock& clock,
              Random& random)
      : links_(links), throttle_(throttle), rules_(rules), clock_(clock), random_(random) {}
  [[nodiscard]] Task<Result<void, RequestMailError>> run(LinkPurpose purpose, std::string email,
                                                         std::string network);

 private:
  EmailLinks& links_;
  Throttle& throttle_;
  const ThrottleRules& rules_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::auth
