#include "usecases/keep_index.hpp"

#include <utility>

#include <async/deadline.hpp>
#include <log/log.hpp>

namespace mrbill::catalog {

namespace {

constexpr int rows_at_once = 500;
constexpr int tenants_at_once = 500;
constexpr auto turn_timeout = std::chrono::minutes(1);
constexpr std::size_t max_uncommitted_rows = 4'000;  // the index would commit by itself beyond some more
constexpr auto look_again = std::chrono::milliseconds(2);  // while searches read a former state

}  // namespace

// -- open and closed

Task<> KeepIndex::open() {
  try {
    Index found = shelf_.open_current();
    if (found) co_await adopt(std::move(found));
  } catch (const IndexDamaged& damage) {
    log::warn("the search index is not as it should be", {{"reason", damage.what()}});
  }
  if (!index_) {
    shelf_.withdraw();
    co_await rebuild();
  }
  co_await catch_up();
}

Task<> KeepIndex::adopt(Index index) {
  const auto marks = co_await settled_marks(index);
  co_await until_it_may_be_written(index);
  index->set_marks(marks);
  index_ = std::move(index);
  uncommitted_ = true;
  ++changes_;
}

Task<> KeepIndex::rebuild() {
  fresh_ = shelf_.create_fresh();
  const auto fresh = fresh_;
  co_await introduce(fresh);
  co_await fill_all(fresh);
  fresh->commit();
  while (!fresh->inspect()) co_await sleep_for(std::chrono::milliseconds(0));
  const auto place = co_await turn();
  index_.reset();
  shelf_.publish_fresh();
  index_ = std::move(fresh_);
  nothing_is_uncommitted();
  ++changes_;
}

Task<> KeepIndex::guarded(Task<> work) {
  try {
    co_await std::move(work);
  } catch (const IndexDamaged& damage) {
    give_up(damage.what());
  } catch (const IndexUnusable& trouble) {
    close(trouble.what());
  }
}

void KeepIndex::guarded_now(const std::function<void(PocIndex&)>& work) {
  if (!index_) return;
  try {
    work(*index_);
  } catch (const IndexDamaged& damage) {
    give_up(damage.what());
  } catch (const IndexUnusable& trouble) {
    close(trouble.what());
  }
}

void KeepIndex::close(const std::string& reason) {
  log::warn("the search index is closed, to be opened again", {{"reason", reason}});
  index_.reset();
  nothing_is_uncommitted();
}

void KeepIndex::give_up(const std::string& reason) {
  log::error("the search index is given up, to be built anew", {{"reason", reason}});
  index_.reset();
  nothing_is_uncommitted();
  shelf_.withdraw();
}

// -- in step with the store

Task<> KeepIndex::bring_up(TenantId tenant, std::int64_t change_seq) {
  co_await guarded(bring_up_now(tenant, change_seq));
}

Task<> KeepIndex::bring_up_now(TenantId tenant, std::int64_t change_seq) {
  const auto place = co_await turn();
  const auto index = index_;
  if (index && index->watermark(tenant) < change_seq) co_await fill(index, tenant);
}

Task<> KeepIndex::catch_up() {
  co_await guarded(catch_up_now());
}

Task<> KeepIndex::catch_up_now() {
  const auto place = co_await turn();
  if (index_) co_await fill_all(index_);
  commit();
}

bool KeepIndex::commit() {
  if (!uncommitted_) return false;
  guarded_now([](PocIndex& index) { index.commit(); });
  nothing_is_uncommitted();
  return true;
}

// Nobody begins to read that state any more: the wait is that of the searches under way.
Task<> KeepIndex::until_it_may_be_written(Index index) {
  const auto end = Deadline::in(max_reading_);
  while (is_between_commits(index) && !index->may_be_written()) {
    if (end.passed()) {
      log::warn("somebody reads the search index and does not come to an end", {});
      co_return;
    }
    co_await sleep_for(look_again);
  }
}

void KeepIndex::nothing_is_uncommitted() {
  uncommitted_ = false;
  uncommitted_rows_ = 0;
}

Task<Semaphore::Place> KeepIndex::turn() {
  return turn_.acquire(Deadline::in(turn_timeout));
}

Task<> KeepIndex::fill(Index index, TenantId tenant) {
  std::size_t taken = rows_at_once;
  while (taken == rows_at_once && !left(index)) {
    if (index == index_ && uncommitted_rows_ >= max_uncommitted_rows) {
      commit();
      continue;
    }
    const auto rows = co_await feed_.changed_since(tenant, index->watermark(tenant), rows_at_once);
    taken = rows.size();
    if (rows.empty()) co_return;
    co_await until_it_may_be_written(index);
    if (left(index)) co_return;
    index->apply(tenant, rows, rows.back().change_seq);
    if (index == index_) {
      uncommitted_ = true;
      uncommitted_rows_ += rows.size();
    }
    ++changes_;
  }
}

Task<> KeepIndex::fill_all(Index index) {
  std::optional<TenantId> last;
  std::size_t taken = tenants_at_once;
  while (taken == tenants_at_once) {
    const auto heads = co_await feed_.heads(last, tenants_at_once);
    taken = heads.size();
    for (const auto& head : heads) {
      if (left(index)) co_return;
      last = head.tenant;
      const auto known = index->watermark(head.tenant);
      if (known > head.change_seq) throw IndexDamaged("it knows changes that the store has not");
      if (known < head.change_seq) co_await fill(index, head.tenant);
    }
  }
}

// -- whole, and of this store

void KeepIndex::inspect() {
  guarded_now([this](PocIndex& index) {
    if (!shelf_.is_published()) throw IndexDamaged("readers do not find it any more");
    static_cast<void>(index.inspect());
  });
}

void KeepIndex::heed_reports() {
  if (index_ && shelf_.damage_reported()) give_up("a reader met damage");
}

Uuid KeepIndex::new_mark() {
  return Uuid{random_.bytes<16>()};
}

Task<> KeepIndex::introduce(Index index) {
  const auto mark = new_mark();
  const IndexMarks marks{new_mark(), mark, mark};
  co_await marks_.introduce(marks.index, mark);
  index->set_marks(marks);
}

// With the one of the two marks that the store holds as the confirmed one.
Task<IndexMarks> KeepIndex::settled_marks(Index index) {
  auto marks = index->marks();
  const auto held = co_await marks_.find(marks.index);
  const bool known = held && (*held == marks.confirmed || *held == marks.announced);
  if (!known) throw IndexDamaged("the store has another history than it was built from");
  marks.confirmed = marks.announced = *held;
  co_return marks;
}

Task<> KeepIndex::follow_history() {
  co_await guarded(follow_history_now());
}

Task<> KeepIndex::follow_history_now() {
  const auto index = index_;
  if (!index) co_return;
  const auto marks = co_await settled_marks(index);
  if (changes_ == marked_changes_) co_return;
  co_await until_it_may_be_written(index);
  if (!left(index)) co_await move_mark(index, marks);
}

// Announced in the index first: a process that dies between the two steps leaves one of two marks that the
// index knows.
Task<> KeepIndex::move_mark(Index index, IndexMarks marks) {
  const auto changes = changes_;
  marks.announced = new_mark();
  index->set_marks(marks);
  index->commit();
  nothing_is_uncommitted();
  const bool held = co_await marks_.replace(marks.index, marks.confirmed, marks.announced);
  if (left(index)) co_return;
  if (!held) throw IndexDamaged("the store has changed its history");
  co_await until_it_may_be_written(index);
  if (left(index)) co_return;
  marks.confirmed = marks.announced;
  index->set_marks(marks);
  uncommitted_ = true;
  marked_changes_ = changes;
}

Task<> KeepIndex::compare_counts() {
  co_await guarded(compare_counts_now());
}

Task<> KeepIndex::compare_counts_now() {
  const auto index = index_;
  std::optional<TenantId> last;
  std::size_t taken = tenants_at_once;
  while (index && taken == tenants_at_once) {
    const auto counts = co_await feed_.counts(last, tenants_at_once);
    taken = counts.size();
    if (left(index)) co_return;
    for (const auto& count : counts) {
      last = count.tenant;
      const bool same_moment = index->watermark(count.tenant) == count.newest;
      if (same_moment && index->count(count.tenant) != count.live)
        throw IndexDamaged("it has another number of POCs than the store");
    }
  }
}

}  // namespace mrbill::catalog
