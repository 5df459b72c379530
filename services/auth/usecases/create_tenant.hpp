// Founds a company for a person who belongs to none at present; who has one gets another by invitation only.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include <base/random.hpp>

#include "ports/answers.hpp"
#include "ports/tenants.hpp"

namespace mrbill::auth {

enum class CreateTenantError : std::uint8_t { has_tenant, idempotency_key_in_use, idempotency_key_reused };

class CreateTenant {
 public:
  struct Command {
    Caller caller;
    std::string name;
    std::optional<AnswerKey> answer_key;
    std::function<std::string(const Tenant&)> print;
  };
  CreateTenant(Tenants& tenants, Answers& answers, const Clock& clock, Random& random)
      : tenants_(tenants), answers_(answers), clock_(clock), random_(random) {}
  // The printed answer, the first one's when the key is a known one.
  [[nodiscard]] Task<Result<std::string, CreateTenantError>> operator()(Command command);

 private:
  Tenants& tenants_;
  Answers& answers_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::auth
