// A password that keeps the rules: 15 to 128 code points after NFC, none of those that everybody tries, and
// nothing else (NIST SP 800-63B: length and a list, no composition).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <base/result.hpp>
#include <base/secret.hpp>
#include <base/unreachable.hpp>

namespace mrbill::auth {

enum class PasswordRefusal : std::uint8_t { too_short, too_long, not_text, too_common };

// The refusal as the word of a use case that names the same three; what is no text has no length.
template <class Code>
[[nodiscard]] Code code_of(PasswordRefusal refusal) {
  switch (refusal) {
    case PasswordRefusal::too_long:
      return Code::password_too_long;
    case PasswordRefusal::too_common:
      return Code::password_too_common;
    case PasswordRefusal::too_short:
    case PasswordRefusal::not_text:
      return Code::password_too_short;
  }
  unreachable();
}

class Password {
 public:
  static constexpr std::size_t min_code_points = 15;
  static constexpr std::size_t max_code_points = 128;

  // For choosing one.
  [[nodiscard]] static Result<Password, PasswordRefusal> parse(std::string_view text);
  // For comparing with one that was chosen, perhaps before it became common. What cannot be one becomes the
  // empty text, which no hash belongs to, so that a hopeless attempt costs the same as a wrong one.
  [[nodiscard]] static Password attempt(std::string_view text);
  [[nodiscard]] const std::string& reveal() const { return text_.reveal(); }

 private:
  [[nodiscard]] static Result<Password, PasswordRefusal> of_length(std::string_view text);
  explicit Password(Secret text) : text_(std::move(text)) {}
  Secret text_;
};

}  // namespace mrbill::auth
