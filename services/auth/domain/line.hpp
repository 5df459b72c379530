// A name as it is kept: NFC, without white space around it. The contract has refused controls and blank lines already.
#pragma once

#include <string>
#include <string_view>

#include <text/text.hpp>

namespace mrbill::auth {

[[nodiscard]] inline std::string tidy_line(std::string_view text) {
  return text::nfc(text::trimmed(text));
}

}  // namespace mrbill::auth
