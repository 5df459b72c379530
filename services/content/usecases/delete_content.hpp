// A person deletes one of their requests, whatever its state, with its files and its link.
#pragma once

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/request_store.hpp"
#include "usecases/refusal.hpp"

namespace mrbill::content {

class DeleteContent {
 public:
  explicit DeleteContent(RequestStore& store) : store_(store) {}
  [[nodiscard]] Task<Result<void, Refusal>> operator()(Caller caller, Type type, RequestId id) {
    const bool removed = co_await store_.remove(std::move(caller), type, id);
    if (!removed) co_return fail(not_found(type));
    co_return Result<void, Refusal>{};
  }

 private:
  RequestStore& store_;
};

}  // namespace mrbill::content
