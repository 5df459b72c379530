// Slow hashing of passwords on a bounded pool.
#pragma once

#include <cstdint>
#include <string>

#include <async/task.hpp>
#include <base/result.hpp>

#include "domain/password.hpp"

namespace mrbill::auth {

// Too many wait already: the caller should come back in a second.
enum class HasherRefusal : std::uint8_t { busy };

class PasswordHasher {
 public:
  virtual ~PasswordHasher() = default;
  [[nodiscard]] virtual Task<Result<std::string, HasherRefusal>> hash(Password password) = 0;
  [[nodiscard]] virtual Task<Result<bool, HasherRefusal>> matches(Password password, std::string hash) = 0;
  // A hash that no password has, with the same parameters: what an unknown person's attempt is
  // checked against.
  [[nodiscard]] virtual const std::string& nobodys() const = 0;
};

}  // namespace mrbill::auth
