#include <array>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>

#include <async/spawn.hpp>
#include <log/log.hpp>
#include <postgres/listener.hpp>

namespace mrbill::postgres {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds shortest_pause = 50ms;
constexpr std::chrono::milliseconds max_pause = 800ms;

}  // namespace

Listener::Listener(asio::io_context& io, std::shared_ptr<const Target> target, std::string channel,
                   Notified notified)
    : io_(io),
      target_(std::move(target)),
      channel_(std::move(channel)),
      notified_(std::move(notified)),
      pause_(io) {}

void Listener::start() {
  spawn(io_, "database listener", run(shared_from_this()));
}

void Listener::close() {
  closed_ = true;
  pause_.cancel();
  if (connection_) connection_->end("the listener is closed");
}

Task<> Listener::run(std::shared_ptr<Listener> self) {
  auto span = shortest_pause;
  while (!self->closed_) {
    try {
      co_await self->listen();
      span = shortest_pause;
    } catch (const std::runtime_error& problem) {
      if (self->closed_) break;
      log::warn("not listening to the database", {{"channel", self->channel_}, {"reason", problem.what()}});
      span = std::min(span * 2, max_pause);
    }
    if (!self->closed_) co_await self->pause(span);
  }
}

Task<> Listener::pause(std::chrono::milliseconds span) {
  pause_.expires_after(span);
  co_await pause_.async_wait(asio::as_tuple(asio::use_awaitable));
}

// Returns when the connection has broken.
Task<> Listener::listen() {
  auto connection = connection_ = std::make_shared<Connection>(io_);
  co_await connection->connect(*target_, Deadline::in(3s));
  const auto sql = fmt::format("LISTEN \"{}\"", channel_);
  const std::array<Command, 1> commands{Command{Statement{"", sql}, {}}};
  connection->on_notify = [this](std::string_view payload) {
    if (!closed_) notified_(payload);
  };
  connection->on_broken = [self = weak_from_this()] {
    if (auto listener = self.lock()) listener->pause_.cancel();
  };
  connection->start(commands, Deadline::in(3s));
  co_await connection->settled();
  static_cast<void>(connection->take());
  if (!closed_) notified_("");
  pause_.expires_at(asio::steady_timer::time_point::max());
  while (!closed_ && !connection->broken()) {
    co_await pause_.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

}  // namespace mrbill::postgres
