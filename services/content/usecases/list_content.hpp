// A person looks at their films or reports, newest first.
#pragma once

#include <async/task.hpp>

#include "ports/request_store.hpp"

namespace mrbill::content {

class ListContent {
 public:
  explicit ListContent(RequestStore& store) : store_(store) {}
  [[nodiscard]] Task<RequestPage> operator()(Caller caller, RequestQuery query) {
    return store_.list(std::move(caller), query);
  }

 private:
  RequestStore& store_;
};

}  // namespace mrbill::content
