#include <base/check.hpp>
#include <postgres/prepared.hpp>

namespace mrbill::postgres {

bool Prepared::has(const Statement& statement) {
  auto found = by_name_.find(statement.name);
  if (found == by_name_.end()) return false;
  CHECK(found->second->sql == statement.sql, "a statement's name stands for one SQL text");
  newest_first_.splice(newest_first_.begin(), newest_first_, found->second);
  return true;
}

std::optional<std::string> Prepared::add(const Statement& statement) {
  std::optional<std::string> gone;
  if (by_name_.size() >= max_) {
    gone = newest_first_.back().name;
    forget(*gone);
  }
  newest_first_.push_front({std::string(statement.name), std::string(statement.sql)});
  by_name_.emplace(newest_first_.front().name, newest_first_.begin());
  return gone;
}

void Prepared::forget(std::string_view name) {
  auto found = by_name_.find(name);
  if (found == by_name_.end()) return;
  auto entry = found->second;
  by_name_.erase(found);
  newest_first_.erase(entry);
}

}  // namespace mrbill::postgres
