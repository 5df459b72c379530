// What the stores of the tests keep, in place of a database: plain maps, one thread, nothing lost.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <base/idempotency_key.hpp>
#include <base/result.hpp>

#include "domain/mail_text.hpp"
#include "domain/people.hpp"
#include "domain/refresh_token.hpp"
#include "ports/email_links.hpp"
#include "ports/sessions.hpp"

namespace mrbill::auth {

struct MemoryUser {
  Person person;
  std::string password_hash;
  Timestamp password_changed_at;
  bool locked = false;
  std::set<NetworkMark> networks;
};

struct MemorySession {
  SessionId id;
  Uuid sid;
  UserId user;
  std::optional<TenantId> tenant;
  Transport transport = Transport::body;
  Timestamp expires_at;
  Timestamp last_used_at;
  std::int64_t version = 1;
  bool revoked = false;
  struct Generation {
    Sha256 hash;
    std::optional<Timestamp> used_at;
  };
  std::map<std::int32_t, Generation> generations;
};

struct MemoryMail {
  LinkId id;
  MailKind kind = MailKind::verify_email;
  EmailAddress recipient;
};

struct MemoryPeople {
  std::map<UserId, MemoryUser> users;
  std::map<TenantId, std::string> tenants;
  std::map<std::pair<TenantId, UserId>, Role> memberships;
  std::map<SessionId, MemorySession> sessions;
  std::vector<MemoryMail> mails;
  std::vector<std::pair<Sha256, std::pair<LinkPurpose, EmailLink>>> links;
  // Whose, of which operation, which: what was asked and made.
  using KeyOf = std::tuple<TenantId, UserId, std::string, std::string>;
  std::map<KeyOf, std::pair<Sha256, Created>> keys;

  [[nodiscard]] Result<std::optional<Created>, KeyConflict> created_under(const std::optional<Caller>& caller,
                                                                          const IdempotencyKey& key,
                                                                          Timestamp now) const {
    const auto found = keys.find(key_of(caller, key));
    if (found == keys.end() || found->second.second.at <= now - std::chrono::hours(24))
      return std::optional<Created>{};
    if (found->second.first != key.request_hash) return fail(KeyConflict::reused);
    auto created = found->second.second;
    created.repeated = true;
    return std::optional(created);
  }
  void remember(const std::optional<Caller>& caller, const IdempotencyKey& key, Created created) {
    keys.insert_or_assign(key_of(caller, key), std::pair(key.request_hash, created));
  }
  [[nodiscard]] static KeyOf key_of(const std::optional<Caller>& caller, const IdempotencyKey& key) {
    return {caller ? caller->tenant : TenantId{}, caller ? caller->user : UserId{}, key.route, key.key};
  }

  [[nodiscard]] MemoryUser* of_address(const EmailAddress& email) {
    for (auto& [id, user] : users) {
      if (user.person.email == email) return &user;
    }
    return nullptr;
  }
};

}  // namespace mrbill::auth
