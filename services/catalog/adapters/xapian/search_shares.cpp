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

constexpr std::size_t most_remembered = 4096;  // tenants; the idle ones are forgotten beyond

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
      free_(options.threads) {}

Result<std::unique_ptr<SearchPlace>, SearchRefusal> SearchShares::admit(TenantId tenant) {
  const std::lock_guard lock(mutex_);
  if (shares_.size() > most_remembered) forget_idle();
  auto& share = shares_[tenant];
  forget_used(share);
  const auto over = share.used - options_.at_once.count();
  if (over > 0 || share.under_way >= options_.most_of_one) {
    refused_.add();
    const auto seconds = std::ceil(std::max(over, 0.0) / options_.each_second.count());
    return fail(SearchRefusal{SearchRefusalCode::too_many_searches,
                              std::chrono::seconds(std::max<std::int64_t>(1, std::llround(seconds)))});
  }
  if (under_way_ >= options_.most) {
    return fail(SearchRefusal{SearchRefusalCode::search_timeout, std::chrono::seconds(1)});
  }
  ++share.under_way;
  ++under_way_;
  return std::make_unique<Place>(*this, tenant);
}

Task<SearchShares::Turn> SearchShares::turn(TenantId tenant) {
  auto wait = [this, tenant](auto handler) {
    auto home =
        asio::prefer(asio::get_associated_executor(handler), asio::execution::outstanding_work.tracked);
    Resume resume = [home, handler = std::move(handler)]() mutable { asio::post(home, std::move(handler)); };
    take_or_wait(tenant, std::move(resume));
  };
  co_await asio::async_initiate<const asio::use_awaitable_t<>&, void()>(std::move(wait), asio::use_awaitable);
  co_return Turn(this, tenant);
}

void SearchShares::take_or_wait(TenantId tenant, Resume resume) {
  {
    const std::lock_guard lock(mutex_);
    auto& share = shares_[tenant];
    const bool free = free_ > 0 && share.running < options_.threads_of_one && share.waiting.empty();
    if (!free) {
      share.waiting.push_back(std::move(resume));
      return;
    }
    begin(share);
  }
  resume();
}

void SearchShares::leave(TenantId tenant) {
  const std::lock_guard lock(mutex_);
  --shares_[tenant].under_way;
  --under_way_;
}

void SearchShares::end_turn(TenantId tenant, std::chrono::duration<double> took) {
  std::vector<Resume> next;
  {
    const std::lock_guard lock(mutex_);
    auto& share = shares_[tenant];
    forget_used(share);
    share.used += took.count();
    --share.running;
    ++free_;
    next = hand_on();
  }
  for (auto& resume : next) resume();
}

void SearchShares::forget_used(Share& share) const {
  const auto now = steady::now();
  const std::chrono::duration<double> since = now - share.counted;
  share.used = std::max(0.0, share.used - since.count() * options_.each_second.count());
  share.counted = now;
}

void SearchShares::begin(Share& share) {
  --free_;
  ++share.running;
  share.served = ++turns_;
}

std::vector<SearchShares::Resume> SearchShares::hand_on() {
  std::vector<Resume> next;
  while (free_ > 0) {
    Share* longest = nullptr;
    for (auto& [tenant, share] : shares_) {
      const bool may = !share.waiting.empty() && share.running < options_.threads_of_one;
      if (may && (longest == nullptr || share.served < longest->served)) longest = &share;
    }
    if (longest == nullptr) break;
    begin(*longest);
    next.push_back(std::move(longest->waiting.front()));
    longest->waiting.pop_front();
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
