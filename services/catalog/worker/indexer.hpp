// The indexer: turns events into calls of KeepIndex. One at a time in the world (Xapian's write lock).
//
// An event is acknowledged once its rows are applied, before they are committed to the index: what a killed indexer had not
// committed is found again by its next start, which compares every tenant's head with the index's watermark.
#pragma once

#include <chrono>
#include <string>

#include <async/task.hpp>
#include <events/bus.hpp>
#include <metrics/metrics.hpp>

#include "usecases/keep_index.hpp"

namespace mrbill::catalog {

struct IndexerOptions {
  std::string member;                         // unique per process
  std::chrono::milliseconds commit_each{50};  // how long readers may have to look into the store for a change
  std::chrono::milliseconds sweep_each{30'000};
  std::chrono::milliseconds retry_after{500};
};

class Indexer {
 public:
  Indexer(KeepIndex& index, events::EventSource& source, IndexerOptions options, metrics::Registry& registry);

  // Opens the index, then follows the events until stop(). Whatever fails is tried again.
  [[nodiscard]] Task<> run();
  // Beside it: commits what was applied, sweeps for what no event told, rebuilds when asked; until stop().
  [[nodiscard]] Task<> tend();
  void stop();
  void ask_for_rebuild() { rebuild_wanted_ = true; }
  [[nodiscard]] bool ready() const { return open_; }

 private:
  [[nodiscard]] Task<> open_at_last();
  [[nodiscard]] Task<> tend_once();
  [[nodiscard]] Task<events::Verdict> take(events::Event event);

  KeepIndex& index_;
  events::EventSource& source_;
  IndexerOptions options_;
  metrics::Counter& events_;
  metrics::Counter& rebuilds_;
  std::chrono::steady_clock::time_point swept_{};
  bool open_ = false;
  bool stopped_ = false;
  bool rebuild_wanted_ = false;
};

}  // namespace mrbill::catalog
