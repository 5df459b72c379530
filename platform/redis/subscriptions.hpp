// Pub/sub: one connection for all channels of a client, subscribed anew after each reconnect.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include <redis/standing_link.hpp>

namespace mrbill::redis {

// Safety: `connected` of a channel runs before the first message that came after its (re)subscription.
class Subscriptions : public std::enable_shared_from_this<Subscriptions> {
 public:
  using Received = std::function<void(std::string_view message)>;
  using Connected = std::function<void()>;

  // Opens the connection with the first channel.
  void add(asio::io_context& io, const StandingLink::Settings& settings, metrics::Registry& registry,
           std::string channel, Received received, Connected connected);
  void close();

 private:
  struct Channel {
    Received received;
    Connected connected;
  };
  void open(asio::io_context& io, const StandingLink::Settings& settings, metrics::Registry& registry);
  void subscribe_all();
  void take(const Reply& push);

  std::map<std::string, Channel, std::less<>> channels_;
  std::shared_ptr<StandingLink> link_;
};

}  // namespace mrbill::redis
