// A person deletes one of their requests, whatever its state, with its files and its link.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <base/result.hpp>

#include "ports/request_store.hpp"

namespace mrbill::content {

enum class DeleteContentError : std::uint8_t { not_found };

class DeleteContent {
 public:
  explicit DeleteContent(RequestStore& store) : store_(store) {}
  [[nodiscard]] Task<Result<void, DeleteContentError>> operator()(Caller caller, Type type, RequestId id) {
    const bool removed = co_await store_.remove(std::move(caller), type, id);
    if (!removed) co_return fail(DeleteContentError::not_found);
    co_return Result<void, DeleteContentError>{};
  }

 private:
  RequestStore& store_;
};

}  // namespace mrbill::content
