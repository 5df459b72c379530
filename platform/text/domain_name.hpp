// Names of hosts in the one spelling in which they are compared: internationalised ones (IDNA 2008 by UTS 46)
// in ASCII.
//
//   ascii_domain("açaí.com.br")             // "xn--aa-eiah.com.br" or so
//   ascii_domain("XN--AA-EIAH.com.br")      // the same
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mrbill::text {

// Lower case. Nothing for what is no name of a host: empty labels, labels of more than 63 or names of more
// than 253 characters, characters that a name may not hold. Of valid UTF-8.
[[nodiscard]] std::optional<std::string> ascii_domain(std::string_view name);

}  // namespace mrbill::text
