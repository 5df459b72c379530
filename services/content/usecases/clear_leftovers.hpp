// The worker removes what has outlived its time: objects first, then the rows that knew of them.
#pragma once

#include <cstdint>

#include <async/task.hpp>
#include <objects/object_store.hpp>

#include "ports/leftovers.hpp"

namespace mrbill::content {

class ClearLeftovers {
 public:
  ClearLeftovers(Leftovers& leftovers, objects::ObjectStore& files) : leftovers_(leftovers), files_(files) {}
  // How much it has removed; zero: nothing is left.
  [[nodiscard]] Task<std::int64_t> operator()() {
    constexpr int at_once = 100;
    const auto objects = co_await leftovers_.due_objects(at_once);
    for (const auto& object : objects) {
      co_await files_.remove(object.key);
      co_await leftovers_.object_removed(object);
    }
    const auto rows = co_await leftovers_.remove_rows();
    co_return static_cast<std::int64_t>(objects.size()) + rows;
  }

 private:
  Leftovers& leftovers_;
  objects::ObjectStore& files_;
};

}  // namespace mrbill::content
