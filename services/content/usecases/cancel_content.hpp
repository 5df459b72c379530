// A person stops one of their requests. Cancelled before: the same answer.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/request_store.hpp"

namespace mrbill::content {

enum class CancelContentError : std::uint8_t { not_found, already_over };

class CancelContent {
 public:
  explicit CancelContent(RequestStore& store) : store_(store) {}
  [[nodiscard]] Task<Result<Request, CancelContentError>> operator()(Caller caller, Type type, RequestId id) {
    auto request = co_await store_.cancel(std::move(caller), type, id);
    if (request) co_return *std::move(request);
    const bool is_there = request.error() != ChangeError::not_found;
    co_return fail(is_there ? CancelContentError::already_over : CancelContentError::not_found);
  }

 private:
  RequestStore& store_;
};

}  // namespace mrbill::content
