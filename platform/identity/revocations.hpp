// Which tokens are void before they expire: a process's memory of what auth revoked, fed by one thread
// (revocation_feed.hpp) and read by all for every request.
//
//   revocations.add({Revocation::of_session(session, clock.now())});
//   if (revocations.cover(principal)) ... 401
//
// Safety: while trustworthy() holds, every revocation older than about a second is known here; when it does
// not, the caller must refuse to judge (503). A revocation is forgotten only when every token it speaks of
// has expired.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <base/clock.hpp>
#include <base/uuid.hpp>
#include <http/principal.hpp>

namespace mrbill::identity {

// Tokens of a session, of a user (all sessions) or of a membership (a user in a tenant), issued up to `at`.
// `at` must be read after the change was committed; it is rounded up to the millisecond that JSON carries.
struct Revocation {
  enum class Of : std::uint8_t { session, user, membership };
  Of of = Of::session;
  Uuid subject;  // the session or the user
  Uuid tenant;   // of a membership, else nil
  Timestamp at;

  [[nodiscard]] static Revocation of_session(http::SessionId session, Timestamp at);
  [[nodiscard]] static Revocation of_user(UserId user, Timestamp at);
  [[nodiscard]] static Revocation of_membership(UserId user, TenantId tenant, Timestamp at);
  // No token it speaks of is valid any more.
  [[nodiscard]] bool past(Timestamp now) const;

  // "session 018f... 1800000000000000", "membership <user> <tenant> <microseconds>": the form on the wire.
  [[nodiscard]] std::string to_line() const;
  [[nodiscard]] static std::optional<Revocation> parse(std::string_view line);

  bool operator==(const Revocation&) const = default;
};

class Revocations {
 public:
  using Moment = std::chrono::steady_clock::time_point;
  static constexpr std::chrono::seconds trusted_for{5};

  // Beyond `most` revocations all tokens issued so far are void: memory stays bounded and people refresh.
  explicit Revocations(std::size_t most = 1'000'000) : most_(most) {}

  void add(const std::vector<Revocation>& revocations);
  [[nodiscard]] bool cover(const http::Principal& principal) const;
  void forget_past(Timestamp now);
  [[nodiscard]] std::size_t size() const;

  // All that was revoked before this moment is known here.
  void complete_until(Moment moment);
  [[nodiscard]] bool trustworthy(Moment now = std::chrono::steady_clock::now()) const;

 private:
  struct Key {
    Revocation::Of of;
    Uuid subject;
    Uuid tenant;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const noexcept;
  };

  void add_one(const Revocation& revocation);
  [[nodiscard]] bool covers_key(const Key& key, Timestamp issued_at) const;

  mutable std::mutex
      mutex_;  // held for a look-up, never over a wait; a shared one lets readers starve the writer
  std::unordered_map<Key, Timestamp, KeyHash> until_;
  std::optional<Timestamp> all_until_;
  std::size_t most_;
  std::atomic<Moment::rep> complete_until_{0};  // 0: never
};

}  // namespace mrbill::identity
