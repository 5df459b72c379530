// What an import changed, and its undoing: a port.
#pragma once

#include <cstdint>
#include <vector>

#include <async/task.hpp>

#include "domain/import.hpp"

namespace mrbill::catalog {

// A POC that an import has overwritten, as it was before.
struct FormerPoc {
  PocId id;
  PocContent content = {};
  Timestamp created_at;
  Timestamp updated_at;
  bool stands = false;  // it is as the import left it: undoing the import restores it
};

struct FormerPage {
  std::vector<FormerPoc> pocs = {};  // in the order in which they were overwritten
  std::int64_t total = 0;
};

struct Undone {
  std::int64_t restored = 0;  // POCs that say again what they said
  std::int64_t deleted = 0;   // POCs that the import had created
};

// Kept for 30 days. The caller's own imports only.
class ImportHistory {
 public:
  virtual ~ImportHistory() = default;
  [[nodiscard]] virtual Task<FormerPage> overwritten(Caller caller, ImportId id, int offset, int limit) = 0;
  // Whatever stands as the import left it becomes what it was; what somebody has changed since stays. In
  // portions, each whole: who is interrupted asks again.
  [[nodiscard]] virtual Task<Undone> undo(Caller caller, ImportId id, Timestamp now) = 0;
};

}  // namespace mrbill::catalog
