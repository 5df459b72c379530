// IndexMarkStore in memory, for tests. A copy of it is a backup.
#pragma once

#include <map>

#include "ports/index_mark_store.hpp"

namespace mrbill::catalog {

class MemoryIndexMarks final : public IndexMarkStore {
 public:
  Task<std::optional<Uuid>> find(Uuid index) override {
    const auto found = marks_.find(index);
    co_return found == marks_.end() ? std::nullopt : std::optional(found->second);
  }
  Task<> introduce(Uuid index, Uuid mark) override {
    marks_.emplace(index, mark);
    co_return;
  }
  Task<bool> replace(Uuid index, Uuid from, Uuid to) override {
    const auto found = marks_.find(index);
    if (found == marks_.end() || found->second != from) co_return false;
    found->second = to;
    co_return true;
  }

 private:
  std::map<Uuid, Uuid> marks_;
};

}  // namespace mrbill::catalog
