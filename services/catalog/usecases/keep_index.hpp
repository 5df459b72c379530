// Keeps the index in step with the store. Events are hints: each asks for one tenant; what no event told is
// found by catch_up(). A damaged or missing index is built anew while the old one goes on serving.
//
// Invariant: the index's watermark of a tenant moves only together with every row up to it. So one coroutine at a time fills
// the current index (turn_); a fresh one is filled beside it by rebuild() alone, and put in its place within a turn.
#pragma once

#include <cstdint>
#include <memory>

#include <async/semaphore.hpp>
#include <async/task.hpp>

#include "ports/change_feed.hpp"
#include "ports/poc_index.hpp"

namespace mrbill::catalog {

class KeepIndex {
 public:
  KeepIndex(ChangeFeed& feed, PocIndexShelf& shelf) : feed_(feed), shelf_(shelf) {}

  // Opens the current index, or builds one. Before it nothing else may be called.
  [[nodiscard]] Task<> open();
  // Brings one tenant up to change_seq at least. Nothing to do when the index is there already.
  [[nodiscard]] Task<> bring_up(TenantId tenant, std::int64_t change_seq);
  // Brings every tenant up to its head.
  [[nodiscard]] Task<> catch_up();
  // A fresh index from the store, put in the place of the current one when it is complete.
  [[nodiscard]] Task<> rebuild();
  // Makes what was applied visible to readers; cheap when there is nothing.
  void commit();

 private:
  [[nodiscard]] Task<Semaphore::Place> turn();
  [[nodiscard]] Task<> fill(PocIndex* index, TenantId tenant);
  [[nodiscard]] Task<> fill_all(PocIndex* index);

  ChangeFeed& feed_;
  PocIndexShelf& shelf_;
  std::unique_ptr<PocIndex> index_;
  Semaphore turn_{1, 64};
  bool uncommitted_ = false;
};

}  // namespace mrbill::catalog
