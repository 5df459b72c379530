// Where POCs come from: a port. The catalogue's internal listener here. Unreachable, it throws
// ServiceUnavailable: the work waits.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <async/task.hpp>

#include "domain/content.hpp"

namespace mrbill::content {

struct PocBatch {
  std::vector<Poc> pocs = {};            // the oldest first
  std::optional<std::string> next = {};  // for the next batch; nothing on the last
};

class PocSource {
 public:
  virtual ~PocSource() = default;
  // The caller's own, as the spec chooses them.
  [[nodiscard]] virtual Task<PocBatch> fetch(Caller caller, Spec spec, std::optional<std::string> from) = 0;
};

}  // namespace mrbill::content
