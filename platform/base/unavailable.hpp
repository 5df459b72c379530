// Something this program needs is away for now: the database, Redis, another service, or room in a queue. The
// HTTP server answers it with 503 and Retry-After; a worker tries again. The one base of such exceptions,
// whoever throws them.
#pragma once

#include <chrono>
#include <stdexcept>
#include <string>

namespace mrbill {

class ServiceUnavailable : public std::runtime_error {
 public:
  explicit ServiceUnavailable(const std::string& what,
                              std::chrono::seconds retry_after = std::chrono::seconds(1))
      : std::runtime_error(what), retry_after_(retry_after) {}
  [[nodiscard]] std::chrono::seconds retry_after() const { return retry_after_; }

 private:
  std::chrono::seconds retry_after_;
};

}  // namespace mrbill
