// A person stops one of their requests. Cancelled before: the same answer.
#pragma once

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/request_store.hpp"
#include "usecases/refusal.hpp"

namespace mrbill::content {

class CancelContent {
 public:
  explicit CancelContent(RequestStore& store) : store_(store) {}
  [[nodiscard]] Task<Result<Request, Refusal>> operator()(Caller caller, Type type, RequestId id) {
    auto request = co_await store_.cancel(std::move(caller), type, id);
    if (request) co_return *std::move(request);
    if (request.error() == ChangeError::not_found) co_return fail(not_found(type));
    co_return fail(Refusal{RefusalCode::already_over});
  }

 private:
  RequestStore& store_;
};

}  // namespace mrbill::content
