#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "adapters/memory/memory_people.hpp"
#include "ports/sessions.hpp"

namespace mrbill::auth {

class MemorySessions final : public Sessions {
 public:
  explicit MemorySessions(MemoryPeople& people) : people_(people) {}

  Task<std::optional<LiveSession>> open(Opening opening) override {
    const auto role = role_of(opening.tenant, opening.user);
    auto& user = people_.users.at(opening.user);
    if (!role || user.password_changed_at != opening.password_changed_at || user.locked)
      co_return std::nullopt;
    user.networks.insert(opening.network);
    user.person.last_login_at = opening.at;
    end_surplus(opening.user, opening.at);
    MemorySession session{.id = opening.session,
                          .sid = opening.sid,
                          .user = opening.user,
                          .tenant = opening.tenant,
                          .transport = opening.transport,
                          .expires_at = opening.expires_at,
                          .last_used_at = opening.at,
                          .generations = {}};
    session.generations[1] = {opening.refresh_hash, std::nullopt};
    people_.sessions.emplace(opening.session, session);
    co_return living(session, *role);
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

  Task<std::optional<LiveSession>> rotate(Rotation rotation) override {
    auto& session = people_.sessions.at(rotation.presented.session);
    const auto role = role_of(session.tenant, session.user);
    if (session.revoked || session.expires_at <= rotation.at || !role) co_return std::nullopt;
    auto& generation = session.generations.at(rotation.presented.generation);
    switch (refresh_step(generation.used_at, rotation.at)) {
      case RefreshStep::repeat:
        co_return living(session, *role);
      case RefreshStep::rotate:
        generation.used_at = rotation.at;
        session.generations[rotation.presented.generation + 1] = {rotation.successor_hash, std::nullopt};
        session.expires_at = rotation.expires_at;
        session.last_used_at = rotation.at;
        co_return living(session, *role);
      case RefreshStep::kill_family:
        break;
    }
    session.revoked = true;
    co_return std::nullopt;
  }

  Task<bool> close(UserId user, SessionId id, Timestamp) override {
    const auto found = people_.sessions.find(id);
    if (found == people_.sessions.end() || found->second.user != user) co_return false;
    co_return !std::exchange(found->second.revoked, true);
  }

  Task<std::optional<SessionId>> of_sid(UserId user, Uuid sid) override {
    const auto* session = of_person(user, sid);
    if (session == nullptr) co_return std::nullopt;
    co_return session->id;
  }

  Task<std::optional<LiveSession>> move(UserId user, Uuid sid, TenantId to, Timestamp) override {
    auto* session = of_person(user, sid);
    const auto role = role_of(to, user);
    if (session == nullptr || !role) co_return std::nullopt;
    session->tenant = to;
    ++session->version;
    co_return living(*session, *role);
  }

 private:
  [[nodiscard]] std::optional<Role> role_of(std::optional<TenantId> tenant, UserId user) const {
    if (!tenant) return Role::user;
    const auto found = people_.memberships.find({*tenant, user});
    return found == people_.memberships.end() ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] MemorySession* of_person(UserId user, Uuid sid) {
    for (auto& [id, session] : people_.sessions) {
      if (session.sid == sid && session.user == user && !session.revoked) return &session;
    }
    return nullptr;
  }
  [[nodiscard]] LiveSession living(const MemorySession& session, Role role) const {
    const auto& locale = people_.users.at(session.user).person.locale;
    return {session.id, session.sid, session.user, session.tenant, role, {.session = session.version},
            locale};
  }
  void end_surplus(UserId user, Timestamp at) {
    std::vector<MemorySession*> live;
    for (auto& [id, session] : people_.sessions) {
      if (session.user == user && !session.revoked && session.expires_at > at) live.push_back(&session);
    }
    std::ranges::sort(live, std::ranges::greater{}, &MemorySession::last_used_at);
    for (std::size_t i = max_sessions - 1; i < live.size(); ++i) live[i]->revoked = true;
  }
  MemoryPeople& people_;
};

}  // namespace mrbill::auth
