#pragma once

#include "adapters/memory/memory_people.hpp"
#include "ports/accounts.hpp"
#include "ports/creations.hpp"

namespace mrbill::auth {

class MemoryAccounts final : public Accounts {
 public:
  explicit MemoryAccounts(MemoryPeople& people) : people_(people) {}

  Task<Result<Created, SignUpRefusal>> add(SignUp sign_up) override {
    const Created created{.id = sign_up.user.uuid, .at = sign_up.at};
    if (sign_up.key) {
      const auto known = people_.created_under(std::nullopt, *sign_up.key, sign_up.at);
      if (!known) co_return fail(SignUpRefusal::idempotency_key_reused);
      if (*known) co_return **known;
    }
    if (people_.of_address(sign_up.email) != nullptr) co_return fail(SignUpRefusal::email_taken);
    MemoryUser user{.person = {.id = sign_up.user,
                               .email = sign_up.email,
                               .full_name = sign_up.full_name,
                               .locale = sign_up.preferences.locale,
                               .time_zone = sign_up.preferences.time_zone,
                               .created_at = sign_up.at,
                               .updated_at = sign_up.at,
                               .last_login_at = {}},
                    .password_hash = sign_up.password_hash,
                    .password_changed_at = sign_up.at,
                    .networks = {}};
    people_.users.emplace(sign_up.user, std::move(user));
    people_.tenants[sign_up.tenant] = sign_up.company_name;
    people_.memberships[{sign_up.tenant, sign_up.user}] = Role::owner;
    people_.mails.push_back({sign_up.mail, MailKind::verify_email, sign_up.email});
    if (sign_up.key) people_.remember(std::nullopt, *sign_up.key, created);
    co_return created;
  }

  Task<std::optional<Login>> find_login(EmailAddress email, NetworkMark network) override {
    const auto* user = people_.of_address(email);
    if (user == nullptr) co_return std::nullopt;
    co_return Login{user->person.id,
                    user->password_hash,
                    user->locked,
                    user->person.verified,
                    user->networks.contains(network),
                    user->password_changed_at};
  }

  Task<std::optional<Person>> find(UserId user) override {
    const auto found = people_.users.find(user);
    if (found == people_.users.end()) co_return std::nullopt;
    co_return found->second.person;
  }

  Task<Result<Person, UpdateRefusal>> update(Caller caller, PersonChange change, ExpectedVersion version,
                                             Timestamp at) override {
    const auto found = people_.users.find(caller.user);
    if (found == people_.users.end()) co_return fail(UpdateRefusal::not_found);
    auto& person = found->second.person;
    if (!version.admits(person.version)) co_return fail(UpdateRefusal::stale);
    person.full_name = change.full_name.value_or(person.full_name);
    person.locale = change.locale.value_or(person.locale);
    person.time_zone = change.time_zone.value_or(person.time_zone);
    person.updated_at = at;
    ++person.version;
    co_return person;
  }

 private:
  MemoryPeople& people_;
};

class MemoryCreations final : public Creations {
 public:
  explicit MemoryCreations(MemoryPeople& people) : people_(people) {}
  Task<Result<std::optional<Created>, KeyConflict>> find(std::optional<Caller> caller, IdempotencyKey key,
                                                         Timestamp now) override {
    co_return people_.created_under(caller, key, now);
  }

 private:
  MemoryPeople& people_;
};

}  // namespace mrbill::auth
