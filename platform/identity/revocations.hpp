// Which tokens are void before they expire: a process's memory of what auth revoked, fed by one thread
// (revocation_feed.hpp) and read by all for every request.
//
//   revocations.add({Revocation::of_session(session, 3, clock.now())});   // tokens of its versions 1 and 2
//   if (revocations.cover(principal)) ... 401
//
// Safety: while trustworthy() holds, every revocation older than about a second is known here; when it does
// not, the caller must refuse to judge (503). A revocation is forgotten only when every token it speaks of
// has expired. One session, membership or person is one entry, however often it is revoked, and what is
// revoked of one ends nobody else's tokens.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <unordered_map>
#include <vector>

#include <base/clock.hpp>
#include <base/uuid.hpp>
#include <http/principal.hpp>

namespace mrbill::identity {

// Tokens of a session, of a user (all sessions) or of a membership (a user in a tenant) that were made from
// a version of it below this one. Neither clocks nor the order of commits matter: who reads the row reads
// its version.
struct Revocation {
  enum class Of : std::uint8_t { session, user, membership };
  Of of = Of::session;
  Uuid subject;  // the session or the user
  Uuid tenant;   // of a membership, else nil
  std::int64_t below = 0;
  Timestamp at;  // when; only for forgetting it

  [[nodiscard]] static Revocation of_session(http::SessionId session, std::int64_t below, Timestamp at);
  [[nodiscard]] static Revocation of_user(UserId user, std::int64_t below, Timestamp at);
  [[nodiscard]] static Revocation of_membership(UserId user, TenantId tenant, std::int64_t below,
                                                Timestamp at);
  // No token it speaks of is valid any more.
  [[nodiscard]] bool past(Timestamp now) const;

  bool operator==(const Revocation&) const = default;
};

class Revocations {
 public:
  using Moment = std::chrono::steady_clock::time_point;
  static constexpr std::chrono::seconds trusted_for{5};

  void add(const std::vector<Revocation>& revocations);
  [[nodiscard]] bool cover(const http::Principal& principal) const;
  void forget_past(Timestamp now);
  [[nodiscard]] std::size_t size() const;

  // All that was revoked before this moment is known here.
  void complete_until(Moment moment);
  [[nodiscard]] bool trustworthy(Moment now = std::chrono::steady_clock::now()) const;
  // Nothing is known against who was admitted, and something would be: for what goes on after that.
  [[nodiscard]] bool allow(const http::Principal& person) const { return trustworthy() && !cover(person); }

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

  [[nodiscard]] bool covers(const Key& key, std::int64_t version) const;

  mutable std::mutex
      mutex_;  // held for a look-up, never over a wait; a shared one lets readers starve the writer
  std::unordered_map<Key, Revocation, KeyHash> known_;
  std::atomic<Moment::rep> complete_until_{0};  // 0: never
};

}  // namespace mrbill::identity
