// A person has a failed request tried again, under the same id and with the same spec.
#pragma once

#include <async/task.hpp>
#include <base/random.hpp>
#include <base/result.hpp>
#include <base/unreachable.hpp>

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
    if (request) co_return Accepted{id, estimated_completion(request->spec, now)};
    co_return fail(refusal_of(request.error(), type));
  }

 private:
  static Refusal refusal_of(ChangeError error, Type type) {
    switch (error) {
      case ChangeError::not_found:
        return not_found(type);
      case ChangeError::not_allowed:
        return {RefusalCode::not_failed};
      case ChangeError::too_many_open_of_company:
        return {RefusalCode::too_many_open_of_company};
      case ChangeError::company_storage_full:
        return {RefusalCode::company_storage_full};
      case ChangeError::too_many_open:
        return {RefusalCode::too_many_open};
    }
    unreachable();
  }
  RequestStore& store_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::content
