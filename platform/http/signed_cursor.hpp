// What a page cursor is made of: a payload of the service's, signed, good only for what it was made for.
//
//   SignedCursor cursors(secret);
//   auto text = cursors.seal("2 17644896", binding);   // base64url '.' base64url (RFC 4648, section 5)
//   cursors.open(text, binding) == "2 17644896";       cursors.open(text, another_binding) == nullopt
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <base/encoding.hpp>

namespace mrbill::http {

class SignedCursor {
 public:
  explicit SignedCursor(const Sha256& secret) : secret_(secret) {}
  // The binding is all that the cursor is good for (person, company, list, query), as unambiguous text.
  [[nodiscard]] std::string seal(std::string_view payload, std::string_view binding) const;
  [[nodiscard]] std::optional<std::string> open(std::string_view text, std::string_view binding) const;

 private:
  // HMAC-SHA-256 (RFC 2104), cut to 128 bits.
  [[nodiscard]] std::string signature(std::string_view payload, std::string_view binding) const;

  Sha256 secret_;
};

}  // namespace mrbill::http
