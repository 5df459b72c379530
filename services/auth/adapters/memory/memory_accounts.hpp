#pragma once

#include "adapters/memory/memory_people.hpp"
#include "ports/accounts.hpp"

namespace mrbill::auth {

class MemoryAccounts final : public Accounts {
 public:
  explicit MemoryAccounts(MemoryPeople& people) : people_(people) {}

  Task<Result<void, SignUpRefusal>> add(SignUp sign_up) override {
    if (sign_up.answer && people_.answers.contains({sign_up.answer->key.route, sign_up.answer->key.key})) {
      co_return fail(SignUpRefusal::idempotency_key_in_use);
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
    if (sign_up.answer)
      people_.answers.emplace(std::pair(sign_up.answer->key.route, sign_up.answer->key.key), *sign_up.answer);
    co_return Result<void, SignUpRefusal>{};
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

class MemoryAnswers final : public Answers {
 public:
  explicit MemoryAnswers(MemoryPeople& people) : people_(people) {}
  Task<Result<std::optional<std::string>, AnswerRefusal>> find(AnswerKey key) override {
    const auto found = people_.answers.find({key.route, key.key});
    if (found == people_.answers.end()) co_return std::nullopt;
    if (found->second.key.request != key.request) co_return fail(AnswerRefusal::idempotency_key_reused);
    co_return found->second.body;
  }

 private:
  MemoryPeople& people_;
};

}  // namespace mrbill::auth
