// The indexer: turns events into calls of KeepIndex. One at a time in the world (Xapian's write lock).
//
// An event is acknowledged once its rows are applied, before they are committed to the index: what a killed
// indexer had not committed is found again by its next start, which compares every tenant's head with the
// index's watermark.
#pragma once

#include <chrono>
#include <string>

#include <async/task.hpp>
#include <events/bus.hpp>
#include <metrics/metrics.hpp>

#include "usecases/keep_index.hpp"

namespace mrbill::catalog {

struct IndexerOptions {
  std::string member;  // unique per process
  // How long readers may have to look into the store for a change.
  std::chrono::milliseconds commit_each{250};
  std::chrono::milliseconds sweep_each{30'000};
  std::chrono::milliseconds history_each{1'000};  // asks the store whether it still is the one
  std::chrono::milliseconds inspect_each{
      200};  // a piece of the index; large ones take 5 % of the time at most
  std::chrono::milliseconds count_each{300'000};  // compares numbers with the store
  std::chrono::milliseconds heed_each{
      600'000};  // a reader that is wrong about damage may cost a rebuild so often
  std::chrono::milliseconds retry_after{500};
};

class Indexer {
 public:
  Indexer(KeepIndex& index, events::EventSource& source, IndexerOptions options, metrics::Registry& registry);

  // Follows the events until stop().
  [[nodiscard]] Task<> run();
  // Beside it, until stop(): opens the index, and again whenever it was closed; commits what was applied,
  // sweeps for what no event told, looks whether the index is whole, rebuilds it when asked. Whatever fails
  // is tried again.
  [[nodiscard]] Task<> tend();
  void stop();
  void ask_for_rebuild() { rebuild_wanted_ = true; }
  [[nodiscard]] bool ready() const { return index_.is_open(); }

 private:
  // Something to be done again and again; the clock that counts is the steady one.
  class Repeated {
   public:
    explicit Repeated(std::chrono::milliseconds each) : each_(each) {}
    // Whether it is time; then the next time is one span away, or later when it takes long.
    [[nodiscard]] bool is_due();
    void rest_at_least(std::chrono::steady_clock::duration span);
    void make_due() { next_ = rested_; }

   private:
    std::chrono::milliseconds each_;
    std::chrono::steady_clock::time_point next_{};
    std::chrono::steady_clock::time_point rested_{};
  };

  [[nodiscard]] Task<> tend_once();
  [[nodiscard]] Task<> open();
  [[nodiscard]] Task<> rebuild();
  void inspect();
  [[nodiscard]] Task<events::Verdict> take(events::Event event);

  KeepIndex& index_;
  events::EventSource& source_;
  IndexerOptions options_;
  metrics::Counter& events_;
  metrics::Counter& rebuilds_;
  metrics::Counter& losses_;
  Repeated sweep_{options_.sweep_each};
  Repeated history_{options_.history_each};
  Repeated inspection_{options_.inspect_each};
  Repeated count_{options_.count_each};
  Repeated heeding_{options_.heed_each};
  bool was_open_ = false;
  bool stopped_ = false;
  bool rebuild_wanted_ = false;
};

}  // namespace mrbill::catalog
