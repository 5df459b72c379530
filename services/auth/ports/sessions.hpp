// Sign-ins: a session is one family of refresh tokens, of which one generation is unused.
//
// Safety: of one generation at most one successor is ever born, however many ask at once. A revoked sid is written down in the
// transaction that makes it void.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <async/task.hpp>
#include <base/encoding.hpp>
#include <base/result.hpp>

#include "domain/people.hpp"
#include "domain/refresh_token.hpp"
#include "ports/accounts.hpp"

namespace mrbill::auth {

struct Opening {
  SessionId session;
  Uuid sid;
  UserId user;
  TenantId tenant;
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
  TenantId tenant;
  Transport transport = Transport::body;
};

struct Rotation {
  Presented presented;
  Sha256 successor_hash;  // of presented.generation + 1
  Timestamp at;
  Timestamp expires_at;  // of the session, pushed on by use
};

// What the tokens of a session say now.
struct LiveSession {
  SessionId session;
  Uuid sid;
  UserId user;
  TenantId tenant;
  Role role = Role::user;
};

// Either it lives, or it does not; killed names the sid that this very call made void.
struct Rotated {
  std::optional<LiveSession> live;
  std::optional<Uuid> killed;
};

class Sessions {
 public:
  virtual ~Sessions() = default;
  // The role of the membership; nothing when it, or the password, has changed meanwhile.
  [[nodiscard]] virtual Task<std::optional<Role>> open(Opening opening) = 0;
  [[nodiscard]] virtual Task<std::optional<Presented>> find(Sha256 refresh_hash) = 0;
  [[nodiscard]] virtual Task<Rotated> rotate(Rotation rotation) = 0;
  // The sid that became void; nothing when the session was over already.
  [[nodiscard]] virtual Task<std::optional<Uuid>> close(UserId user, SessionId session, Timestamp at) = 0;
  [[nodiscard]] virtual Task<std::optional<SessionId>> of_sid(UserId user, Uuid sid) = 0;
  // To another company of the person, under a new sid; nothing when they do not belong to it or the session is over.
  [[nodiscard]] virtual Task<std::optional<LiveSession>> move(UserId user, Uuid sid, TenantId to,
                                                              Uuid new_sid, Timestamp at) = 0;
};

}  // namespace mrbill::auth
