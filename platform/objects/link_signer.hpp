// Signed links to objects: whoever holds one may read that object under that name until it expires.
//
//   https://mrbill.example/objects/reports/018f.../x.pdf?expires=1800000000&name=My%20year.pdf&signature=...
//
// The signature is HMAC-SHA-256 over key, expiry and name. The host is configuration, never a header's.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include <base/clock.hpp>
#include <base/result.hpp>
#include <base/secret.hpp>

namespace mrbill::objects {

enum class LinkError : std::uint8_t { invalid, expired };

// How long all links to one object are one, where they hold for longer.
inline constexpr std::chrono::seconds links_stay_equal = std::chrono::minutes{15};

// A link that holds.
struct HeldLink {
  std::string download_name;
  std::chrono::seconds left;  // until it ends
};

class LinkSigner {
 public:
  // The secret is 32 bytes in hexadecimal (MRBILL_OBJECTS_SECRET); public_url has no slash at its end.
  LinkSigner(const Secret& hex_secret, std::string public_url, const Clock& clock);

  // Links that hold for a quarter of an hour or longer end at a full quarter, so that all that are made
  // within one are equal: what a browser has fetched by the one it need not fetch again by the next.
  [[nodiscard]] std::string sign(std::string_view key, std::string_view download_name,
                                 std::chrono::seconds valid_for) const;
  // Strict: these three parameters, each once, in any order.
  [[nodiscard]] Result<HeldLink, LinkError> check(std::string_view key, std::string_view query) const;

 private:
  [[nodiscard]] std::string signature(std::string_view key, std::string_view expires,
                                      std::string_view name) const;

  Secret key_;  // raw bytes
  std::string public_url_;
  const Clock& clock_;
};

}  // namespace mrbill::objects
