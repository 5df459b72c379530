// A connection that is kept up: whenever its Link ends, a new one is tried after a back-off, until close().
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <base/random.hpp>
#include <metrics/metrics.hpp>
#include <redis/backoff.hpp>
#include <redis/link.hpp>

namespace mrbill::redis {

// Owners: the client and the coroutine that keeps it up, which ends soon after close().
class StandingLink : public std::enable_shared_from_this<StandingLink> {
 public:
  struct Settings {
    std::string name;
    Address address;
    LinkLimits limits;
    std::chrono::milliseconds max_reconnect_pause;
  };
  struct Hooks {
    std::function<void()> greeted;  // after each (re)connect, before any answer or message
    Link::Push push;
  };
  StandingLink(asio::io_context& io, Settings settings, metrics::Registry& registry, Hooks hooks = {});

  void start();
  void close();
  [[nodiscard]] bool ready() const { return link_ && link_->ready(); }
  // The link to submit to: ready, or still at its very first connect. Throws Unavailable.
  [[nodiscard]] std::shared_ptr<Link> usable() const;

 private:
  [[nodiscard]] Task<> keep_up();
  void renew();
  [[nodiscard]] Task<> live_once();
  void greeted();
  [[nodiscard]] Task<> pause();

  asio::io_context& io_;
  Settings settings_;
  Hooks hooks_;
  asio::steady_timer pause_;
  Backoff backoff_;
  SystemRandom random_;
  metrics::Gauge& connected_;
  metrics::Counter& lost_;
  std::shared_ptr<Link> link_;
  bool tried_ = false;
  bool closed_ = false;
};

}  // namespace mrbill::redis
