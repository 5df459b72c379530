// A person asks for a film or a report; a worker makes it.
#pragma once

#include <cstdint>
#include <optional>

#include <async/task.hpp>
#include <base/random.hpp>
#include <base/result.hpp>

#include "ports/request_store.hpp"

namespace mrbill::content {

struct Accepted {
  RequestId id;
  Timestamp ready_at;  // an estimate
};

enum class RequestContentError : std::uint8_t {
  too_many_open,
  too_many_open_of_company,
  company_storage_full,
  idempotency_key_in_use,
  idempotency_key_reused
};

class RequestContent {
 public:
  RequestContent(RequestStore& store, const Clock& clock, Random& random)
      : store_(store), clock_(clock), random_(random) {}
  [[nodiscard]] Task<Result<Accepted, RequestContentError>> operator()(Caller caller, Spec spec,
                                                                       std::optional<IdempotencyKey> key);

 private:
  RequestStore& store_;
  const Clock& clock_;
  Random& random_;
};

// When what was asked for at this moment is likely to be ready, if nobody else asks.
[[nodiscard]] Timestamp estimated_completion(const Spec& spec, Timestamp asked);

}  // namespace mrbill::content
