#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <async/spawn.hpp>
#include <log/log.hpp>
#include <redis/standing_link.hpp>

namespace mrbill::redis {

StandingLink::StandingLink(asio::io_context& io, Settings settings, metrics::Registry& registry, Hooks hooks)
    : io_(io),
      settings_(std::move(settings)),
      hooks_(std::move(hooks)),
      pause_(io),
      backoff_(settings_.max_reconnect_pause),
      connected_(registry.gauge("redis_connections", "Connections to Redis that stand",
                                {{"redis", settings_.name}})),
      lost_(registry.counter("redis_connections_lost_total",
                             "Connections to Redis that ended or could not be made",
                             {{"redis", settings_.name}})) {}

void StandingLink::renew() {
  link_ = std::make_shared<Link>(io_, settings_.address, settings_.limits, hooks_.push);
}

void StandingLink::start() {
  renew();
  spawn(io_, "redis connection", keep_up());
}

void StandingLink::close() {
  closed_ = true;
  pause_.cancel();
  if (link_) link_->close("closed");
  hooks_ = {};
}

std::shared_ptr<Link> StandingLink::usable() const {
  const bool first_connect = !tried_ && link_ && !link_->closed();
  if (closed_ || !(ready() || first_connect)) throw Unavailable("redis: not connected");
  return link_;
}

Task<> StandingLink::keep_up() {
  const auto self = shared_from_this();
  while (!closed_) {
    co_await live_once();
    if (!closed_) co_await pause();
    if (!closed_) renew();
  }
}

Task<> StandingLink::live_once() {
  bool stood = false;
  const auto why = co_await link_->serve([this, &stood] {
    stood = true;
    greeted();
  });
  tried_ = true;
  if (stood) connected_.add(-1);
  if (closed_) co_return;
  lost_.add();
  log::warn(stood ? "redis connection lost" : "redis cannot be reached",
            {{"redis", settings_.name}, {"reason", why}});
}

void StandingLink::greeted() {
  connected_.add(1);
  backoff_.reset();
  log::info("redis connected", {{"redis", settings_.name}});
  if (hooks_.greeted) hooks_.greeted();
}

Task<> StandingLink::pause() {
  boost::system::error_code cancelled;
  pause_.expires_after(backoff_.next(random_));
  co_await pause_.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
}

}  // namespace mrbill::redis
