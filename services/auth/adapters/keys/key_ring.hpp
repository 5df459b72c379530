// The signing keys of access tokens, kept in the database wrapped by the key-encryption key
// (XChaCha20-Poly1305, the kid as associated data). Each thread holds its own unwrapped copy and looks again
// every half minute; whoever finds that a new key is due makes it, one at a time.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <async/task.hpp>
#include <base/clock.hpp>
#include <base/encoding.hpp>
#include <jwt/jwt.hpp>
#include <postgres/database.hpp>

#include "ports/access_tokens.hpp"

namespace mrbill::auth {

class KeyRing final : public AccessTokens {
 public:
  static constexpr std::chrono::seconds looks_every{30};

  KeyRing(postgres::Database& database, const Sha256& kek, const Clock& clock)
      : database_(database), kek_(kek), clock_(clock) {}

  [[nodiscard]] Secret sign(const LiveSession& session, Timestamp issued_at) const override;
  [[nodiscard]] std::string jwks() const override;

  [[nodiscard]] bool ready() const;  // there is a current key
  [[nodiscard]] Task<> look();       // reads the keys, and makes the next one when it is due
  [[nodiscard]] Task<> run();        // until stop(); what fails is logged and tried again
  void stop() { stopped_ = true; }

 private:
  struct Key {
    jwt::SigningKey key;
    KeyTimes times;
  };
  [[nodiscard]] Task<> load();
  [[nodiscard]] Task<> make(Timestamp activates_at);
  [[nodiscard]] std::vector<KeyTimes> times() const;
  [[nodiscard]] const Key* current(Timestamp now) const;

  postgres::Database& database_;
  Sha256 kek_;
  const Clock& clock_;
  std::vector<Key> keys_;
  bool stopped_ = false;
};

// Wrapping, apart for its tests. Nothing when the box was made by another key or for another kid.
[[nodiscard]] std::string wrap_key(const std::string& pem, const std::string& kid, const Sha256& kek);
[[nodiscard]] std::optional<Secret> unwrap_key(const std::string& box, const std::string& kid,
                                               const Sha256& kek);

}  // namespace mrbill::auth
