// A member of a group on a Redis Stream: XREADGROUP, XAUTOCLAIM, XACK.
#pragma once

#include <string>

#include <events/bus.hpp>
#include <events/redis_bus.hpp>
#include <events/stream_group.hpp>
#include <metrics/metrics.hpp>
#include <redis/client.hpp>

namespace mrbill::events {

class RedisGroup final : public StreamGroup {
 public:
  RedisGroup(redis::Client& client, RedisStream stream, const Subscription& subscription,
             metrics::Registry& registry);

  [[nodiscard]] Task<std::string> open() override;
  [[nodiscard]] Task<std::vector<Delivery>> read(std::size_t max, std::chrono::milliseconds wait) override;
  [[nodiscard]] Task<std::vector<Delivery>> claim(std::size_t max) override;
  Task<> acknowledge(Positions positions) override;
  Task<> give_up(Delivery delivery, std::string reason) override;
  Task<> keep(Positions positions) override;
  Task<> count_attempt(std::string position) override;
  Task<> release(Positions positions) override;
  Task<> tidy() override;

 private:
  [[nodiscard]] Task<bool> exists();
  [[nodiscard]] Task<bool> create();
  [[nodiscard]] Task<> make_room();
  [[nodiscard]] Task<> lose(Delivery delivery, std::string reason);
  [[nodiscard]] Task<std::string> life();
  [[nodiscard]] Task<> add_counts(std::vector<Delivery>& deliveries);
  [[nodiscard]] Task<> measure();
  [[nodiscard]] redis::Arguments own(Positions positions) const;

  redis::Client& client_;
  RedisStream stream_;
  std::string key_;
  std::string group_;
  std::string member_;
  std::chrono::milliseconds redeliver_after_;
  std::string claim_cursor_ = "0-0";
  redis::Script trim_;
  redis::Script halve_;
  redis::Script retire_;
  metrics::Gauge& lag_;
  metrics::Gauge& pending_;
  metrics::Gauge& length_;
  metrics::Gauge& dead_;
};

}  // namespace mrbill::events
