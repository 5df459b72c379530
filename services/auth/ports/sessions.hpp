// Sign-ins: a session is one family of refresh tokens, of which one generation is unused.
//
// Safety: of one generation at most one successor is ever born, however many ask at once. What makes tokens
// void is written down in the same transaction. A person has at most `max_sessions` that live.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <async/task.hpp>
#include <base/encoding.hpp>
#include <base/result.hpp>

#include "domain/people.hpp"
#include "domain/refresh_token.hpp"
#include "ports/accounts.hpp"

namespace mrbill::auth {

// Of one person; one more ends the one that was not used for longest.
inline constexpr int max_sessions = 50;

struct Opening {
  SessionId session;
  Uuid sid;
  UserId user;
  std::optional<TenantId> tenant;  // nothing for who belongs to none
  Transport transport = Transport::body;
  Sha256 refresh_hash;            // of generation 1
  NetworkMark network;            // known from now on
  Timestamp password_changed_at;  // what the password was checked against: a change meanwhile refuses
  Timestamp at;
  Timestamp expires_at;
};

// A refresh token that we once gave.
struct Presented {
  SessionId session;
  std::int32_t generation = 0;
  UserId user;
  std::optional<TenantId> tenant;
  Transport transport = Transport::body;
};

struct Rotation {
  Presented presented;
  Sha256 successor_hash;  // of presented.generation + 1
  Timestamp at;
  Timestamp expires_at;  // of the session, pushed on by use
};

// Which state of session, membership and person tokens are made from; a revocation names the version below
// which they are void.
struct TokenVersions {
  std::int64_t session = 1;
  std::int64_t membership = 1;
  std::int64_t person = 1;
};

// What the tokens of a session say now.
struct LiveSession {
  SessionId session;
  Uuid sid;
  UserId user;
  std::optional<TenantId> tenant;  // nothing: of who belongs to none; the role is the least then
  Role role = Role::user;
  TokenVersions versions;
  std::string locale;  // of the person's profile
};

class Sessions {
 public:
  virtual ~Sessions() = default;
  // Nothing when the membership, or the password, has changed meanwhile.
  [[nodiscard]] virtual Task<std::optional<LiveSession>> open(Opening opening) = 0;
  [[nodiscard]] virtual Task<std::optional<Presented>> find(Sha256 refresh_hash) = 0;
  // Nothing when the session is over, or ends by this very call because its token was stolen.
  [[nodiscard]] virtual Task<std::optional<LiveSession>> rotate(Rotation rotation) = 0;
  // False when the session was over already.
  [[nodiscard]] virtual Task<bool> close(UserId user, SessionId session, Timestamp at) = 0;
  [[nodiscard]] virtual Task<std::optional<SessionId>> of_sid(UserId user, Uuid sid) = 0;
  // To another company of the person, which makes its former tokens void; nothing when they do not belong to
  // it or the session is over.
  [[nodiscard]] virtual Task<std::optional<LiveSession>> move(UserId user, Uuid sid, TenantId to,
                                                              Timestamp at) = 0;
};

}  // namespace mrbill::auth
