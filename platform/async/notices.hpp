// Wakes whoever waits for something to change, by its key: a port. What it is now is asked of whoever knows.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include <async/task.hpp>

namespace mrbill {

class Notices {
 public:
  virtual ~Notices() = default;
  // A subscription from the moment of its making, so that nothing between looking and waiting is missed.
  class Watch {
   public:
    virtual ~Watch() = default;
    // True: something happened since the last call. False: nothing within the time. A true may be wrong.
    [[nodiscard]] virtual Task<bool> changed(std::chrono::milliseconds max_wait) = 0;
  };
  [[nodiscard]] virtual std::unique_ptr<Watch> watch(std::string key) = 0;
};

}  // namespace mrbill
