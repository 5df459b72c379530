#include "usecases/keep_index.hpp"

#include <base/check.hpp>

namespace mrbill::catalog {

namespace {

constexpr int rows_at_once = 500;
constexpr int tenants_at_once = 500;
constexpr auto patience = std::chrono::minutes(1);

}  // namespace

Task<> KeepIndex::open() {
  index_ = shelf_.open_current();
  if (!index_) co_await rebuild();
  co_await catch_up();
}

Task<> KeepIndex::bring_up(TenantId tenant, std::int64_t change_seq) {
  CHECK(index_, "open() comes first");
  const auto place = co_await turn();
  if (index_->watermark(tenant) < change_seq) co_await fill(index_.get(), tenant);
}

Task<> KeepIndex::catch_up() {
  CHECK(index_, "open() comes first");
  const auto place = co_await turn();
  co_await fill_all(index_.get());
  commit();
}

Task<> KeepIndex::rebuild() {
  auto fresh = shelf_.create_fresh();
  co_await fill_all(fresh.get());
  fresh->commit();
  const auto place = co_await turn();
  index_.reset();
  shelf_.publish_fresh();
  index_ = std::move(fresh);
  uncommitted_ = false;
}

void KeepIndex::commit() {
  if (!index_ || !uncommitted_) return;
  index_->commit();
  uncommitted_ = false;
}

Task<Semaphore::Place> KeepIndex::turn() {
  return turn_.acquire(Deadline::in(patience));
}

Task<> KeepIndex::fill(PocIndex* index, TenantId tenant) {
  std::size_t taken = rows_at_once;
  while (taken == rows_at_once) {
    const auto rows = co_await feed_.changed_since(tenant, index->watermark(tenant), rows_at_once);
    taken = rows.size();
    if (rows.empty()) co_return;
    index->apply(tenant, rows, rows.back().change_seq);
    if (index == index_.get()) uncommitted_ = true;
  }
}

Task<> KeepIndex::fill_all(PocIndex* index) {
  std::optional<TenantId> last;
  std::size_t taken = tenants_at_once;
  while (taken == tenants_at_once) {
    const auto heads = co_await feed_.heads(last, tenants_at_once);
    taken = heads.size();
    for (const auto& head : heads) {
      last = head.tenant;
      if (index->watermark(head.tenant) < head.change_seq) co_await fill(index, head.tenant);
    }
  }
}

}  // namespace mrbill::catalog
