// Rows of POCs in memory, with the counters of their tenants: a ChangeFeed for tests.
#pragma once

#include <algorithm>
#include <list>
#include <map>

#include "ports/change_feed.hpp"

namespace mrbill::catalog {

template <class T>
T numbered(std::uint8_t kind, int number) {
  T id;
  id.uuid.bytes[0] = kind;
  for (int i = 0; i < 4; ++i)
    id.uuid.bytes[static_cast<std::size_t>(12 + i)] = static_cast<std::uint8_t>(number >> (24 - 8 * i));
  return id;
}

inline const TenantId acme = numbered<TenantId>(1, 1);
inline const TenantId globex = numbered<TenantId>(1, 2);
inline const UserId ana = numbered<UserId>(2, 1);
inline const UserId bia = numbered<UserId>(2, 2);

class RowsInMemory final : public ChangeFeed {
 public:
  Poc& add(std::string name, TenantId tenant = acme, UserId creator = ana) {
    Poc poc;
    poc.id = numbered<PocId>(3, ++last_id_);
    poc.tenant = tenant;
    poc.creator = creator;
    poc.content.name = std::move(name);
    poc.created_at = Timestamp(std::chrono::hours(24 * last_id_));
    poc.updated_at = poc.created_at;
    poc.change_seq = ++heads_[tenant];
    rows_.push_back(std::move(poc));
    return rows_.back();
  }
  [[nodiscard]] const std::list<Poc>& all() const { return rows_; }
  void touch(Poc& poc) { poc.change_seq = ++heads_[poc.tenant]; }
  [[nodiscard]] Poc& at(PocId id) { return *std::ranges::find(rows_, id, &Poc::id); }
  void remove(PocId id, Timestamp when = {}) {
    auto& poc = at(id);
    poc.deleted_at = when;
    touch(poc);
  }

  Task<std::vector<Poc>> changed_since(TenantId tenant, std::int64_t change_seq, int max) override {
    std::vector<Poc> changed;
    for (const auto& row : rows_) {
      if (row.tenant == tenant && row.change_seq > change_seq) changed.push_back(row);
    }
    std::ranges::sort(changed, {}, &Poc::change_seq);
    if (changed.size() > static_cast<std::size_t>(max)) changed.resize(static_cast<std::size_t>(max));
    co_return changed;
  }
  Task<std::vector<TenantHead>> heads(std::optional<TenantId> after, int max) override {
    std::vector<TenantHead> heads;
    for (const auto& [tenant, seq] : heads_) {
      const bool wanted = !after || tenant > *after;
      if (wanted && heads.size() < static_cast<std::size_t>(max)) heads.push_back({tenant, seq});
    }
    co_return heads;
  }
  Task<std::vector<TenantCount>> counts(std::optional<TenantId> after, int max) override {
    const auto all = co_await heads(after, max);
    std::vector<TenantCount> counts;
    for (const auto& head : all) counts.push_back(count(head.tenant));
    co_return counts;
  }
  // Back to what it was when `earlier` was copied from it; references to rows are void.
  void restore(const RowsInMemory& earlier) {
    rows_ = earlier.rows_;
    heads_ = earlier.heads_;
  }
  // One row is gone, and no change says so.
  void forget_first() { rows_.pop_front(); }

 private:
  [[nodiscard]] TenantCount count(TenantId tenant) const {
    TenantCount count{tenant};
    for (const auto& row : rows_) {
      if (row.tenant != tenant) continue;
      count.newest = std::max(count.newest, row.change_seq);
      if (!row.deleted_at) ++count.live;
    }
    return count;
  }

  int last_id_ = 0;
  std::list<Poc> rows_;
  std::map<TenantId, std::int64_t> heads_;
};

}  // namespace mrbill::catalog
