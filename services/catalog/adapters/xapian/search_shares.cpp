#include "adapters/xapian/search_shares.hpp"

#include <algorithm>
#include <cmath>

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace mrbill::catalog {

namespace {

constexpr std::size_t max_remembered = 4096;  // tenants; the idle ones are forgotten beyond

}  // namespace

class SearchShares::Place final : public SearchPlace {
 public:
  Place(SearchShares& home, TenantId tenant) : home_(home), tenant_(tenant) {}
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() override { home_.leave(tenant_); }

 private:
  SearchShares& home_;
  TenantId tenant_;
};

SearchShares::SearchShares(const ShareOptions& options, metrics::Registry& registry)
    : options_(options),
      refused_(
          registry.counter("searches_refused_total", "Searches refused for a tenant's share being used up")),
      free_{{Lane::usual, options.threads}, {Lane::slow, 1}} {}

Result<std::unique_ptr<SearchPlace>, SearchRefusal> SearchShares::admit(TenantId tenant) {
  const std::lock_guard lock(mutex_);
  if (shares_.size() > max_remembered) forget_idle();
  auto& share = shares_[tenant];
  forget_used(share);
  const auto over = share.used - options_.at_once.count();
  if (over > 0 || share.under_way >= options_.max_of_one) {
    refused_.add();
    const auto seconds = std::ceil(std::max(over, 0.0) / options_.each_second.count());
    return fail(SearchRefusal{SearchRefusalCode::too_many_searches,
                              std::chrono::seconds(std::max<std::int64_t>(1, std::llround(seconds)))});
  }
  if (under_way_ >= options_.max) {
    return fail(SearchRefusal{SearchRefusalCode::search_timeout, std::chrono::seconds(1)});
  }
  ++share.under_way;
  ++under_way_;
  return std::make_unique<Place>(*this, tenant);
}

Task<SearchShares::Turn> SearchShares::turn(TenantId tenant, Lane asked) {
  auto wait = [this, tenant, asked](auto handler) {
    auto home =
        asio::prefer(asio::get_associated_executor(handler), asio::execution::outstanding_work.tracked);
    auto resume = [home, handler = std::move(handler)](Lane lane) mutable {
      asio::post(home, [handler = std::move(handler), lane]() mutable { std::move(handler)(lane); });
    };
    take_or_wait(tenant, {std::move(resume), asked});
  };
  const auto lane = co_await asio::async_initiate<const asio::use_awaitable_t<>&, void(Lane)>(
      std::move(wait), asio::use_awaitable);
  co_return Turn(this, tenant, lane);
}

void SearchShares::take_or_wait(TenantId tenant, Waiting search) {
  Lane lane{};
  {
    const std::lock_guard lock(mutex_);
    auto& share = shares_[tenant];
    if (!share.waiting.empty() || !may_begin(share, search.asked)) {
      share.waiting.push_back(std::move(search));
      return;
    }
    lane = begin(share, search.asked);
  }
  search.resume(lane);
}

void SearchShares::leave(TenantId tenant) {
  const std::lock_guard lock(mutex_);
  --shares_[tenant].under_way;
  --under_way_;
}

void SearchShares::end_turn(TenantId tenant, Lane lane, std::chrono::duration<double> cost) {
  std::vector<std::pair<Resume, Lane>> begun;
  {
    const std::lock_guard lock(mutex_);
    auto& share = shares_[tenant];
    forget_used(share);
    share.used += cost.count();
    --share.running;
    ++free_[lane];
    while (auto* other = next()) {
      auto search = std::move(other->waiting.front());
      other->waiting.pop_front();
      begun.emplace_back(std::move(search.resume), begin(*other, search.asked));
    }
  }
  for (auto& [resume, its_lane] : begun) resume(its_lane);
}

void SearchShares::forget_used(Share& share) const {
  const auto now = steady::now();
  const std::chrono::duration<double> since = now - share.counted;
  share.used = std::max(0.0, share.used - since.count() * options_.each_second.count());
  share.counted = now;
}

Lane SearchShares::lane_of(const Share& share, Lane asked) const {
  return asked == Lane::slow || share.used > options_.slow_after.count() ? Lane::slow : Lane::usual;
}

bool SearchShares::may_begin(const Share& share, Lane asked) const {
  return free_.at(lane_of(share, asked)) > 0 && share.running < options_.threads_of_one;
}

Lane SearchShares::begin(Share& share, Lane asked) {
  const auto lane = lane_of(share, asked);
  --free_[lane];
  ++share.running;
  share.served = ++turns_;
  return lane;
}

// Whose waiting search begins: of the tenants that may, the one served longest ago.
SearchShares::Share* SearchShares::next() {
  Share* next = nullptr;
  for (auto& [tenant, share] : shares_) {
    const bool may = !share.waiting.empty() && may_begin(share, share.waiting.front().asked);
    if (may && (next == nullptr || share.served < next->served)) next = &share;
  }
  return next;
}

void SearchShares::forget_idle() {
  for (auto entry = shares_.begin(); entry != shares_.end();) {
    auto& share = entry->second;
    forget_used(share);
    const bool idle = share.under_way == 0 && share.running == 0 && share.waiting.empty() && share.used == 0;
    entry = idle ? shares_.erase(entry) : std::next(entry);
  }
}

}  // namespace mrbill::catalog
