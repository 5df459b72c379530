// How many requests wait to be made: a port, for the metrics.
#pragma once

#include <cstdint>

#include <async/task.hpp>

namespace mrbill::content {

struct Waiting {
  std::int64_t videos = 0;
  std::int64_t reports = 0;
};

class Queue {
 public:
  virtual ~Queue() = default;
  [[nodiscard]] virtual Task<Waiting> waiting() = 0;
};

}  // namespace mrbill::content
