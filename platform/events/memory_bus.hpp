// The bus within one process, for tests of what publishes and consumes. It keeps the same promises as
// RedisBus: the same contract suite runs against both (bus_contract.hpp).
//
//   MemoryBus bus(io);
//   MemorySource source(bus, registry);
//   spawn(io, "consumer", source.consume(subscription, handler));
//   co_await bus.publish(events);
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <events/bus.hpp>
#include <metrics/metrics.hpp>

namespace mrbill::events {

class MemoryBus final : public EventBus {
 public:
  struct DeadLetter {
    std::string body;
    std::string group;
    std::string reason;
  };
  explicit MemoryBus(asio::io_context& io) : published_(io, asio::steady_timer::time_point::max()) {}
  [[nodiscard]] Task<> publish(std::vector<Event> events) override;
  void publish_body(std::string body);  // anything, as a broken publisher would
  // While it is away, publishing throws ServiceUnavailable and nothing is delivered.
  void set_away(bool away) { away_ = away; }
  void lose_everything();  // what it had taken and who had read what: another life begins
  [[nodiscard]] const std::vector<std::string>& bodies() const { return bodies_; }
  [[nodiscard]] const std::vector<DeadLetter>& dead_letters() const { return dead_letters_; }

 private:
  friend class MemoryGroup;
  friend class MemorySource;
  struct Pending {
    std::string member;
    std::optional<std::chrono::steady_clock::time_point> since;  // none: handed back, free for anybody
    std::size_t deliveries;
  };
  struct Group {
    std::size_t next = 0;  // index of bodies_
    std::map<std::size_t, Pending> pending;
  };
  void demand_presence() const;
  void wake();

  asio::steady_timer published_;  // cancelled with each event: wakes who waits
  std::vector<std::string> bodies_;
  std::map<std::string, Group> groups_;
  std::vector<DeadLetter> dead_letters_;
  bool away_ = false;
  int life_ = 1;
  std::size_t lost_ = 0;  // so many of the bodies
};

class Consumer;

class MemorySource final : public EventSource {
 public:
  MemorySource(MemoryBus& bus, metrics::Registry& registry) : bus_(bus), registry_(registry) {}
  [[nodiscard]] Task<> consume(Subscription subscription, Consume consume) override;
  void stop() override;

 private:
  MemoryBus& bus_;
  metrics::Registry& registry_;
  std::shared_ptr<Consumer> consumer_;  // shared with the running consume()
  bool stopped_ = false;
};

}  // namespace mrbill::events
