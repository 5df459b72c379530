// A person has a failed request tried again, under the same id and with the same spec.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/random.hpp>
#include <base/result.hpp>
#include <base/unreachable.hpp>

#include "ports/request_store.hpp"
#include "usecases/request_content.hpp"

namespace mrbill::content {

enum class RetryContentError : std::uint8_t {
  not_found,
  not_failed,
  too_many_open,
  too_many_open_of_company,
  company_storage_full
};

class RetryContent {
 public:
  RetryContent(RequestStore& store, const Clock& clock, Random& random)
      : store_(store), clock_(clock), random_(random) {}
  [[nodiscard]] Task<Result<Accepted, RetryContentError>> operator()(Caller caller, Type type, RequestId id) {
    const auto now = clock_.now();
    auto request = co_await store_.retry(std::move(caller), type, id, new_uuid(clock_, random_), now);
    if (request) co_return Accepted{id, estimated_completion(request->spec, now)};
    co_return fail(error_of(request.error()));
  }

 private:
  static RetryContentError error_of(ChangeError error) {
    switch (error) {
      case ChangeError::not_found:
        return RetryContentError::not_found;
      case ChangeError::not_allowed:
        return RetryContentError::not_failed;
      case ChangeError::too_many_open_of_company:
        return RetryContentError::too_many_open_of_company;
      case ChangeError::company_storage_full:
        return RetryContentError::company_storage_full;
      case ChangeError::too_many_open:
        return RetryContentError::too_many_open;
    }
    unreachable();
  }
  RequestStore& store_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace mrbill::content
