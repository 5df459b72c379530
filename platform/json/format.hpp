// The string formats of our contracts that stay strings.
#pragma once

#include <cstdint>
#include <string_view>

namespace mrbill::json {

enum class Format : std::uint8_t {
  none,
  email,
  idn_email,
  uri,
  uri_reference,
  time_zone,
  language_tag,
  repository_address
};
[[nodiscard]] std::string_view to_string(Format format);

[[nodiscard]] bool has_format(Format format, std::string_view text);

// An address as mail servers take it: a dot-atom (RFC 5321 section 4.1.2, at most 64 characters), an @ and a
// host name. ASCII.
[[nodiscard]] bool is_email(std::string_view text);
// The same, its host international in either spelling, and with blanks around it: who stores it trims.
[[nodiscard]] bool is_idn_email(std::string_view text);
// RFC 3986 with a scheme and, after "//", a host. ASCII; what is outside of it is percent-encoded.
[[nodiscard]] bool is_uri(std::string_view text);
[[nodiscard]] bool is_uri_reference(std::string_view text);
// Where code is, as people write it: a URI or IRI of http, https, ssh, git, git+ssh or git+https, or
// user@host:path as for scp.
[[nodiscard]] bool is_repository_address(std::string_view text);

}  // namespace mrbill::json
