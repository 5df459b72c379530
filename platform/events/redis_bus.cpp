#include <events/consumer.hpp>
#include <events/redis_bus.hpp>
#include <events/redis_group.hpp>

namespace mrbill::events {

Task<> RedisBus::publish(std::vector<Event> events) {
  if (events.empty()) co_return;
  std::vector<redis::Arguments> commands;
  commands.reserve(events.size());
  for (const auto& event : events)
    commands.push_back({"XADD", stream_.key(), "*", "event", to_cloud_event(event)});
  const auto replies = co_await client_.transaction(std::move(commands));
  for (const auto& reply : replies) {
    if (reply.is_error()) throw redis::ReplyError(reply.error());
  }
}

RedisSource::RedisSource(redis::Client& client, RedisStream stream, metrics::Registry& registry)
    : client_(client), stream_(std::move(stream)), registry_(registry) {}

RedisSource::~RedisSource() = default;

Task<> RedisSource::consume(Subscription subscription, Consume consume) {
  auto group = std::make_unique<RedisGroup>(client_, stream_, subscription, registry_);
  const auto consumer =
      std::make_shared<Consumer>(std::move(group), std::move(subscription), std::move(consume), registry_);
  consumer_ = consumer;
  if (stopped_) co_return;
  co_await consumer->run();
}

void RedisSource::stop() {
  stopped_ = true;
  if (consumer_) consumer_->stop();
}

}  // namespace mrbill::events
