// A person has a failed request tried again, under the same id and with the same wishes.
#pragma once

#include <async/task.hpp>
#include <base/random.hpp>
#include <base/result.hpp>

#include "ports/request_store.hpp"
#include "usecases/refusal.hpp"
#include "usecases/request_content.hpp"

namespace mrbill::content {

class RetryContent {
 public:
  RetryContent(RequestStore& store, const Clock& clock, Random& random)
      : store_(store), clock_(clock), random_(random) {}
  [[nodiscard]] Task<Result<Accepted, Refusal>> operator()(Caller caller, Type type, RequestId id) {
    const auto now = clock_.now();
    auto request = co_await store_.retry(std::move(caller), type, id, new_uuid(clock_, random_), now);
    if (request) co_return Accepted{id, estimated_completion(request->wishes, now)};
    if (request.error() == ChangeError::not_found) co_return fail(not_found(type));
    co_return fail(Refusal{request.error() == ChangeError::too_many_open ? RefusalCode::too_many_open
                                                                         : RefusalCode::not_failed});
  }

 private:
  RequestStore& store_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::content
