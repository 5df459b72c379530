#pragma once

#include "adapters/memory/memory_people.hpp"
#include "ports/sessions.hpp"

namespace mrbill::auth {

class MemorySessions final : public Sessions {
 public:
  explicit MemorySessions(MemoryPeople& people) : people_(people) {}

  Task<std::optional<Role>> open(Opening opening) override {
    const auto role = role_of(opening.tenant, opening.user);
    auto& user = people_.users.at(opening.user);
    if (!role || user.password_changed_at != opening.password_changed_at || user.locked)
      co_return std::nullopt;
    user.networks.insert(opening.network);
    user.person.last_login_at = opening.at;
    MemorySession session{opening.session,   opening.sid,        opening.user, opening.tenant,
                          opening.transport, opening.expires_at, false,        {}};
    session.generations[1] = {opening.refresh_hash, std::nullopt};
    people_.sessions.emplace(opening.session, std::move(session));
    co_return role;
  }

  Task<std::optional<Presented>> find(Sha256 refresh_hash) override {
    for (const auto& [id, session] : people_.sessions) {
      for (const auto& [number, generation] : session.generations) {
        if (generation.hash == refresh_hash) {
          co_return Presented{id, number, session.user, session.tenant, session.transport};
        }
      }
    }
    co_return std::nullopt;
  }

  Task<Rotated> rotate(Rotation rotation) override {
    auto& session = people_.sessions.at(rotation.presented.session);
    const auto role = role_of(session.tenant, session.user);
    if (session.revoked || session.expires_at <= rotation.at || !role) co_return Rotated{};
    const LiveSession live{session.id, session.sid, session.user, session.tenant, *role};
    auto& generation = session.generations.at(rotation.presented.generation);
    switch (refresh_step(generation.used_at, rotation.at)) {
      case RefreshStep::repeat:
        co_return Rotated{live, std::nullopt};
      case RefreshStep::rotate:
        generation.used_at = rotation.at;
        session.generations[rotation.presented.generation + 1] = {rotation.successor_hash, std::nullopt};
        session.expires_at = rotation.expires_at;
        co_return Rotated{live, std::nullopt};
      case RefreshStep::kill_family:
        break;
    }
    session.revoked = true;
    co_return Rotated{std::nullopt, session.sid};
  }

  Task<std::optional<Uuid>> close(UserId user, SessionId id, Timestamp) override {
    const auto found = people_.sessions.find(id);
    if (found == people_.sessions.end() || found->second.user != user || found->second.revoked)
      co_return std::nullopt;
    found->second.revoked = true;
    co_return found->second.sid;
  }

  Task<std::optional<SessionId>> of_sid(UserId user, Uuid sid) override {
    const auto* session = living(user, sid);
    if (session == nullptr) co_return std::nullopt;
    co_return session->id;
  }

  Task<std::optional<LiveSession>> move(UserId user, Uuid sid, TenantId to, Uuid new_sid,
                                        Timestamp) override {
    auto* session = living(user, sid);
    const auto role = role_of(to, user);
    if (session == nullptr || !role) co_return std::nullopt;
    session->tenant = to;
    session->sid = new_sid;
    co_return LiveSession{session->id, new_sid, user, to, *role};
  }

 private:
  [[nodiscard]] std::optional<Role> role_of(TenantId tenant, UserId user) const {
    const auto found = people_.memberships.find({tenant, user});
    return found == people_.memberships.end() ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] MemorySession* living(UserId user, Uuid sid) {
    for (auto& [id, session] : people_.sessions) {
      if (session.sid == sid && session.user == user && !session.revoked) return &session;
    }
    return nullptr;
  }
  MemoryPeople& people_;
};

}  // namespace mrbill::auth
