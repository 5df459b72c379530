// The threads that search, shared among tenants. Tenants take turns, least recently served first; none has
// all threads, more than a few searches under way, or more than its allowance of time; and who has used much
// of that, or what takes long, goes by a lane of its own, whose thread stands back behind the others. So
// whoever asks too much waits and is refused alone.
//
//   CO_TRY(auto place, shares.admit(tenant));   // before any work for the search is done
//   const auto turn = co_await shares.turn(tenant);
//   ... on a thread ...
//
// Safety: turns at once never exceed `threads`, a tenant's `threads_of_one`. Liveness: an ended turn is
// handed to a waiter whose tenant may have one. Any thread may call any of it.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include <async/task.hpp>
#include <base/uuid.hpp>
#include <metrics/metrics.hpp>

#include "ports/poc_search.hpp"

namespace mrbill::catalog {

enum class Lane : std::uint8_t { usual, slow };

struct ShareOptions {
  std::size_t threads = 2;
  std::size_t threads_of_one = 1;
  std::size_t max_of_one = 16;  // searches of a tenant under way
  std::size_t max = 256;        // of all
  // A processor's time that a tenant may use: this much a second on the long run, and at once.
  std::chrono::duration<double> each_second{0.2};
  std::chrono::duration<double> at_once{1};
  std::chrono::duration<double> slow_after{0.1};  // of time used: by the slow lane
};

class SearchShares {
 public:
  using steady = std::chrono::steady_clock;

  SearchShares(const ShareOptions& options, metrics::Registry& registry);
  SearchShares(const SearchShares&) = delete;
  SearchShares& operator=(const SearchShares&) = delete;

  // A thread's worth of the machine; given back, and what was charged accounted for, at its destruction.
  class Turn {
   public:
    Turn(SearchShares* home, TenantId tenant, Lane lane) : home_(home), tenant_(tenant), lane_(lane) {}
    Turn(Turn&& other) noexcept
        : home_(std::exchange(other.home_, nullptr)),
          tenant_(other.tenant_),
          lane_(other.lane_),
          cost_(other.cost_) {}
    Turn& operator=(Turn&&) = delete;
    ~Turn() {
      if (home_ != nullptr) home_->end_turn(tenant_, lane_, cost_);
    }
    [[nodiscard]] Lane lane() const { return lane_; }
    void charge(std::chrono::duration<double> cost) { cost_ = cost; }

   private:
    SearchShares* home_;
    TenantId tenant_;
    Lane lane_;
    std::chrono::duration<double> cost_{0};
  };

  [[nodiscard]] Result<std::unique_ptr<SearchPlace>, SearchRefusal> admit(TenantId tenant);
  // By the slow lane if asked so, or if the tenant has used much.
  [[nodiscard]] Task<Turn> turn(TenantId tenant, Lane asked = Lane::usual);

 private:
  using Resume = std::move_only_function<void(Lane)>;
  struct Waiting {
    Resume resume;
    Lane asked;
  };
  struct Share {
    std::size_t under_way = 0;
    std::size_t running = 0;
    std::deque<Waiting> waiting = {};
    std::uint64_t served = 0;  // when, in turns
    double used = 0;           // seconds, forgotten at the rate of the allowance
    steady::time_point counted = steady::now();
  };
  class Place;

  void leave(TenantId tenant);
  void end_turn(TenantId tenant, Lane lane, std::chrono::duration<double> cost);
  void take_or_wait(TenantId tenant, Waiting search);
  // With mutex_ held:
  void forget_used(Share& share) const;
  [[nodiscard]] Lane lane_of(const Share& share, Lane asked) const;
  [[nodiscard]] bool may_begin(const Share& share, Lane asked) const;
  Lane begin(Share& share, Lane asked);
  [[nodiscard]] Share* next();
  void forget_idle();

  const ShareOptions options_;
  metrics::Counter& refused_;
  std::mutex mutex_;
  std::map<TenantId, Share> shares_;
  std::size_t under_way_ = 0;
  std::map<Lane, std::size_t> free_;  // threads
  std::uint64_t turns_ = 0;
};

}  // namespace mrbill::catalog
