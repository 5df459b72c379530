// Fakes of what is slow, secret or far away: they say what was asked of them.
#pragma once

#include <string>
#include <vector>

#include "ports/access_tokens.hpp"
#include "ports/mailer.hpp"
#include "ports/password_hasher.hpp"

namespace mrbill::auth {

// Hashes by writing a number and "hash of"; counts how often the slow function would have run.
class FakeHasher final : public PasswordHasher {
 public:
  Task<Result<std::string, HasherRefusal>> hash(Password password) override {
    if (busy) co_return fail(HasherRefusal::busy);
    ++runs;
    co_return std::to_string(runs) + salted + password.reveal();
  }
  Task<Result<bool, HasherRefusal>> matches(Password password, std::string hash) override {
    if (busy) co_return fail(HasherRefusal::busy);
    ++runs;
    co_return !password.reveal().empty() && hash.find(salted) != std::string::npos &&
        hash.substr(hash.find(salted) + std::string_view(salted).size()) == password.reveal();
  }
  [[nodiscard]] const std::string& nobodys() const override { return nobodys_; }

  int runs = 0;
  bool busy = false;

 private:
  static constexpr const char* salted = " hash of ";
  std::string nobodys_ = "nobody's";
};

class FakeAccessTokens final : public AccessTokens {
 public:
  [[nodiscard]] Secret sign(const LiveSession& session, Timestamp) const override {
    return Secret{session.sid.to_string() + " " + session.tenant.value_or(TenantId{}).to_string() + " " +
                  std::string(to_string(session.role))};
  }
  [[nodiscard]] std::string jwks() const override { return R"({"keys":[]})"; }
};

class FakeMailer final : public Mailer {
 public:
  Task<> deliver(Mail mail) override {
    if (broken) throw std::runtime_error("the disk is full");
    delivered.push_back(std::move(mail));
    co_return;
  }
  std::vector<Mail> delivered;
  bool broken = false;
};

}  // namespace mrbill::auth
