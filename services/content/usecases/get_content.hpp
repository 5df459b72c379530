// A person asks how far one of their requests is.
#pragma once

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/request_store.hpp"
#include "usecases/refusal.hpp"

namespace mrbill::content {

class GetContent {
 public:
  explicit GetContent(RequestStore& store) : store_(store) {}
  [[nodiscard]] Task<Result<Request, Refusal>> operator()(Caller caller, Type type, RequestId id) {
    auto request = co_await store_.find(std::move(caller), type, id);
    if (!request) co_return fail(not_found(type));
    co_return *std::move(request);
  }

 private:
  RequestStore& store_;
};

}  // namespace mrbill::content
