// Answers that were given under an Idempotency-Key, kept for 24 hours: the same request again gets the
// same answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <async/task.hpp>
#include <base/encoding.hpp>
#include <base/result.hpp>
#include <base/uuid.hpp>

namespace mrbill::auth {

// Whose key, for what, and for which request. Sign-up has neither tenant nor user.
struct AnswerKey {
  std::optional<TenantId> tenant;
  std::optional<UserId> user;
  std::string route;
  Sha256 key;
  Sha256 request;
};

// Stored by the port whose transaction makes the thing, so that it exists exactly when the thing does.
struct Answer {
  AnswerKey key;
  std::string body;
};

enum class AnswerRefusal : std::uint8_t { idempotency_key_reused };

class Answers {
 public:
  virtual ~Answers() = default;
  // Nothing when the key is new.
  [[nodiscard]] virtual Task<Result<std::optional<std::string>, AnswerRefusal>> find(AnswerKey key) = 0;
};

}  // namespace mrbill::auth
