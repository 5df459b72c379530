// What the store knows of the indexes built from it: a port. Each index has a mark in the store, a random one
// that its writer replaces again and again while it takes in changes. A store that was put back to an earlier
// state holds an earlier mark, or none, and thereby tells the index that the changes it took in may never
// have happened.
#pragma once

#include <optional>

#include <async/task.hpp>
#include <base/uuid.hpp>

namespace mrbill::catalog {

class IndexMarkStore {
 public:
  virtual ~IndexMarkStore() = default;
  // Nothing: the store does not know this index.
  [[nodiscard]] virtual Task<std::optional<Uuid>> find(Uuid index) = 0;
  virtual Task<> introduce(Uuid index, Uuid mark) = 0;
  // False, and nothing changed, when the store does not hold `from`.
  [[nodiscard]] virtual Task<bool> replace(Uuid index, Uuid from, Uuid to) = 0;
};

}  // namespace mrbill::catalog
