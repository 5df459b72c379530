// The bus on one Redis Stream. Its server runs with appendfsync always, so that what XADD answered is on
// the disk.
//
//   redis::Client client(io, {.url = events_url, .timeout = 5s, .name = "events"}, registry);
//   RedisBus bus(client, {});
//   RedisSource source(client, {}, registry);
//   Subscription subscription{.group = "indexer", .member = host_and_pid, .types = {"poc.changed"}};
//   spawn(io, "indexer", source.consume(std::move(subscription), index));
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include <events/bus.hpp>
#include <metrics/metrics.hpp>
#include <redis/client.hpp>

namespace mrbill::events {

struct RedisStream {
  std::string prefix;  // of all keys: several platforms on one server
  // The stream is trimmed below what every group has acknowledged, but not below this age: time for a group
  // that is made a little later, when a platform starts for the first time.
  std::chrono::milliseconds keep_at_least = std::chrono::minutes(5);
  std::size_t dead_letters = 100'000;  // the oldest beyond are dropped, with a warning in the metrics

  [[nodiscard]] std::string key() const { return prefix + "events"; }
  // Gone with the events, and taken away by whoever repairs the server's log: then followers ask for what
  // they missed.
  [[nodiscard]] std::string life_key() const { return prefix + "events:life"; }
  [[nodiscard]] std::string dead_letter_key() const { return prefix + "events:dead"; }
};

class RedisBus final : public EventBus {
 public:
  RedisBus(redis::Client& client, RedisStream stream) : client_(client), stream_(std::move(stream)) {}
  // All of them in this order, or none; but when no answer came (Unavailable), nobody knows.
  [[nodiscard]] Task<> publish(std::vector<Event> events) override;

 private:
  redis::Client& client_;
  RedisStream stream_;
};

class Consumer;

class RedisSource final : public EventSource {
 public:
  RedisSource(redis::Client& client, RedisStream stream, metrics::Registry& registry);
  ~RedisSource() override;
  [[nodiscard]] Task<> consume(Subscription subscription, Consume consume) override;
  void stop() override;

 private:
  redis::Client& client_;
  RedisStream stream_;
  metrics::Registry& registry_;
  std::shared_ptr<Consumer> consumer_;  // shared with the running consume()
  bool stopped_ = false;
};

}  // namespace mrbill::events
