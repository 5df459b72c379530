// Keeps the index in step with the store. Events are hints: each asks for one tenant; what no event told is
// found by catch_up(). An index that is missing, damaged, or of another history than the store's is withdrawn
// and built anew; one that is merely to be built anew goes on serving meanwhile.
//
// Invariants: the index's watermark of a tenant moves only together with every row up to it; so one coroutine
// at a time fills the current index (turn_), and a fresh one is filled beside it by rebuild() alone. What is
// found out about the index between two awaits is about index_ as it was then: whoever awaited looks whether
// it still is the current one. The first write behind a commit waits for those who read the state before it.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include <async/semaphore.hpp>
#include <async/task.hpp>
#include <base/random.hpp>

#include "ports/change_feed.hpp"
#include "ports/index_mark_store.hpp"
#include "ports/poc_index.hpp"

namespace mrbill::catalog {

class KeepIndex {
 public:
  // What the index is built from, and what the store knows of it.
  struct Sources {
    ChangeFeed& feed;
    IndexMarkStore& marks;
  };
  // `max_reading`: a search reads for a second at most; who still reads after this long does not move.
  KeepIndex(Sources sources, PocIndexShelf& shelf, Random& random,
            std::chrono::milliseconds max_reading = std::chrono::seconds(5))
      : feed_(sources.feed),
        marks_(sources.marks),
        shelf_(shelf),
        random_(random),
        max_reading_(max_reading) {}

  // Opens the current index, or builds one; called again whenever is_open() has become false. One caller.
  [[nodiscard]] Task<> open();
  [[nodiscard]] bool is_open() const { return index_ != nullptr; }
  // A fresh index from the store, put in the place of the current one when it is complete. The caller
  // of open().
  [[nodiscard]] Task<> rebuild();

  // The following do nothing while no index is open, and close it when it turns out to be unusable. open()
  // makes up for it.

  // Brings one tenant up to change_seq at least. Nothing to do when the index is there already.
  [[nodiscard]] Task<> bring_up(TenantId tenant, std::int64_t change_seq);
  // Brings every tenant up to its head.
  [[nodiscard]] Task<> catch_up();
  // Makes what was applied visible to readers; false, and cheap, when there is nothing.
  bool commit();
  // Looks whether a piece of the index still is as it was written; some milliseconds.
  void inspect();
  // Gives the index up where a reader met damage.
  void heed_reports();
  // Whether the store still has the history that the index was built from; moves the mark when there
  // were changes.
  [[nodiscard]] Task<> follow_history();
  // Whether each tenant has as many POCs here as in the store.
  [[nodiscard]] Task<> compare_counts();

 private:
  using Index = std::shared_ptr<PocIndex>;  // owned by index_ and by who fills it at the moment

  [[nodiscard]] Task<Semaphore::Place> turn();
  [[nodiscard]] Task<> guarded(Task<> work);
  void guarded_now(const std::function<void(PocIndex&)>& work);
  void close(const std::string& reason);
  void give_up(const std::string& reason);

  [[nodiscard]] Task<> adopt(Index index);
  [[nodiscard]] Task<> introduce(Index index);
  [[nodiscard]] Task<IndexMarks> settled_marks(Index index);
  [[nodiscard]] Task<> bring_up_now(TenantId tenant, std::int64_t change_seq);
  [[nodiscard]] Task<> catch_up_now();
  [[nodiscard]] Task<> follow_history_now();
  [[nodiscard]] Task<> move_mark(Index index, IndexMarks marks);
  [[nodiscard]] Task<> compare_counts_now();
  [[nodiscard]] Task<> fill(Index index, TenantId tenant);
  [[nodiscard]] Task<> fill_all(Index index);
  [[nodiscard]] bool left(const Index& index) const { return index != index_ && index != fresh_; }
  [[nodiscard]] bool is_between_commits(const Index& index) const {
    return index != fresh_ && !(index == index_ && uncommitted_);
  }
  [[nodiscard]] Task<> until_it_may_be_written(Index index);
  void committed();
  void nothing_is_uncommitted();
  [[nodiscard]] Uuid new_mark();

  ChangeFeed& feed_;
  IndexMarkStore& marks_;
  PocIndexShelf& shelf_;
  Random& random_;
  Index index_;
  Index fresh_;  // while rebuild() fills it
  Semaphore turn_{1, 64};
  const std::chrono::milliseconds max_reading_;
  bool uncommitted_ = false;
  std::size_t uncommitted_rows_ = 0;
  std::int64_t changes_ = 0;         // taken in
  std::int64_t marked_changes_ = 0;  // of these, before the last mark
};

}  // namespace mrbill::catalog
