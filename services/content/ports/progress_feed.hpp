// Tells when a request has changed: a port. What it is now is asked of the store.
#pragma once

#include <chrono>
#include <memory>

#include <async/task.hpp>

#include "domain/content.hpp"

namespace mrbill::content {

class ProgressFeed {
 public:
  virtual ~ProgressFeed() = default;
  // A subscription from the moment of its making, so that nothing between looking and waiting is missed.
  class Watch {
   public:
    virtual ~Watch() = default;
    // True: something happened since the last call. False: nothing within the time. A true may be wrong.
    [[nodiscard]] virtual Task<bool> changed(std::chrono::milliseconds max_wait) = 0;
  };
  [[nodiscard]] virtual std::unique_ptr<Watch> watch(RequestId id) = 0;
  // Of all that is a person's, new and deleted ones as well.
  [[nodiscard]] virtual std::unique_ptr<Watch> watch(UserId person) = 0;
};

}  // namespace mrbill::content
