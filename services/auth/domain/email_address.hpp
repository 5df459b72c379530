// An e-mail address in the one form in which it is stored and compared: NFC, trimmed, lower case, an
// international domain in ASCII (what mail servers take, and nothing that looks like another domain).
// International names (RFC 6531) are allowed on both sides of the @; quoted local parts and address literals
// are not.
//
//   auto address = EmailAddress::parse("  Ana@Example.COM ");   // ana@example.com
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mrbill::auth {

class EmailAddress {
 public:
  EmailAddress() = default;                            // nobody's, as a nil id is
  static constexpr std::size_t max_code_points = 255;  // section 10's column

  [[nodiscard]] static std::optional<EmailAddress> parse(std::string_view text);
  // What the database holds was parsed once already.
  [[nodiscard]] static EmailAddress from_store(std::string text) { return EmailAddress{std::move(text)}; }
  [[nodiscard]] const std::string& text() const { return text_; }
  auto operator<=>(const EmailAddress&) const = default;

 private:
  explicit EmailAddress(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace mrbill::auth
