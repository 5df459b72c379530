// What a Client consists of: the standing connection, the one for pub/sub, the ones for blocking commands.
#pragma once

#include <chrono>
#include <memory>

#include <redis/blocking_links.hpp>
#include <redis/client.hpp>
#include <redis/command_metrics.hpp>
#include <redis/standing_link.hpp>
#include <redis/subscriptions.hpp>

namespace mrbill::redis {

struct Client::State {
  State(asio::io_context& context, Options chosen, metrics::Registry& where)
      : io(context),
        options(std::move(chosen)),
        registry(where),
        metrics(where, options.name),
        settings{options.name,
                 Address::parse(options.url.reveal()),
                 {options.timeout, options.heartbeat, options.max_in_flight},
                 options.max_reconnect_pause},
        main(std::make_shared<StandingLink>(io, settings, registry)),
        subscriptions(std::make_shared<Subscriptions>()),
        blocking(io, settings.address, settings.limits, options.blocking_connections) {}

  asio::io_context& io;
  Options options;
  metrics::Registry& registry;
  CommandMetrics metrics;
  StandingLink::Settings settings;
  std::shared_ptr<StandingLink> main;
  std::shared_ptr<Subscriptions> subscriptions;
  BlockingLinks blocking;
};

}  // namespace mrbill::redis
