// Tells everybody at once that access tokens with a sid are void. Only the fast path: the row stands already, and the worker
// announces what was not; so this never fails the use case.
#pragma once

#include <vector>

#include <async/task.hpp>
#include <base/uuid.hpp>

namespace mrbill::auth {

class RevocationNotices {
 public:
  virtual ~RevocationNotices() = default;
  [[nodiscard]] virtual Task<> announce(std::vector<Uuid> sids) = 0;
};

}  // namespace mrbill::auth
