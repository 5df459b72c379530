// How many rows a list has, as long as nothing of the tenant has changed: counting them costs more than
// reading a page.
//
//   totals.note(key, state, 4138);
//   totals.find(key, state)   // 4138; nothing when the state is another
//
// Of one thread. Bounded: when it is full it begins anew.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace mrbill::catalog {

class ListTotals {
 public:
  explicit ListTotals(std::size_t max = 4096) : max_(max) {}

  [[nodiscard]] bool knows(const std::string& key) const { return totals_.contains(key); }
  [[nodiscard]] std::optional<std::int64_t> find(const std::string& key, const std::string& state) const {
    const auto found = totals_.find(key);
    if (found == totals_.end() || found->second.state != state) return std::nullopt;
    return found->second.total;
  }
  void note(const std::string& key, std::string state, std::int64_t total) {
    if (totals_.size() >= max_ && !totals_.contains(key)) totals_.clear();
    totals_.insert_or_assign(key, Total{std::move(state), total});
  }

 private:
  struct Total {
    std::string state;
    std::int64_t total = 0;
  };
  std::size_t max_;
  std::unordered_map<std::string, Total> totals_;
};

}  // namespace mrbill::catalog
