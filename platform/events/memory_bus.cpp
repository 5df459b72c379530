#include <stdexcept>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <async/within.hpp>
#include <base/number.hpp>
#include <base/unavailable.hpp>
#include <events/consumer.hpp>
#include <events/memory_bus.hpp>

namespace mrbill::events {
namespace {

std::size_t index_of(const std::string& position) {
  return number_in<std::size_t>(position).value();
}

}  // namespace

using std::chrono::steady_clock;

class MemoryGroup final : public StreamGroup {
 public:
  MemoryGroup(MemoryBus& bus, const Subscription& subscription)
      : bus_(bus),
        name_(subscription.group),
        member_(subscription.member),
        redeliver_after_(subscription.redeliver_after) {}

  Task<std::string> open() override {
    bus_.demand_presence();
    bus_.groups_.try_emplace(name_, MemoryBus::Group{bus_.lost_, {}});
    co_return "life " + std::to_string(bus_.life_);
  }

  Task<std::vector<Delivery>> read(std::size_t max, std::chrono::milliseconds wait) override {
    if (group().next >= bus_.bodies_.size()) co_await arrival(wait);
    std::vector<Delivery> deliveries;
    auto& mine = group();
    while (mine.next < bus_.bodies_.size() && deliveries.size() < max) {
      const auto index = mine.next++;
      mine.pending[index] = {member_, steady_clock::now(), 1};
      deliveries.push_back({std::to_string(index), bus_.bodies_[index], 1});
    }
    co_return deliveries;
  }

  Task<std::vector<Delivery>> claim(std::size_t max) override {
    std::vector<Delivery> deliveries;
    for (auto& [index, pending] : group().pending) {
      if (deliveries.size() == max) break;
      if (pending.since && steady_clock::now() - *pending.since < redeliver_after_) continue;
      pending = {member_, steady_clock::now(), pending.deliveries + 1};
      deliveries.push_back({std::to_string(index), bus_.bodies_[index], pending.deliveries});
    }
    co_return deliveries;
  }

  Task<> acknowledge(Positions positions) override {
    for (const auto& position : positions) group().pending.erase(index_of(position));
    co_return;
  }

  Task<> give_up(Delivery delivery, std::string reason) override {
    group().pending.erase(index_of(delivery.position));
    bus_.dead_letters_.push_back({std::move(delivery.body), name_, std::move(reason)});
    co_return;
  }

  Task<> keep(Positions positions) override {
    mark(positions, steady_clock::now());
    co_return;
  }

  Task<> count_attempt(std::string position) override {
    mark({position}, steady_clock::now());
    if (const auto found = group().pending.find(index_of(position)); found != group().pending.end()) {
      ++found->second.deliveries;
    }
    co_return;
  }

  Task<> release(Positions positions) override {
    mark(positions, std::nullopt);
    co_return;
  }

  Task<> tidy() override { co_return; }

 private:
  MemoryBus::Group& group() {
    bus_.demand_presence();
    const auto found = bus_.groups_.find(name_);
    if (found == bus_.groups_.end()) throw std::runtime_error("the bus does not know the group");
    return found->second;
  }

  void mark(const Positions& positions, std::optional<steady_clock::time_point> since) {
    for (const auto& position : positions) {
      const auto found = group().pending.find(index_of(position));
      if (found != group().pending.end()) found->second = {member_, since, found->second.deliveries};
    }
  }

  Task<> arrival(std::chrono::milliseconds wait) {
    try {
      co_await within(Deadline::in(wait), woken());
    } catch (const DeadlineExceeded&) {
    }
  }
  Task<> woken() { co_await bus_.published_.async_wait(asio::as_tuple(asio::use_awaitable)); }

  MemoryBus& bus_;
  std::string name_;
  std::string member_;
  std::chrono::milliseconds redeliver_after_;
};

void MemoryBus::demand_presence() const {
  if (away_) throw ServiceUnavailable("the bus is away");
}

Task<> MemoryBus::publish(std::vector<Event> events) {
  demand_presence();
  for (const auto& event : events) publish_body(to_cloud_event(event));
  co_return;
}

void MemoryBus::publish_body(std::string body) {
  bodies_.push_back(std::move(body));
  wake();
}

void MemoryBus::lose_everything() {
  lost_ = bodies_.size();  // positions are never used twice
  groups_.clear();
  ++life_;
  wake();
}

void MemoryBus::wake() {
  published_.cancel();
}

Task<> MemorySource::consume(Subscription subscription, Consume consume) {
  auto group = std::make_unique<MemoryGroup>(bus_, subscription);
  const auto consumer =
      std::make_shared<Consumer>(std::move(group), std::move(subscription), std::move(consume), registry_);
  consumer_ = consumer;
  if (stopped_) co_return;
  co_await consumer->run();
}

void MemorySource::stop() {
  stopped_ = true;
  if (consumer_) consumer_->stop();
  bus_.wake();
}

}  // namespace mrbill::events
