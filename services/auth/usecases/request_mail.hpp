// Asks for a mail with a link to an address. The same work and the same answer whether or not anybody
// has that address: the worker finds out when it writes the mail, and how many an address is sent is
// counted there.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include <base/random.hpp>

#include "domain/throttle_rules.hpp"
#include "ports/accounts.hpp"
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
  struct Command {
    std::string email;
    std::string network;
    std::optional<Device> device = {};
  };
  RequestMail(EmailLinks& links, Accounts& accounts, Throttle& throttle, const ThrottleRules& rules,
              const KeyMaterial& networks, const Clock& clock, Random& random)
      : links_(links),
        accounts_(accounts),
        throttle_(throttle),
        rules_(rules),
        networks_(networks),
        clock_(clock),
        random_(random) {}
  [[nodiscard]] Task<Result<void, RequestMailError>> operator()(LinkPurpose purpose, Command command);

 private:
  EmailLinks& links_;
  Accounts& accounts_;
  Throttle& throttle_;
  const ThrottleRules& rules_;
  const KeyMaterial& networks_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::auth
