#include <exception>
#include <utility>

#include <log/log.hpp>
#include <redis/request.hpp>
#include <redis/subscriptions.hpp>

namespace mrbill::redis {

void Subscriptions::add(asio::io_context& io, const StandingLink::Settings& settings,
                        metrics::Registry& registry, std::string channel, Received received,
                        Connected connected) {
  const auto request = to_request({"SUBSCRIBE", channel});
  channels_[std::move(channel)] = {std::move(received), std::move(connected)};
  if (!link_) return open(io, settings, registry);
  if (link_->ready()) link_->usable()->send(request);
}

void Subscriptions::open(asio::io_context& io, const StandingLink::Settings& settings,
                         metrics::Registry& registry) {
  auto greeted = [weak = weak_from_this()] {
    if (const auto self = weak.lock()) self->subscribe_all();
  };
  auto push = [weak = weak_from_this()](const Reply& reply) {
    if (const auto self = weak.lock()) self->take(reply);
  };
  link_ = std::make_shared<StandingLink>(io, settings, registry,
                                         StandingLink::Hooks{std::move(greeted), std::move(push)});
  link_->start();
}

void Subscriptions::close() {
  channels_.clear();
  if (link_) link_->close();
}

void Subscriptions::subscribe_all() {
  Arguments request{"SUBSCRIBE"};
  for (const auto& [name, channel] : channels_) request.push_back(name);
  if (request.size() > 1) link_->usable()->send(to_request(request));
}

// ["subscribe", channel, count], ["message", channel, text] or ["pong", ""]
void Subscriptions::take(const Reply& push) {
  if (push.is_error()) return log::error("redis refused a subscription", {{"reason", push.error()}});
  if (!push.is_array() || push.array().size() != 3) return;
  const auto& parts = push.array();
  const auto found = channels_.find(parts[1].text());
  if (found == channels_.end()) return;
  const auto channel = found->second;  // a copy: the callback may subscribe anew
  try {
    if (parts[0].text() == "message") channel.received(parts[2].text());
    if (parts[0].text() == "subscribe" && channel.connected) channel.connected();
  } catch (const std::exception& problem) {
    log::error("a subscriber failed", {{"channel", parts[1].text()}, {"reason", problem.what()}});
  }
}

}  // namespace mrbill::redis
