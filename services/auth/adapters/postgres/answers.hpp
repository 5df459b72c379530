#pragma once

#include <postgres/database.hpp>

#include "ports/answers.hpp"

namespace mrbill::auth {

class PostgresAnswers final : public Answers {
 public:
  explicit PostgresAnswers(postgres::Database& database) : database_(database) {}
  Task<Result<std::optional<std::string>, AnswerRefusal>> find(AnswerKey key) override;

 private:
  postgres::Database& database_;
};

// Within the transaction that makes the thing. False while another request with the key is running; when one
// has finished since, the row violates idempotency_keys_key.
[[nodiscard]] Task<bool> remember(postgres::Transaction& transaction, Answer answer);
inline constexpr std::string_view answers_constraint = "idempotency_keys_key";

}  // namespace mrbill::auth
